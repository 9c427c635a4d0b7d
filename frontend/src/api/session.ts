import { Unreachable } from "./problem";

interface Grant {
  id_token: string;
  expires_at: string;
}

type State = { phase: "unknown" | "signed-out" | "signed-in" | "ended" };

/**
 * The identity token lives here, in memory, and nowhere else. The refresh token is in a cookie that only
 * /api/v1/session reads, so a reload asks that route for a new identity token.
 */
class Session {
  private token: string | null = null;
  private expiresAt = 0;
  private refreshing: Promise<boolean> | null = null;
  private state: State = { phase: "unknown" };
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): State => this.state;

  /** A token that is good for at least half a minute, refreshed first when it is not. */
  async bearer(): Promise<string | null> {
    if (this.token && this.expiresAt - Date.now() > 30_000) return this.token;
    await this.refresh();
    return this.token;
  }

  async exchange(code: string, codeVerifier: string, redirectUri: string): Promise<boolean> {
    return this.grant("/api/v1/session", { code, code_verifier: codeVerifier, redirect_uri: redirectUri });
  }

  /** However many requests find the token stale at once, the server is asked once. */
  refresh(): Promise<boolean> {
    this.refreshing ??= this.grant("/api/v1/session/refresh").finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  async end(): Promise<void> {
    await fetch("/api/v1/session", { method: "DELETE", credentials: "same-origin" }).catch(() => undefined);
    this.token = null;
    this.move("signed-out");
  }

  private async grant(path: string, body?: unknown): Promise<boolean> {
    let response: Response;
    try {
      response = await fetch(path, {
        method: "POST",
        credentials: "same-origin",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body ?? {}),
      });
    } catch {
      throw new Unreachable();
    }
    if (response.status >= 500) throw new Unreachable();
    if (!response.ok) {
      const wasIn = this.token !== null || this.state.phase === "ended";
      this.token = null;
      this.move(wasIn ? "ended" : "signed-out");
      return false;
    }
    const grant = (await response.json()) as Grant;
    this.token = grant.id_token;
    this.expiresAt = Date.parse(grant.expires_at);
    this.move("signed-in");
    return true;
  }

  private move(phase: State["phase"]): void {
    if (this.state.phase === phase) return;
    this.state = { phase };
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}

export const session = new Session();
export type { Session };
export const createSession = (): Session => new Session();
