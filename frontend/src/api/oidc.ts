import { config } from "./config";

const PENDING = "br.sign-in";

interface Pending {
  state: string;
  verifier: string;
  returnTo: string;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const random = (size: number): string => base64url(crypto.getRandomValues(new Uint8Array(size)));

const redirectUri = (): string => `${location.origin}/signed-in`;

/** Leaves for the sign-in page. The verifier waits in this tab only, until the code comes back. */
export async function startSignIn(returnTo: string): Promise<void> {
  const pending: Pending = { state: random(16), verifier: random(48), returnTo };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pending.verifier));
  const query = new URLSearchParams({
    response_type: "code",
    client_id: config().client_id,
    redirect_uri: redirectUri(),
    scope: "openid email profile",
    state: pending.state,
    code_challenge_method: "S256",
    code_challenge: base64url(new Uint8Array(digest)),
  });
  location.assign(`${config().authorize_url}?${query.toString()}`);
}

export interface Returned {
  code: string;
  verifier: string;
  redirectUri: string;
  returnTo: string;
}

/** What came back from the sign-in page, or null when it is not an answer to a request of this tab. */
export function takeReturned(search: string): Returned | null {
  const query = new URLSearchParams(search);
  const stored = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  const code = query.get("code");
  if (!stored || !code) return null;
  const pending = JSON.parse(stored) as Pending;
  if (query.get("state") !== pending.state) return null;
  return { code, verifier: pending.verifier, redirectUri: redirectUri(), returnTo: localPath(pending.returnTo) };
}

/** Only a path of our own: what a link carries must not send anybody elsewhere. */
export function localPath(path: string): string {
  return path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\") ? path : "/datasets";
}

export function signOutUrl(): string {
  const query = new URLSearchParams({ client_id: config().client_id, logout_uri: `${location.origin}/sign-in` });
  return `${config().logout_url}?${query.toString()}`;
}
