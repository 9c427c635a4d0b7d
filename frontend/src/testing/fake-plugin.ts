import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { createFakeApi } from "./fake-api";

const CONFIG = {
  stage: "fake",
  authorize_url: "http://127.0.0.1:1/oauth2/authorize",
  logout_url: "http://127.0.0.1:1/logout",
  client_id: "fake",
  cognito_endpoint: "http://127.0.0.1:1/",
  region: "eu-west-1",
  model_notice: "The practice model writes here. Nothing is sent to Claude and nothing is charged.",
  support: "support@brightrun.example",
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

/** Looks at every page without a backend: `npm run dev:fake`. Loaded by the build tool only, never in a bundle. */
export function fakeBackend(): Plugin {
  const api = createFakeApi();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://fake");
    const path = url.pathname.replace("/api/v1", "");
    const ifMatch = request.headers["if-match"] ?? null;
    const result =
      url.pathname === "/config.json"
        ? { status: 200, body: CONFIG }
        : api({ method: request.method ?? "GET", path, query: url.searchParams, body: await bodyOf(request), ifMatch });
    response.statusCode = result.status;
    response.setHeader("Content-Type", result.status < 400 ? "application/json" : "application/problem+json");
    response.end(JSON.stringify(result.body));
  };
  const use = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const ours = request.url?.startsWith("/api/v1") ?? false;
    if (ours || request.url?.startsWith("/config.json")) void answer(request, response);
    else next();
  };
  return {
    name: "bright-run-fake-backend",
    configureServer: (server) => void server.middlewares.use(use),
    configurePreviewServer: (server) => void server.middlewares.use(use),
  };
}
