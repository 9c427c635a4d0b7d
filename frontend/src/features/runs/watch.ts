import { useSyncExternalStore } from "react";

export interface Watched {
  batch: string;
  dataset: string;
}

const KEY = "br.run";
const listeners = new Set<() => void>();

function read(): Watched | null {
  try {
    const text = localStorage.getItem(KEY);
    return text ? (JSON.parse(text) as Watched) : null;
  } catch {
    return null;
  }
}
let watched = read();

function set(next: Watched | null): void {
  watched = next;
  try {
    if (next) localStorage.setItem(KEY, JSON.stringify(next));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is blocked: the run is followed until the reload, and found again on its dataset's page.
  }
  listeners.forEach((listener) => {
    listener();
  });
}

/** The run that every page speaks of, after a reload too. */
export const rememberRun = (batch: string, dataset: string): void => {
  if (watched?.batch !== batch) set({ batch, dataset });
};
export const forgetRun = (batch: string): void => {
  if (watched?.batch === batch) set(null);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useWatched = (): Watched | null => useSyncExternalStore(subscribe, () => watched);
