import type { MouseEvent } from "react";
import { sentenceOf } from "@/api/problem";
import type { Claim, Conversation, Turn, Version } from "@/api/types";
import { cx } from "@/lib/cx";
import { toast } from "@/lib/toasts";
import type { OnScreen } from "../opened";
import type { SaveNow } from "../sitting";
import { useSaveTurn } from "../versions";
import { MarkedText } from "./marked-text";
import { TurnComments } from "./turn-comments";
import { TurnEditor } from "./turn-editor";

/** A click into the text starts the edit; marking words in it, or pressing a mark, does not. */
function isPlainClick(event: MouseEvent<HTMLElement>): boolean {
  const target = event.target as HTMLElement;
  return event.currentTarget.contains(target) && !target.closest("button,a") && (getSelection()?.isCollapsed ?? true);
}

/** Puts what the source says in the place of what was said, as an edit. */
function useSourceWords(one: Conversation, version: Version, turn: Turn, editing: Editing | undefined) {
  const save = useSaveTurn(one);
  if (!editing) return undefined;
  return (claim: Claim, words: string): void => {
    const characters = Array.from(turn.content);
    const text = [...characters.slice(0, claim.start), words, ...characters.slice(claim.end)].join("");
    save(version.number, turn.number, text, one.revision).then(
      (edit) => {
        editing.stored(edit.version.number);
        toast(`Saved as version ${String(edit.version.number)}: score ${edit.version.quality.score.toFixed(1)}, was ${edit.was_score.toFixed(1)}.`);
      },
      (error: unknown) => toast(sentenceOf(error), { tone: "problem" }),
    );
  };
}

export interface Editing {
  turn: number | null;
  begin: (turn: number) => void;
  stored: (version: number) => void;
  end: () => void;
  saveRef: React.RefObject<SaveNow | null>;
}

export const editingOf = (screen: OnScreen): Editing | undefined =>
  screen.mayEdit ? { turn: screen.turn, begin: screen.edit, stored: screen.show, end: () => screen.edit(null), saveRef: screen.saveRef } : undefined;

/** Reading along with others: what they said, and where one says something oneself. */
export interface Commenting {
  turn: number | null;
  begin: (turn: number) => void;
  end: () => void;
}

export const commentingOf = (screen: OnScreen, may: boolean): Commenting | undefined =>
  may ? { turn: screen.commented, begin: screen.comment, end: () => screen.comment(null) } : undefined;

interface Props {
  one: Conversation;
  version: Version;
  editing?: Editing | undefined;
  commenting?: Commenting | undefined;
  /** In the review mode the text is set larger. */
  large?: boolean;
}

/** In the gutter, so that it takes no room between the messages; seen when the message is pointed at or has the focus. */
const TOOL = "mt-1 text-12 font-semibold text-primary-text opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 group-focus:opacity-100 hover:underline focus-visible:opacity-100";

function OneTurn({ turn, claims, one, version, editing, commenting, large = false }: Props & { turn: Turn; claims: Claim[] }) {
  const user = turn.role === "user";
  const takeWords = useSourceWords(one, version, turn, editing);
  return (
    <article tabIndex={-1} id={`turn-${String(turn.number)}`} aria-label={`Turn ${String(turn.number)}, ${turn.role}`} className="group flex gap-3 border-t border-line py-3 first:border-t-0 max-sm:flex-col max-sm:gap-1">
      <div className="w-25 shrink-0 pt-0.5 pl-1.5">
        <p className="flex gap-2">
          <span className="tnum w-3.5 text-12 text-text-2">{turn.number}</span>
          <span className={cx("text-11 font-semibold tracking-wide", user ? "text-text-3" : "text-primary-text")}>{user ? "USER" : "ASSISTANT"}</span>
        </p>
        <div className="flex gap-2">
          {editing && editing.turn !== turn.number ? (
            <button type="button" aria-label={`Edit turn ${String(turn.number)}`} className={TOOL} onClick={() => editing.begin(turn.number)}>
              Edit
            </button>
          ) : null}
          {commenting ? (
            <button type="button" aria-label={`Comment on turn ${String(turn.number)}`} className={TOOL} onClick={() => commenting.begin(turn.number)}>
              Comment
            </button>
          ) : null}
        </div>
      </div>
      {editing?.turn === turn.number ? (
        <div className="min-w-0 flex-1">
          <TurnEditor one={one} version={version} turn={turn} large={large} saveRef={editing.saveRef} onStored={editing.stored} onClose={editing.end} />
        </div>
      ) : (
        <div className="min-w-0 flex-1">
          {/* The keyboard has the button below, and E. */}
          {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
          <p
            className={cx("max-w-(--measure) whitespace-pre-wrap anywhere", large ? "text-16" : "text-15", user && "text-text-2", editing && "cursor-text")}
            onClick={(event) => editing && isPlainClick(event) && editing.begin(turn.number)}
          >
            <MarkedText text={turn.content} claims={claims} one={one} {...(takeWords ? { takeWords } : {})} />
          </p>
          <TurnComments conversation={one.id} version={version.number} turn={turn.number} writing={commenting?.turn === turn.number} onClose={() => commenting?.end()} />
        </div>
      )}
    </article>
  );
}

/** The messages in order: number and who in the gutter, the text in one column. */
export const Turns = ({ one, version, ...rest }: Props) => (
  <>
    {version.turns.map((turn) => (
      <OneTurn key={turn.number} turn={turn} one={one} version={version} claims={version.quality.claims.filter((claim) => claim.turn === turn.number)} {...rest} />
    ))}
  </>
);
