import "./styles/app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadConfig } from "@/api/config";
import { followDevice } from "@/lib/theme";
import { App } from "./app/app";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

followDevice();
try {
  await loadConfig();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
} catch {
  root.textContent = "Bright Run could not be reached. Check your connection and reload this page.";
}
