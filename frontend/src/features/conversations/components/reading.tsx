import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowDown } from "lucide-react";
import type { Conversation, QualityPart, Quality, Turn, Version } from "@/api/types";
import { modelsQuery } from "@/api/queries";
import { bandClass, bandOf, Shape } from "@/components/score";
import { Chip, Time } from "@/components/ui/bits";
import { cx } from "@/lib/cx";
import { money } from "@/lib/money";
import { isPractice, plural, TIER_WORDS, writerName } from "@/lib/words";
import { CostLines } from "./cost-lines";

/** Brings the turn into view and outlines it for two seconds. */
export function pointAt(turn: number): void {
  const element = document.getElementById(`turn-${String(turn)}`);
  if (!element) return;
  element.scrollIntoView({ block: "center", behavior: "smooth" });
  element.classList.add("pointed-at");
  setTimeout(() => element.classList.remove("pointed-at"), 2000);
}

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

const rank = (part: QualityPart): number => (part.score === null ? 11 : part.score);

function Reason({ part, long }: { part: QualityPart; long: boolean }) {
  return (
    <li className="flex items-start gap-2.5 text-12">
      {part.score === null ? <span aria-hidden className="mt-0.5 w-2.5 text-center text-text-3">–</span> : <Shape band={bandOf(part.score)} className="mt-1" />}
      <span className="min-w-0 flex-1 anywhere">
        {long ? <strong className="font-semibold">{part.label} {part.score === null ? "not assessed" : part.score.toFixed(1)}. </strong> : null}
        {part.sentence}
      </span>
      {part.turn === null ? null : (
        <button type="button" className="-my-1 inline-flex h-6 shrink-0 items-center gap-1 font-semibold text-primary-text hover:underline" onClick={() => pointAt(part.turn ?? 1)}>
          Turn {part.turn} <ArrowDown aria-hidden size={14} />
        </button>
      )}
    </li>
  );
}

/** The number, its word, and the three reasons that matter; all parts on demand. */
function ScoreCard({ quality }: { quality: Quality }) {
  const [all, setAll] = useState(false);
  const band = bandOf(quality.score);
  const parts = [...quality.parts].sort((a, b) => rank(a) - rank(b));
  return (
    <section aria-label="Score" className="mt-3 flex rounded-3 border border-line bg-sunken max-sm:flex-col">
      <div className="w-32 shrink-0 border-r border-line px-4 py-3">
        <p>
          <span className="tnum text-28 font-title">{quality.score.toFixed(1)}</span> <span className="text-13 text-text-2">of 10</span>
        </p>
        <p className={cx("flex items-center gap-1.5 text-12 font-semibold", bandClass(band))}>
          <Shape band={band} />
          {band === "fair" ? "Fair" : band === "low" ? "Low" : "Good"}
        </p>
      </div>
      <div className="min-w-0 flex-1 px-3.5 py-2">
        {quality.flags.map((flag) => (
          <p key={flag.code} className="mb-2 flex items-start gap-2.5 text-12 font-medium text-st-flagged-text">
            <Shape band="low" className="mt-1" />
            <span className="flex-1 anywhere">{flag.sentence}</span>
            {flag.turn === null ? null : (
              <button type="button" className="-my-1 h-6 shrink-0 font-semibold text-primary-text hover:underline" onClick={() => pointAt(flag.turn ?? 1)}>
                Turn {flag.turn}
              </button>
            )}
          </p>
        ))}
        <ul className="grid gap-2">
          {(all ? parts : parts.slice(0, 3)).map((part) => (
            <Reason key={part.key} part={part} long={all} />
          ))}
        </ul>
        <button type="button" aria-expanded={all} className="mt-1 ml-5 h-6 text-12 font-semibold text-primary-text hover:underline" onClick={() => setAll(!all)}>
          {all ? "Only the three that matter most" : `All ${String(parts.length)} parts of this score`}
        </button>
        {all ? <p className="mt-1 ml-5 text-12 text-text-3 anywhere">{quality.formula}</p> : null}
      </div>
    </section>
  );
}

function OneTurn({ turn }: { turn: Turn }) {
  const user = turn.role === "user";
  return (
    <article id={`turn-${String(turn.number)}`} aria-label={`Turn ${String(turn.number)}, ${turn.role}`} className="flex gap-3 border-t border-line py-3 first:border-t-0 max-sm:flex-col max-sm:gap-1">
      <p className="flex w-25 shrink-0 gap-2 pt-0.5 pl-1.5">
        <span className="tnum w-3.5 text-12 text-text-2">{turn.number}</span>
        <span className={cx("text-11 font-semibold tracking-wide", user ? "text-text-3" : "text-primary-text")}>{user ? "USER" : "ASSISTANT"}</span>
      </p>
      <p className={cx("max-w-(--measure) min-w-0 text-15 whitespace-pre-wrap anywhere", user && "text-text-2")}>{turn.content}</p>
    </article>
  );
}

export function Reading({ one, version }: { one: Conversation; version: Version }) {
  return (
    <>
      <h3 className="text-16 font-title anywhere">{version.title}</h3>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        <Chip name="Persona">{one.persona}</Chip>
        <Chip name="Emotion">{one.emotion}</Chip>
        {one.arc ? <Chip name="Arc">{one.arc}</Chip> : null}
        <Chip name="Topic">{one.topic}</Chip>
        <Chip name="Intent">{one.intent}</Chip>
        <Chip name="Tone">{one.tone}</Chip>
        <Chip name="Tier">{TIER_WORDS[one.tier]}</Chip>
      </div>
      <Writer one={one} version={version} />
      <ScoreCard quality={version.quality} />
      {one.review?.note ? (
        <p className="mt-3 rounded-3 bg-sunken px-3.5 py-2 text-12 text-text-2 anywhere">
          <strong className="font-semibold text-text">{one.review.by_name}:</strong> {one.review.note}
        </p>
      ) : null}
      <div className="mt-3">
        {version.turns.map((turn) => (
          <OneTurn key={turn.number} turn={turn} />
        ))}
      </div>
      {one.chunks.length > 0 ? <Facts one={one} version={version} /> : null}
    </>
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
            <span className={cx("tnum rounded-1 border px-1 text-11 font-semibold", used.has(chunk.label) ? "border-mark-line bg-mark" : "border-line-strong text-text-3")}>{chunk.label}</span>
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
