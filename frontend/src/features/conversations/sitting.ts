import { useCallback, useEffect, useRef, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { isConflict, sentenceOf } from "@/api/problem";
import { meQuery } from "@/api/queries";
import type { Conversation, Turn, Version } from "@/api/types";
import { conversationQuery, versionQuery } from "./api";
import { draftOf, dropDraft, keepDraft } from "./drafts";
import { useSaveTurn } from "./versions";

const AFTER_THE_LAST_KEY = 800;

/** What a colleague has stored meanwhile: keeping mine goes on top of exactly this. */
interface Theirs {
  who: string;
  version: number;
  latest: number;
  revision: number;
  /** Null when their version has no such message. */
  text: string | null;
}

export type Saving =
  | { state: "clean" | "waiting" | "saving" }
  | { state: "saved"; version: number; score: number; was: number }
  | { state: "refused"; sentence: string }
  | { state: "conflict"; theirs: Theirs };

interface Options {
  one: Conversation;
  version: Version;
  turn: Turn;
  onStored: (version: number) => void;
  onClose: () => void;
}

/** One person typing in one message: saved after the last key, never over what they have not seen. */
export function useSitting({ one, version, turn, onStored, onClose }: Options) {
  const client = useQueryClient();
  const person = useQuery(meQuery).data?.user.id ?? "";
  const save = useSaveTurn(one);
  const [kept] = useState(() => draftOf(person, one.id, { version: version.number, turn: turn.number }));
  const [text, setText] = useState(kept ?? turn.content);
  const [saving, setSaving] = useState<Saving>({ state: kept === null || kept === turn.content ? "clean" : "waiting" });
  const [stored, setStored] = useState(turn.content);
  const seen = useRef({ version: version.number, revision: one.revision, latest: one.latest_version, stored: turn.content, typed: text, busy: false });

  /** The newest text, when it is one that this person has not seen: in a new version, or in the one they are on. */
  const newest = useCallback(async (): Promise<Theirs> => {
    const now = await client.query({ ...conversationQuery(one.id), staleTime: 0 });
    const number = Math.max(...now.versions.filter((line) => !line.removed).map((line) => line.number));
    const at = seen.current;
    const found = number > at.latest || number === at.version ? await client.query({ ...versionQuery(one.id, number), staleTime: 0 }) : null;
    const text = found ? (found.turns.find((each) => each.number === turn.number)?.content ?? null) : at.stored;
    return { who: found?.created_by_name || "Somebody", version: found?.number ?? at.version, latest: now.latest_version, revision: now.revision, text };
  }, [client, one.id, turn.number]);

  const store = useCallback(
    async (content: string): Promise<boolean> => {
      const at = seen.current;
      if (at.busy || content === at.stored) return content === at.stored;
      at.busy = true;
      setSaving({ state: "saving" });
      try {
        const edit = await save(at.version, turn.number, content, at.revision);
        dropDraft(person, one.id, { version: at.version, turn: turn.number });
        Object.assign(at, { version: edit.version.number, revision: edit.row.revision, latest: edit.row.latest_version, stored: content });
        if (at.typed !== content) keepDraft(person, one.id, { version: at.version, turn: turn.number, text: at.typed });
        setStored(content);
        setSaving({ state: "saved", version: edit.version.number, score: edit.version.quality.score, was: edit.was_score });
        onStored(edit.version.number);
        return true;
      } catch (error) {
        if (!isConflict(error) || error.code !== "stale_revision") {
          setSaving({ state: "refused", sentence: sentenceOf(error) });
          return false;
        }
        const theirs = await newest();
        if (theirs.text !== at.stored) {
          setSaving({ state: "conflict", theirs });
          return false;
        }
        // Something else of it was changed: nobody's words are lost by going on from there.
        move(seen.current, theirs, { person, id: one.id, turn: turn.number });
        setSaving({ state: "waiting" });
        return false;
      } finally {
        at.busy = false;
      }
    },
    [newest, one.id, onStored, person, save, turn.number],
  );

  const pending = text !== stored && saving.state !== "conflict" && saving.state !== "refused";
  useEffect(() => {
    if (!pending || !text.trim()) return undefined;
    const timer = setTimeout(() => void store(text), AFTER_THE_LAST_KEY);
    return () => clearTimeout(timer);
  }, [pending, text, store, saving]);

  const type = (next: string): void => {
    const place = { version: seen.current.version, turn: turn.number };
    seen.current.typed = next;
    if (next === seen.current.stored) dropDraft(person, one.id, place);
    else keepDraft(person, one.id, { ...place, text: next });
    setText(next);
    setSaving((now) => (now.state === "conflict" ? now : { state: "waiting" }));
  };
  const done = async (): Promise<void> => {
    if (saving.state === "conflict") return;
    while (seen.current.busy) await new Promise((resolve) => setTimeout(resolve, 50));
    const before = seen.current.revision;
    if ((await store(text)) || (seen.current.revision !== before && (await store(text)))) onClose();
  };
  const keepMine = async (): Promise<void> => {
    if (saving.state !== "conflict") return;
    move(seen.current, saving.theirs, { person, id: one.id, turn: turn.number });
    await store(text);
  };
  const keepTheirs = (): void => {
    dropDraft(person, one.id, { version: seen.current.version, turn: turn.number });
    if (saving.state === "conflict") onStored(saving.theirs.version);
    onClose();
  };
  return { text, type, saving, done, again: () => store(text), keepMine, keepTheirs };
}

interface At {
  version: number;
  revision: number;
  latest: number;
  stored: string;
  typed: string;
}

/** Goes on from what a colleague stored; what is typed moves with it. */
function move(at: At, { version, latest, revision, text }: Theirs, { person, id, turn }: { person: string; id: string; turn: number }): void {
  dropDraft(person, id, { version: at.version, turn });
  Object.assign(at, { version, latest, revision, stored: text ?? "" });
  keepDraft(person, id, { version, turn, text: at.typed });
}
