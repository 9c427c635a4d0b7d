import { useState } from "react";
import { ArrowDown, Flag } from "lucide-react";
import type { Quality, QualityFlag, QualityPart } from "@/api/types";
import { bandClass, bandOf, Shape } from "@/components/score";
import { cx } from "@/lib/cx";
import { plural } from "@/lib/words";

const OUTLINED_MS = 2000;
const MATTER = 3;

/** Brings the turn into view, with the focus, and outlines it for two seconds. */
export function pointAt(turn: number): void {
  const element = document.getElementById(`turn-${String(turn)}`);
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center", behavior: "smooth" });
  element.classList.add("pointed-at");
  setTimeout(() => element.classList.remove("pointed-at"), OUTLINED_MS);
}

/** The part that a flag speaks for: where the flag stands, the part needs no line of its own. */
const PART_OF: Record<string, string> = {
  turn_count: "structure",
  role_twice: "structure",
  ends_with_client: "structure",
  length: "length",
  flat_arc: "arc",
  voice: "voice",
  persona: "voice",
  figure_differs: "facts",
  figure_unsupported: "facts",
  name_differs: "facts",
  off_topic: "facts",
  repetition: "repetition",
  low_confidence: "confidence",
};

export const rank = (part: QualityPart): number => part.score ?? 11;

export function ToTurn({ turn }: { turn: number | null }) {
  if (turn === null) return null;
  return (
    <button type="button" className="-my-1 inline-flex h-6 shrink-0 items-center gap-1 font-semibold text-primary-text hover:underline" onClick={() => pointAt(turn)}>
      Turn {turn} <ArrowDown aria-hidden size={14} />
    </button>
  );
}

export function FlagLine({ flag }: { flag: QualityFlag }) {
  return (
    <li className="flex items-start gap-2.5 text-12 text-st-flagged-text">
      <Flag aria-label="Flagged" size={12} className="mt-0.5 shrink-0" />
      <span className="min-w-0 flex-1 font-medium anywhere">{flag.sentence}</span>
      <ToTurn turn={flag.turn} />
    </li>
  );
}

function PartLine({ part, long }: { part: QualityPart; long: boolean }) {
  const score = part.score === null ? "not assessed" : part.score.toFixed(1);
  return (
    <li className="flex items-start gap-2.5 text-12">
      {part.score === null ? <span aria-hidden className="mt-0.5 w-3 text-center text-text-3">–</span> : <Shape band={bandOf(part.score)} className="mx-px mt-1" />}
      <span className="min-w-0 flex-1 anywhere">
        {long ? (
          <strong className="font-semibold">
            {part.label} {score}
            {part.weight > 0 ? "" : ", does not count"}.{" "}
          </strong>
        ) : null}
        {part.sentence}
      </span>
      <ToTurn turn={part.turn} />
    </li>
  );
}

/** What a reader should know first: what was flagged, then the weakest parts that no flag speaks for. */
export function reasons(quality: Quality): { flags: QualityFlag[]; parts: QualityPart[] } {
  const flags = [...quality.flags].sort((a, b) => Number(a.code === "below_threshold") - Number(b.code === "below_threshold"));
  const told = new Set(flags.map((flag) => PART_OF[flag.code]));
  const parts = [...quality.parts].sort((a, b) => rank(a) - rank(b));
  return { flags, parts: [...parts.filter((part) => !told.has(part.key)), ...parts.filter((part) => told.has(part.key))] };
}

/** The number, its word, and the three reasons that matter; all parts on demand. */
export function ScoreCard({ quality }: { quality: Quality }) {
  const [all, setAll] = useState(false);
  const band = bandOf(quality.score);
  const { flags, parts } = reasons(quality);
  const shownFlags = all ? flags : flags.slice(0, MATTER);
  const hidden = flags.length - shownFlags.length;
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
        <ul aria-label="Why" className="grid gap-2">
          {shownFlags.map((flag) => (
            <FlagLine key={`${flag.code} ${flag.sentence}`} flag={flag} />
          ))}
          {(all ? [...parts].sort((a, b) => rank(a) - rank(b)) : parts.slice(0, MATTER - shownFlags.length)).map((part) => (
            <PartLine key={part.key} part={part} long={all} />
          ))}
        </ul>
        <button type="button" aria-expanded={all} className="mt-1 ml-5.5 h-6 text-12 font-semibold text-primary-text hover:underline" onClick={() => setAll(!all)}>
          {all ? "Only the three that matter most" : `All ${String(parts.length)} parts of this score${hidden ? `, and ${plural(hidden, "more flag")}` : ""}`}
        </button>
        {all ? <p className="mt-1 ml-5.5 text-12 text-text-3 anywhere">{quality.formula}</p> : null}
      </div>
    </section>
  );
}
