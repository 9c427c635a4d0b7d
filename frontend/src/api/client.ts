import { Problem, Unreachable, type ProblemBody } from "./problem";
import { session } from "./session";

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export interface Call {
  query?: Query;
  body?: unknown;
  /** The revision that the caller has read; sent as If-Match. */
  revision?: number;
  /** One key for one intention: a repeated click or a retry spends nothing twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    if (typeof value === "object") value.forEach((one) => search.append(key, one));
    else search.append(key, String(value));
  }
  const tail = search.toString();
  return `/api/v1${path}${tail ? `?${tail}` : ""}`;
}

async function send(method: Method, path: string, call: Call): Promise<Response> {
  const headers = new Headers({ Accept: "application/json" });
  const token = await session.bearer();
  if (token) headers.set("Authorization", `Bearer ${token}`);
  if (call.body !== undefined) headers.set("Content-Type", "application/json");
  if (call.revision !== undefined) headers.set("If-Match", `"${String(call.revision)}"`);
  if (call.idempotencyKey) headers.set("Idempotency-Key", call.idempotencyKey);
  try {
    return await fetch(address(path, call.query), {
      method,
      headers,
      credentials: "same-origin",
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.signal ? { signal: call.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable();
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  return new Problem(response.status, body);
}

/** Every call of the app: a 401 is answered by one refresh and one more try, then by the sign-in dialog. */
export async function request<T>(method: Method, path: string, call: Call = {}): Promise<T> {
  let response = await send(method, path, call);
  if (response.status === 401 && (await session.refresh())) response = await send(method, path, call);
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  request<T>("GET", path, { ...(query ? { query } : {}), ...(signal ? { signal } : {}) });
export const post = <T>(path: string, body: unknown = {}, call: Omit<Call, "body"> = {}): Promise<T> =>
  request<T>("POST", path, { ...call, body });
export const patch = <T>(path: string, body: unknown, revision?: number): Promise<T> =>
  request<T>("PATCH", path, { body, ...(revision === undefined ? {} : { revision }) });
export const remove = (path: string): Promise<undefined> => request<undefined>("DELETE", path);

export const newKey = (): string => crypto.randomUUID();
