import { useSyncExternalStore } from "react";
import type { Decision, Status } from "@/api/types";

/** A decision that is made and not stored yet. */
export interface KeptRuling {
  decision: Decision;
  /** The version that was read, or "typed": the one that the kept edit will make. */
  version: number | "typed";
  note: string;
  reasons: string[];
  reading_seconds: number;
  revision: number;
  /** How the row stood before, so that it can be taken back. */
  before: Status;
}

/** What a person did to one conversation while the server was out of reach. */
export interface Waiting {
  person: string;
  conversation: string;
  ref: string;
  dataset: string;
  /** What was typed stands in the drafts and goes first. */
  typed: boolean;
  ruling: KeptRuling | null;
  /** The server was out of reach when it was made, so that it is worth a word when it goes out. */
  away: boolean;
}

const PREFIX = "br.waiting.";
const keyOf = (one: Pick<Waiting, "person" | "conversation">): string => `${PREFIX}${one.person}.${one.conversation}`;

const listeners = new Set<() => void>();
/** What could not be written to the browser's storage lasts as long as the tab. */
const inMemory = new Map<string, string>();
let shown: readonly Waiting[] | null = null;

function stored(): Map<string, string> {
  const found = new Map(inMemory);
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) found.set(key, localStorage.getItem(key) ?? "");
  } catch {
    // Storage is blocked.
  }
  return found;
}

function read(): readonly Waiting[] {
  shown ??= [...stored()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => JSON.parse(text) as Waiting);
  return shown;
}

const changed = (): void => {
  shown = null;
  listeners.forEach((listener) => {
    listener();
  });
};

export const waitingOf = (person: string): readonly Waiting[] => read().filter((one) => one.person === person);
export const waitingFor = (person: string, conversation: string): Waiting | undefined => waitingOf(person).find((one) => one.conversation === conversation);

export function keepWaiting(one: Waiting): void {
  const key = keyOf(one);
  const text = JSON.stringify(one);
  try {
    localStorage.setItem(key, text);
  } catch {
    inMemory.set(key, text);
  }
  changed();
}

/** Adds to what waits for a conversation already. */
export function alsoWaiting(person: string, row: { id: string; ref: string; dataset_id: string }, more: Partial<Pick<Waiting, "typed" | "ruling" | "away">>): void {
  const before = waitingFor(person, row.id);
  const one = { typed: false, ruling: null, away: false, ...before, person, conversation: row.id, ref: row.ref, dataset: row.dataset_id };
  keepWaiting({ ...one, ...more, away: one.away || Boolean(more.away) });
}

export function dropWaiting(one: Pick<Waiting, "person" | "conversation">): void {
  inMemory.delete(keyOf(one));
  try {
    localStorage.removeItem(keyOf(one));
  } catch {
    // Storage is blocked: there was nothing in it.
  }
  changed();
}

const subscribe = (listener: () => void): (() => void) => {
  const fromOtherTabs = (event: StorageEvent): void => {
    if (event.key?.startsWith(PREFIX)) changed();
  };
  listeners.add(listener);
  window.addEventListener("storage", fromOtherTabs);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", fromOtherTabs);
  };
};

export const useWaiting = (): readonly Waiting[] => useSyncExternalStore(subscribe, read);

const count = (number: number, word: string): string | null => (number === 0 ? null : `${String(number)} ${word}${number === 1 ? "" : "s"}`);

/** "2 decisions and 1 edit are". */
export function told(all: readonly Waiting[], verb: readonly [string, string]): string {
  const [decisions, edits] = [all.filter((one) => one.ruling).length, all.filter((one) => one.typed).length];
  return `${[count(decisions, "decision"), count(edits, "edit")].filter(Boolean).join(" and ")} ${decisions + edits === 1 ? verb[0] : verb[1]}`;
}
