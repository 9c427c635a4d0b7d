import { useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { keys, useReadOnlyReason } from "@/api/queries";
import type { Conversation, Decision } from "@/api/types";
import { useDraft } from "@/lib/draft";
import { useReview } from "./review";
import type { SaveNow } from "./sitting";

/** Why one is turned down or sent back, on the keys 1 to 6. */
export const REASONS: Partial<Record<Decision, readonly string[]>> = {
  reject: ["Facts are wrong", "Not how we talk", "Off topic", "Says too little", "Repeats itself", "Not safe to say"],
  needs_edit: ["A figure to check", "Tone to change", "Too long", "A message to rewrite", "The ending to change", "Ask a colleague"],
};

export interface Deciding {
  note: string;
  setNote: (text: string) => void;
  /** The decision whose reasons are asked for just now. */
  asking: Decision | null;
  reasons: readonly string[];
  toggle: (reason: string) => void;
  /** The first press on one that has reasons asks for them, the second decides. */
  press: (decision: Decision) => void;
  cancel: () => void;
  /** Makes another version than the one on the screen the current one, and approves it. */
  keep: (version: number) => void;
  readOnly: string | null;
}

interface Options {
  one: Conversation;
  version: number;
  /** Stores an open edit first: the decision is about what is on the screen. */
  saveRef: React.RefObject<SaveNow | null>;
  readingTime: () => number;
  onDecided?: ((decision: Decision, seconds: number) => void) | undefined;
  onRefused?: (() => void) | undefined;
  quiet?: boolean;
}

/** A person making up their mind about what they read: a note, reasons, and the decision itself. */
export function useDeciding({ one, version, saveRef, readingTime, onDecided, onRefused, quiet = false }: Options): Deciding {
  const client = useQueryClient();
  const [note, setNote, clearNote] = useDraft(`note.${one.id}`);
  const [asking, setAsking] = useState<Decision | null>(null);
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const busy = useRef(false);
  const review = useReview();
  const readOnly = useReadOnlyReason("reviewer");

  const decide = async (decision: Decision, chosen?: number): Promise<void> => {
    if (readOnly || busy.current) return;
    busy.current = true;
    try {
      const saved = saveRef.current ? await saveRef.current() : { version: chosen ?? version, revision: one.revision };
      if (!saved) return;
      const readingSeconds = readingTime();
      const now = client.getQueryData<Conversation>(keys.conversation(one.id)) ?? one;
      const about = saved === "kept" ? { version: "typed" as const, row: now } : { version: saved.version, row: { ...now, revision: saved.revision } };
      setAsking(null);
      onDecided?.(decision, readingSeconds);
      const outcome = await review({ ...about, decision, note: note.trim(), reasons: [...reasons], readingSeconds, quiet });
      if (outcome === "refused") onRefused?.();
      else clearNote();
      setReasons([]);
    } finally {
      busy.current = false;
    }
  };
  const press = (decision: Decision): void => {
    if (readOnly) return;
    if (REASONS[decision] && asking !== decision) {
      setReasons([]);
      setAsking(decision);
    } else void decide(decision);
  };
  return {
    note,
    setNote,
    asking,
    reasons,
    toggle: (reason) => setReasons(reasons.includes(reason) ? reasons.filter((each) => each !== reason) : [...reasons, reason]),
    press,
    cancel: () => setAsking(null),
    keep: (chosen) => void decide("approve", chosen),
    readOnly,
  };
}
