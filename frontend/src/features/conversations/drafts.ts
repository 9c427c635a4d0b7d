import type { Conversation } from "@/api/types";

/** What was typed into a message and is not stored yet. */
export interface EditDraft {
  /** The version that it is an edit of. */
  version: number;
  turn: number;
  text: string;
}

const prefixOf = (person: string, conversation: string): string => `br.edit.${person}.${conversation}.`;
const keyOf = (person: string, conversation: string, { version, turn }: Omit<EditDraft, "text">): string =>
  `${prefixOf(person, conversation)}${String(version)}.${String(turn)}`;

/** Storage may be blocked or full: then the text lasts as long as the tab. */
function quietly<T>(on: (storage: Storage) => T, otherwise: T): T {
  try {
    return on(localStorage);
  } catch {
    return otherwise;
  }
}

export const keepDraft = (person: string, conversation: string, draft: EditDraft): void =>
  quietly((storage) => storage.setItem(keyOf(person, conversation, draft), draft.text), undefined);
export const dropDraft = (person: string, conversation: string, place: Omit<EditDraft, "text">): void =>
  quietly((storage) => storage.removeItem(keyOf(person, conversation, place)), undefined);
export const draftOf = (person: string, conversation: string, place: Omit<EditDraft, "text">): string | null =>
  quietly((storage) => storage.getItem(keyOf(person, conversation, place)), null);

/** Everything that this person typed into a conversation and that is not stored. */
export function draftsOf(person: string, conversation: string): EditDraft[] {
  const prefix = prefixOf(person, conversation);
  const keys = quietly((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix)), []);
  return keys.sort().map((key) => {
    const [version = 0, turn = 0] = key.slice(prefix.length).split(".").map(Number);
    return { version, turn, text: draftOf(person, conversation, { version, turn }) ?? "" };
  });
}

/** The edit with which this person left off here. When its version was deleted, it goes on in the current one. */
export function leftOff(person: string, one: Conversation): EditDraft | null {
  for (const draft of draftsOf(person, one.id)) {
    if (one.versions.some((line) => line.number === draft.version && !line.removed)) return draft;
    if (!one.version || draft.turn > one.version.turns.length) continue;
    dropDraft(person, one.id, draft);
    const moved = { ...draft, version: one.version.number };
    keepDraft(person, one.id, moved);
    return moved;
  }
  return null;
}
