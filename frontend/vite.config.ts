import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type PluginOption, type UserConfig } from "vite";
import { runtimeConfig, securityHeaders } from "./serving/web-origin";

const configPath = process.env["BRIGHTRUN_CONFIG"];
const apiTarget = process.env["BRIGHTRUN_API_TARGET"];
const proxy: Record<string, { target: string; changeOrigin: boolean }> = apiTarget ? { "/api": { target: apiTarget, changeOrigin: true } } : {};

export default defineConfig(async (): Promise<UserConfig> => {
  const plugins: PluginOption[] = [react(), tailwindcss(), runtimeConfig(configPath)];
  if (process.env["BRIGHTRUN_FAKE"]) {
    const { fakeBackend } = await import("./src/testing/fake-plugin");
    plugins.push(fakeBackend());
  }
  return {
    plugins,
    resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
    build: { target: "es2022", assetsInlineLimit: 0, sourcemap: false, manifest: true },
    server: { proxy },
    preview: { proxy, headers: securityHeaders(configPath) },
  };
});
