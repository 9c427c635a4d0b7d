import { useSyncExternalStore } from "react";

export type RowHeight = "compact" | "comfortable";

const KEY = "br.row-height";
const listeners = new Set<() => void>();
let chosen: RowHeight | null = null;

function read(): RowHeight {
  try {
    chosen ??= localStorage.getItem(KEY) === "comfortable" ? "comfortable" : "compact";
  } catch {
    chosen ??= "compact";
  }
  return chosen;
}

function choose(height: RowHeight): void {
  chosen = height;
  try {
    localStorage.setItem(KEY, height);
  } catch {
    // Storage is blocked: the choice lasts until the reload.
  }
  listeners.forEach((tell) => tell());
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** How high the rows of the large tables are; it stays with the person. */
export const useRowHeight = (): [RowHeight, (height: RowHeight) => void] => [useSyncExternalStore(subscribe, read), choose];
