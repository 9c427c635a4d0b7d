import { vi, type Mock } from "vitest";
import { createFakeApi, type FakeAnswer, type FakeRequest } from "./fake-api";

export interface FakeServer {
  fetch: Mock<typeof fetch>;
  /** Every request that was made, oldest first. */
  requests: FakeRequest[];
  /** Answers the next request that matches instead of the fake server. */
  refuse: (match: (request: FakeRequest) => boolean, answer: FakeAnswer | "offline") => void;
}

/** Puts the fake server behind `fetch`. */
export function serveFake(): FakeServer {
  const api = createFakeApi();
  const requests: FakeRequest[] = [];
  const refusals: { match: (request: FakeRequest) => boolean; answer: FakeAnswer | "offline" }[] = [];
  const answer = vi.fn<typeof fetch>((input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, "http://localhost");
    const headers = new Headers(init?.headers);
    const body = typeof init?.body === "string" ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    const request: FakeRequest = {
      method: init?.method ?? "GET",
      path: url.pathname.replace("/api/v1", ""),
      query: url.searchParams,
      body,
      ifMatch: headers.get("If-Match"),
    };
    requests.push(request);
    const at = refusals.findIndex((one) => one.match(request));
    const planned = at >= 0 ? refusals.splice(at, 1)[0]?.answer : undefined;
    if (planned === "offline") return Promise.reject(new TypeError("Failed to fetch"));
    const { status, body: reply } = planned ?? api(request);
    return Promise.resolve(new Response(JSON.stringify(reply), { status, headers: { "Content-Type": "application/json" } }));
  });
  vi.stubGlobal("fetch", answer);
  return { fetch: answer, requests, refuse: (match, reply) => refusals.push({ match, answer: reply }) };
}
