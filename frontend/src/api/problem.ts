export interface ProblemBody {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  retryable?: boolean;
  request_id?: string;
  errors?: { field: string; message: string }[];
  current?: unknown;
}

/** What the server refused, in the words that it gave (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryable: boolean;
  readonly requestId: string | null;
  readonly fields: { field: string; message: string }[];
  readonly current: unknown;

  constructor(status: number, body: ProblemBody = {}) {
    super(body.detail ?? body.title ?? "Something went wrong on our side.");
    this.name = "Problem";
    this.status = status;
    this.code = body.code ?? `http_${String(status)}`;
    this.retryable = body.retryable ?? status >= 500;
    this.requestId = body.request_id ?? null;
    this.fields = body.errors ?? [];
    this.current = body.current;
  }
}

/** The request never reached the server, or its answer never came back. */
export class Unreachable extends Error {
  constructor() {
    super("The server did not answer. Nothing is lost, it mostly helps to try again.");
    this.name = "Unreachable";
  }
}

/** The request may be sent again as it is once the network is back or somebody signed in again. */
export const isOutOfReach = (error: unknown): boolean => error instanceof Unreachable || (error instanceof Problem && (error.status === 401 || error.status === 503));

export const isConflict = (error: unknown): error is Problem => error instanceof Problem && error.status === 409;

/** One sentence a person can act on. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Problem) {
    const first = error.fields[0];
    return first ? `${error.message} ${first.field}: ${first.message}` : error.message;
  }
  if (error instanceof Unreachable) return error.message;
  return "Something went wrong on our side. Your work is saved.";
}
