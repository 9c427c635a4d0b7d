import { useState, type MouseEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Copy as CopyIcon } from "lucide-react";
import { sentenceOf } from "@/api/problem";
import { modelsQuery } from "@/api/queries";
import type { Claim, Conversation, Turn, Version } from "@/api/types";
import { Time } from "@/components/ui/bits";
import { cx } from "@/lib/cx";
import { money } from "@/lib/money";
import { toast } from "@/lib/toasts";
import { isPractice, joinWords, plural, writerName } from "@/lib/words";
import { useSaveTurn } from "../versions";
import { CostLines } from "./cost-lines";
import { FiledUnder } from "./filed-under";
import { factNumber, MarkedText } from "./marked-text";
import { ScoreCard } from "./score-card";
import { TurnEditor } from "./turn-editor";

function Writer({ one, version }: { one: Conversation; version: Version }) {
  const [costs, setCosts] = useState(false);
  const { data: models } = useQuery(modelsQuery);
  const writer = version.written_by;
  const name = writer ? (models?.items.find((model) => model.id === writer)?.name ?? writerName(writer)) : null;
  return (
    <>
      <p className="mt-2 text-12 text-text-2">
        {plural(version.turns.length, "turn")}, {version.origin === "attempt" ? "written" : version.origin === "edit" ? "edited" : "imported"}{" "}
        <Time at={version.created_at} />
        {version.origin === "edit" ? ` by ${version.created_by_name}, first written` : ""}
        {name ? (
          <>
            {" "}
            by{" "}
            {isPractice(writer) ? (
              <strong className="rounded-1 bg-st-flagged-bg px-1 py-px font-semibold text-st-flagged-text">{name}, not by Claude</strong>
            ) : (
              name
            )}
          </>
        ) : null}
        {one.template_name ? `, template ${one.template_name}${version.template_version ? ` version ${String(version.template_version)}` : ""}` : ""},{" "}
        <button type="button" aria-expanded={costs} className="underline decoration-line-strong underline-offset-2 hover:text-text" onClick={() => setCosts(!costs)}>
          cost {money(one.cost_micros)}
        </button>
      </p>
      {costs ? <CostLines id={one.id} /> : null}
    </>
  );
}

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
}

function OneTurn({ turn, claims, one, version, editing }: { turn: Turn; claims: Claim[]; one: Conversation; version: Version; editing?: Editing | undefined }) {
  const user = turn.role === "user";
  const takeWords = useSourceWords(one, version, turn, editing);
  return (
    <article tabIndex={-1} id={`turn-${String(turn.number)}`} aria-label={`Turn ${String(turn.number)}, ${turn.role}`} className="flex gap-3 border-t border-line py-3 first:border-t-0 max-sm:flex-col max-sm:gap-1">
      <p className="flex w-25 shrink-0 gap-2 pt-0.5 pl-1.5">
        <span className="tnum w-3.5 text-12 text-text-2">{turn.number}</span>
        <span className={cx("text-11 font-semibold tracking-wide", user ? "text-text-3" : "text-primary-text")}>{user ? "USER" : "ASSISTANT"}</span>
      </p>
      {editing?.turn === turn.number ? (
        <div className="min-w-0 flex-1">
          <TurnEditor one={one} version={version} turn={turn} onStored={editing.stored} onClose={editing.end} />
        </div>
      ) : (
        <div className="group min-w-0 flex-1">
          {/* The keyboard has the button below, and E. */}
          {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
          <p
            className={cx("max-w-(--measure) text-15 whitespace-pre-wrap anywhere", user && "text-text-2", editing && "cursor-text")}
            onClick={(event) => editing && isPlainClick(event) && editing.begin(turn.number)}
          >
            <MarkedText text={turn.content} claims={claims} one={one} {...(takeWords ? { takeWords } : {})} />
          </p>
          {editing ? (
            <button
              type="button"
              aria-label={`Edit turn ${String(turn.number)}`}
              className="mt-1 text-12 font-semibold text-primary-text opacity-0 group-hover:opacity-100 hover:underline focus-visible:opacity-100"
              onClick={() => editing.begin(turn.number)}
            >
              Edit
            </button>
          ) : null}
        </div>
      )}
    </article>
  );
}

export function Reading({ one, version, editing }: { one: Conversation; version: Version; editing?: Editing }) {
  return (
    <>
      <h3 className="text-16 font-title anywhere">{version.title}</h3>
      <FiledUnder one={one} chips mayEdit={editing !== undefined} />
      <Writer one={one} version={version} />
      <ScoreCard quality={version.quality} />
      {one.similar.length > 0 ? <Similar one={one} /> : null}
      {one.review?.note ? (
        <p className="mt-3 rounded-3 bg-sunken px-3.5 py-2 text-12 text-text-2 anywhere">
          <strong className="font-semibold text-text">{one.review.by_name}:</strong> {one.review.note}
        </p>
      ) : null}
      <div className="mt-3">
        {version.turns.map((turn) => (
          <OneTurn key={turn.number} turn={turn} one={one} version={version} editing={editing} claims={version.quality.claims.filter((claim) => claim.turn === turn.number)} />
        ))}
      </div>
      {one.chunks.length > 0 ? <Facts one={one} version={version} /> : null}
    </>
  );
}

/** Others that say nearly the same, the likest first. */
function Similar({ one }: { one: Conversation }) {
  return (
    <p className="mt-3 flex items-start gap-2.5 rounded-3 bg-st-flagged-bg px-3.5 py-2 text-12 text-st-flagged-text">
      <CopyIcon aria-hidden size={14} className="mt-px shrink-0" />
      <span className="anywhere">
        Says nearly the same as {joinWords(one.similar.map((other) => `${other.ref} (${String(Math.round(100 * other.likeness))} %)`), "and")}. One of them is enough to learn from.
      </span>
    </p>
  );
}

/** The passages that were given, the ones that were used first. */
function Facts({ one, version }: { one: Conversation; version: Version }) {
  const used = new Set(version.facts_used);
  const chunks = [...one.chunks].sort((a, b) => Number(used.has(b.label)) - Number(used.has(a.label)));
  return (
    <section className="mt-4 border-t border-line pt-3">
      <h3 className="text-13 font-semibold">Facts from your documents</h3>
      <ul className="mt-2 grid gap-2">
        {chunks.map((chunk) => (
          <li key={chunk.id} className="flex items-start gap-3 rounded-3 border border-line bg-sunken px-3.5 py-2.5 text-12">
            <span className={cx("tnum rounded-1 border px-1 text-11 font-semibold", used.has(chunk.label) ? "border-mark-line bg-mark" : "border-line-strong text-text-3")}>{factNumber(chunk.label)}</span>
            <p className="min-w-0 flex-1 text-text-2 anywhere">
              <Link to="/sources/$document" params={{ document: chunk.document_id }} className="font-semibold text-text hover:underline">
                {chunk.document_title}.
              </Link>{" "}
              “{chunk.text}”{used.has(chunk.label) ? "" : " Given, not used."}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
