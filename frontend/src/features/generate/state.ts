import { useSyncExternalStore } from "react";
import type { ConversationRow, Selection } from "@/api/types";

export interface Ask {
  dataset: string;
  selection: Selection;
  /** Set for a single conversation: it goes the quick way, in front of everything that waits. */
  one?: Pick<ConversationRow, "id" | "ref" | "status">;
  /** How many of the chosen ones are written already and would get a new version. */
  again?: number;
  /** Changes the texts by an instruction in place of writing them anew. */
  rewrite?: Rewriting;
  /** Second opinions on what is written, instead of texts. */
  judge?: boolean;
}

export interface Rewriting {
  /** What was said already, for one of them. */
  wish?: string;
  /** What was typed has been sent. */
  onStarted?: () => void;
}

let asked: Ask | null = null;
const listeners = new Set<() => void>();

const set = (next: Ask | null): void => {
  asked = next;
  listeners.forEach((listener) => {
    listener();
  });
};

/** Any page may ask for the dialog; it is mounted once, in the frame. */
export const ask = (next: Ask): void => set(next);
export const closeAsk = (): void => set(null);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useAsk = (): Ask | null => useSyncExternalStore(subscribe, () => asked);
export const useGenerate = (): { ask: (next: Ask) => void } => ({ ask });
