import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";

interface RuntimeConfig {
  cognito_endpoint?: string;
  authorize_url?: string;
}

/** The origins of the sign-in service, which the policy must allow beside our own. */
function signInOrigins(configPath: string | undefined): string[] {
  if (!configPath) return [];
  const config = JSON.parse(readFileSync(configPath, "utf8")) as RuntimeConfig;
  const urls = [config.cognito_endpoint, config.authorize_url].filter((url): url is string => Boolean(url));
  return [...new Set(urls.map((url) => new URL(url).origin))];
}

/** The same headers as the response headers policy of the distribution on AWS. */
export function securityHeaders(configPath: string | undefined): Record<string, string> {
  const others = signInOrigins(configPath).join(" ");
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${others}`.trim(),
    `form-action 'self' ${others}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  };
}

type Next = () => void;

/** Answers /config.json from a file, read at every request so that a new deployment needs no restart. */
export function runtimeConfig(configPath: string | undefined): Plugin {
  const answer = (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    if (!configPath || request.url?.split("?")[0] !== "/config.json") {
      next();
      return;
    }
    response.setHeader("Content-Type", "application/json");
    response.setHeader("Cache-Control", "no-store");
    response.end(readFileSync(configPath, "utf8"));
  };
  return {
    name: "bright-run-runtime-config",
    configureServer: (server) => void server.middlewares.use(answer),
    configurePreviewServer: (server) => void server.middlewares.use(answer),
  };
}
