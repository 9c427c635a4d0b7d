import { useCallback, useEffect, useRef, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { isConflict, isOutOfReach, sentenceOf } from "@/api/problem";
import { meQuery } from "@/api/queries";
import type { Conversation, Turn, Version } from "@/api/types";
import { whenBack } from "@/lib/back";
import { conversationQuery, versionQuery } from "./api";
import { draftOf, dropDraft, keepDraft } from "./drafts";
import { differingBeside, move, wentOn, type At, type Theirs } from "./picking";
import { openEditors } from "./sending";
import { saveTurns } from "./versions";
import { alsoWaiting } from "./waiting";

const AFTER_THE_LAST_KEY = 800;

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
  const [kept] = useState(() => draftOf(person, one.id, { version: version.number, turn: turn.number }));
  const [text, setText] = useState(kept ?? turn.content);
  const [saving, setSaving] = useState<Saving>({ state: kept === null || kept === turn.content ? "clean" : "waiting" });
  const [stored, setStored] = useState(turn.content);
  const [behind] = useState(kept !== null && wentOn(one, version, person));
  const seen = useRef<At>({
    version: version.number,
    turns: version.turns,
    revision: one.revision,
    latest: behind ? version.number : one.latest_version,
    stored: turn.content,
    typed: text,
    also: [],
    lost: null,
    behind,
    busy: false,
    away: false,
    stuck: false,
  });

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
    const beside = found ? differingBeside(turn.number, found, { person, conversation: one.id, version: at.version, turns: at.turns }) : [];
    return { who: found?.created_by_name || "Somebody", version: found?.number ?? at.version, latest: now.latest_version, revision: now.revision, text, found, beside };
  }, [client, one.id, person, turn.number]);

  /** Meets what a colleague stored: asks when their words stand against these, else goes on from there. */
  const meet = useCallback(
    async (): Promise<false> => {
      const at = seen.current;
      const theirs = await newest();
      // A save whose answer never came is one's own, not a colleague's.
      const sent = [at.lost, at.typed].some((text) => text !== null && text === theirs.text) && at.also.every((each) => theirs.found?.turns.some((one) => one.number === each.number && one.content === each.content));
      const own = sent && theirs.found?.created_by === person ? theirs.found : null;
      if ((theirs.text !== at.stored && !own) || theirs.beside.some((one) => one.typed)) {
        Object.assign(at, { stuck: true, also: [] });
        setSaving({ state: "conflict", theirs });
        return false;
      }
      // Something else of it was changed: nobody's words are lost by going on from there.
      move(at, theirs, { person, id: one.id, turn: turn.number });
      setStored(at.stored);
      if (!own) {
        setSaving({ state: "waiting" });
        return false;
      }
      Object.assign(at, { also: [], lost: null });
      if (at.typed === at.stored) dropDraft(person, one.id, { version: at.version, turn: turn.number });
      setSaving({ state: "saved", version: own.number, score: own.quality.score, was: version.quality.score });
      onStored(own.number);
      return false;
    },
    [newest, one.id, onStored, person, turn.number, version.quality.score],
  );

  /** What is to be done about a save that did not come back as one. False: it is not stored. */
  const refused = useCallback(
    async (error: unknown, content: string): Promise<false> => {
      const at = seen.current;
      try {
        if (isOutOfReach(error)) throw error;
        if (isConflict(error) && error.code === "stale_revision") return await meet();
        at.stuck = true;
        setSaving({ state: "refused", sentence: sentenceOf(error) });
      } catch (away) {
        if (!isOutOfReach(away)) throw away;
        Object.assign(at, { away: true, lost: content });
        setSaving({ state: "kept" });
      }
      return false;
    },
    [meet],
  );

  const store = useCallback(
    async (content: string): Promise<boolean> => {
      const at = seen.current;
      const turns = [...(content === at.stored ? [] : [{ number: turn.number, content }]), ...at.also];
      if (at.busy || turns.length === 0) return turns.length === 0;
      Object.assign(at, { busy: true, away: false, stuck: false });
      setSaving({ state: "saving" });
      try {
        if (at.behind) return await meet();
        const edit = await saveTurns(client, one.id, at.version, turns, at.revision);
        for (const number of [turn.number, ...at.also.map((each) => each.number)]) dropDraft(person, one.id, { version: at.version, turn: number });
        Object.assign(at, { version: edit.version.number, turns: edit.version.turns, revision: edit.row.revision, latest: edit.row.latest_version, stored: content, also: [], lost: null });
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
    [client, meet, one.id, onStored, person, refused, turn.number],
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
        if ((at.typed !== at.stored || at.also.length > 0) && !at.stuck && at.typed.trim()) alsoWaiting(person, place.current, { typed: true, away: at.away });
      });
    };
  }, [one.id, person]);
  /** Settles a conflict: these messages stay mine, on top of all the colleague stored. */
  const keep = async (mine: readonly number[]): Promise<void> => {
    if (saving.state !== "conflict") return;
    const [at, { theirs }] = [seen.current, saving];
    const also = theirs.beside.filter((each) => mine.includes(each.turn)).map((each) => ({ number: each.turn, content: each.mine }));
    for (const { turn: number } of theirs.beside) dropDraft(person, one.id, { version: at.version, turn: number });
    if (mine.length === 0) {
      dropDraft(person, one.id, { version: at.version, turn: turn.number });
      onStored(theirs.version);
      onClose();
      return;
    }
    const content = mine.includes(turn.number) ? text : (theirs.text ?? "");
    Object.assign(at, { typed: content, also });
    setText(content);
    move(at, theirs, { person, id: one.id, turn: turn.number });
    for (const { number, content: words } of also) keepDraft(person, one.id, { version: at.version, turn: number, text: words });
    await store(content);
  };
  return { text, type, saving, done, again: () => store(text), keep };
}

/** Once no save is under way. */
async function idle(at: { busy: boolean }): Promise<void> {
  while (at.busy) await new Promise((resolve) => setTimeout(resolve, 50));
}
