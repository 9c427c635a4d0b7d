import type { Conversation, Turn, Version } from "@/api/types";
import { draftsOf, dropDraft, keepDraft } from "./drafts";

/** A message that reads otherwise in a colleague's version than before one's own eyes. */
export interface Differing {
  turn: number;
  mine: string;
  theirs: string;
  /** Typed by this person and not stored yet; without that it is the text that they had on screen. */
  typed: boolean;
}

/** A version as this person has it before them, with what they typed into it. */
interface Mine {
  person: string;
  conversation: string;
  version: number;
  turns: readonly Turn[];
}

/** What differs in all messages but the one that is being typed in. */
export function differingBeside(turn: number, theirs: Version, mine: Mine): Differing[] {
  const drafts = draftsOf(mine.person, mine.conversation).filter((draft) => draft.version === mine.version);
  return theirs.turns.flatMap(({ number, content }) => {
    const was = mine.turns.find((each) => each.number === number)?.content;
    const typed = drafts.find((draft) => draft.turn === number)?.text;
    const own = typed ?? was;
    if (number === turn || own === undefined || was === content || own === content) return [];
    return [{ turn: number, mine: own, theirs: content, typed: typed !== undefined }];
  });
}

/** What a colleague has stored meanwhile: keeping mine goes on top of exactly this. */
export interface Theirs {
  who: string;
  version: number;
  latest: number;
  revision: number;
  /** Null when their version has no such message. */
  text: string | null;
  /** The version as it is stored, when there is one that was not seen. */
  found: Version | null;
  /** What differs in the other messages. */
  beside: Differing[];
}

/** Where a sitting stands. */
export interface At {
  /** The version that the next save goes on top of, and its messages. */
  version: number;
  turns: readonly Turn[];
  revision: number;
  latest: number;
  stored: string;
  typed: string;
  /** Other messages that go along with the next save. */
  also: { number: number; content: string }[];
  /** What was sent when the answer never came. */
  lost: string | null;
  /** A colleague went on while this lay here: their words are met before anything is stored. */
  behind: boolean;
  busy: boolean;
  away: boolean;
  stuck: boolean;
}

/** Whether somebody else has stored a newer version than the one that a draft was typed on. */
export function wentOn(one: Conversation, version: Version, person: string): boolean {
  return one.versions.some((line) => !line.removed && line.number > version.number && line.by !== person);
}

/** Goes on from what a colleague stored; what is typed, here and in other messages, moves with it. */
export function move(at: At, { version, latest, revision, text, found }: Theirs, { person, id, turn }: { person: string; id: string; turn: number }): void {
  const others = draftsOf(person, id).filter((draft) => draft.version === at.version && draft.turn !== turn);
  for (const draft of others) {
    dropDraft(person, id, draft);
    keepDraft(person, id, { ...draft, version });
  }
  dropDraft(person, id, { version: at.version, turn });
  Object.assign(at, { version, turns: found?.turns ?? at.turns, latest, revision, stored: text ?? "", behind: false });
  keepDraft(person, id, { version, turn, text: at.typed });
}
