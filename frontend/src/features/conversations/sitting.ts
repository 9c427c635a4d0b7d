import { useCallback, useEffect, useRef, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { isConflict, isOutOfReach, sentenceOf } from "@/api/problem";
import { meQuery } from "@/api/queries";
import type { Conversation, Turn, Version } from "@/api/types";
import { whenBack } from "@/lib/back";
import { conversationQuery, versionQuery } from "./api";
import { draftOf, dropDraft, keepDraft } from "./drafts";
import { openEditors } from "./sending";
import { useSaveTurn } from "./versions";
import { alsoWaiting } from "./waiting";

const AFTER_THE_LAST_KEY = 800;

/** What a colleague has stored meanwhile: keeping mine goes on top of exactly this. */
interface Theirs {
  who: string;
  version: number;
  latest: number;
  revision: number;
  /** Null when their version has no such message. */
  text: string | null;
  /** The version as it is stored, when there is one that was not seen. */
  found: Version | null;
}

/** What a decision needs to know of an open edit: where it is stored, that it is kept on this computer, or that it can't go on. */
export type SaveNow = () => Promise<{ version: number; revision: number } | "kept" | null>;

export type Saving =
  | { state: "clean" | "waiting" | "saving" }
  /** The server is out of reach: it stands in this browser and goes out by itself. */
  | { state: "kept" }
  | { state: "saved"; version: number; score: number; was: number }
  | { state: "refused"; sentence: string }
  | { state: "conflict"; theirs: Theirs };

interface Options {
  one: Conversation;
  version: Version;
  turn: Turn;
  onStored: (version: number) => void;
  onClose: () => void;
  saveRef?: React.RefObject<SaveNow | null> | undefined;
}

/** One person typing in one message: saved after the last key, never over what they have not seen. */
export function useSitting({ one, version, turn, onStored, onClose, saveRef }: Options) {
  const client = useQueryClient();
  const person = useQuery(meQuery).data?.user.id ?? "";
  const save = useSaveTurn(one);
  const [kept] = useState(() => draftOf(person, one.id, { version: version.number, turn: turn.number }));
  const [text, setText] = useState(kept ?? turn.content);
  const [saving, setSaving] = useState<Saving>({ state: kept === null || kept === turn.content ? "clean" : "waiting" });
  const [stored, setStored] = useState(turn.content);
  const seen = useRef({ version: version.number, revision: one.revision, latest: one.latest_version, stored: turn.content, typed: text, busy: false, away: false, lost: null as string | null, stuck: false });

  const place = useRef(one);
  useEffect(() => {
    place.current = one;
  });

  /** The newest text, when it is one that this person has not seen: in a new version, or in the one they are on. */
  const newest = useCallback(async (): Promise<Theirs> => {
    const now = await client.query({ ...conversationQuery(one.id), staleTime: 0 });
    const number = Math.max(...now.versions.filter((line) => !line.removed).map((line) => line.number));
    const at = seen.current;
    const found = number > at.latest || number === at.version ? await client.query({ ...versionQuery(one.id, number), staleTime: 0 }) : null;
    const text = found ? (found.turns.find((each) => each.number === turn.number)?.content ?? null) : at.stored;
    return { who: found?.created_by_name || "Somebody", version: found?.number ?? at.version, latest: now.latest_version, revision: now.revision, text, found };
  }, [client, one.id, turn.number]);

  /** What is to be done about a save that did not come back as one. False: it is not stored. */
  const refused = useCallback(
    async (error: unknown, content: string): Promise<false> => {
      const at = seen.current;
      try {
        if (isOutOfReach(error)) throw error;
        if (!isConflict(error) || error.code !== "stale_revision") {
          at.stuck = true;
          setSaving({ state: "refused", sentence: sentenceOf(error) });
          return false;
        }
        const theirs = await newest();
        // A save whose answer never came is one's own, not a colleague's.
        const own = at.lost !== null && theirs.text === at.lost && theirs.found?.created_by === person;
        if (theirs.text !== at.stored && !own) {
          at.stuck = true;
          setSaving({ state: "conflict", theirs });
          return false;
        }
        // Something else of it was changed: nobody's words are lost by going on from there.
        move(at, theirs, { person, id: one.id, turn: turn.number });
        setStored(at.stored);
        setSaving({ state: "waiting" });
      } catch (away) {
        if (!isOutOfReach(away)) throw away;
        Object.assign(at, { away: true, lost: content });
        setSaving({ state: "kept" });
      }
      return false;
    },
    [newest, one.id, person, turn.number],
  );

  const store = useCallback(
    async (content: string): Promise<boolean> => {
      const at = seen.current;
      if (at.busy || content === at.stored) return content === at.stored;
      Object.assign(at, { busy: true, away: false, stuck: false });
      setSaving({ state: "saving" });
      try {
        const edit = await save(at.version, turn.number, content, at.revision);
        dropDraft(person, one.id, { version: at.version, turn: turn.number });
        Object.assign(at, { version: edit.version.number, revision: edit.row.revision, latest: edit.row.latest_version, stored: content, lost: null });
        if (at.typed !== content) keepDraft(person, one.id, { version: at.version, turn: turn.number, text: at.typed });
        setStored(content);
        setSaving({ state: "saved", version: edit.version.number, score: edit.version.quality.score, was: edit.was_score });
        onStored(edit.version.number);
        return true;
      } catch (error) {
        return await refused(error, content);
      } finally {
        at.busy = false;
      }
    },
    [refused, one.id, onStored, person, save, turn.number],
  );

  const pending = text !== stored && !["conflict", "refused", "kept"].includes(saving.state);
  useEffect(() => {
    if (!pending || !text.trim()) return undefined;
    const timer = setTimeout(() => void store(text), AFTER_THE_LAST_KEY);
    return () => clearTimeout(timer);
  }, [pending, text, store, saving]);

  const type = (next: string): void => {
    const at = { version: seen.current.version, turn: turn.number };
    Object.assign(seen.current, { typed: next, stuck: saving.state === "conflict" });
    if (next === seen.current.stored) dropDraft(person, one.id, at);
    else keepDraft(person, one.id, { ...at, text: next });
    setText(next);
    setSaving((now) => (now.state === "conflict" ? now : { state: "waiting" }));
  };
  const flush = useCallback(async (): ReturnType<SaveNow> => {
    const at = seen.current;
    await idle(at);
    // Going on from what else was changed takes a second try.
    for (let tries = 0; tries < 3 && !at.stuck; tries += 1) {
      if (await store(at.typed)) return { version: at.version, revision: at.revision };
      if (at.away) return "kept";
    }
    return null;
  }, [store]);
  const done = async (): Promise<void> => {
    if (await flush()) onClose();
  };
  useEffect(() => {
    if (!saveRef) return undefined;
    saveRef.current = flush;
    return () => {
      saveRef.current = null;
    };
  }, [saveRef, flush]);
  useEffect(() => (saving.state === "kept" ? whenBack(() => void store(seen.current.typed)) : undefined), [saving.state, store]);
  useEffect(() => {
    const at = seen.current;
    openEditors.add(one.id);
    return () => {
      openEditors.delete(one.id);
      // Whoever moves on does not have to wait: what is typed goes out by itself.
      void idle(at).then(() => {
        if (at.typed !== at.stored && !at.stuck && at.typed.trim()) alsoWaiting(person, place.current, { typed: true, away: at.away });
      });
    };
  }, [one.id, person]);
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

/** Once no save is under way. */
async function idle(at: { busy: boolean }): Promise<void> {
  while (at.busy) await new Promise((resolve) => setTimeout(resolve, 50));
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
