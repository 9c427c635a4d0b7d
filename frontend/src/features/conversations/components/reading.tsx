import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Copy as CopyIcon } from "lucide-react";
import { modelsQuery } from "@/api/queries";
import type { Conversation, Version } from "@/api/types";
import { Time } from "@/components/ui/bits";
import { cx } from "@/lib/cx";
import { money } from "@/lib/money";
import { DECISION_WORDS, isPractice, joinWords, plural, writerName } from "@/lib/words";
import { CostLines } from "./cost-lines";
import { FiledUnder } from "./filed-under";
import { factNumber } from "./marked-text";
import { SecondOpinion } from "./opinion";
import { ScoreCard } from "./score-card";
import { Stars } from "./stars";
import { Turns, type Commenting, type Editing } from "./turns";

export function Writer({ one, version }: { one: Conversation; version: Version }) {
  const [costs, setCosts] = useState(false);
  const { data: models } = useQuery(modelsQuery);
  const writer = version.written_by;
  const name = writer ? (models?.items.find((model) => model.id === writer)?.name ?? writerName(writer)) : null;
  return (
    <>
      <p className="mt-2 text-12 text-text-2">
        {plural(version.turns.length, "turn")}, {version.origin === "attempt" ? "written" : version.origin === "edit" ? "edited" : "imported"}{" "}
        <Time at={version.created_at} />
        {version.origin === "attempt" ? "" : ` by ${version.created_by_name}`}
        {version.origin !== "attempt" && name ? ", first written" : ""}
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

interface ReadingProps {
  one: Conversation;
  version: Version;
  editing?: Editing | undefined;
  commenting?: Commenting | undefined;
  readers?: readonly string[];
}

export function Reading({ one, version, editing, commenting, readers = [] }: ReadingProps) {
  return (
    <>
      <h3 className="text-16 font-title anywhere">{version.title}</h3>
      <FiledUnder one={one} chips mayEdit={editing !== undefined} />
      <div className="mt-1.5">
        <Stars one={one} />
        <AlsoReading names={readers} />
      </div>
      <Writer one={one} version={version} />
      <ScoreCard quality={version.quality} />
      <SecondOpinion one={one} version={version} />
      {one.similar.length > 0 ? <Similar one={one} /> : null}
      <Decided one={one} />
      <div className="mt-3">
        <Turns one={one} version={version} editing={editing} commenting={commenting} />
      </div>
      {one.chunks.length > 0 ? <Facts one={one} version={version} /> : null}
    </>
  );
}

/** What somebody decided on it, why, and which version they had read. */
export function Decided({ one }: { one: Conversation }) {
  const { review } = one;
  if (!review) return null;
  const word = DECISION_WORDS[review.decision];
  return (
    <p className="mt-3 rounded-3 bg-sunken px-3.5 py-2 text-12 text-text-2 anywhere">
      <strong className="font-semibold text-text">
        {word.charAt(0).toUpperCase()}
        {word.slice(1)} by {review.by_name}
      </strong>{" "}
      <Time at={review.at} />, version {review.version}
      {review.reasons.length > 0 ? `: ${joinWords(review.reasons, "and")}.` : ""}
      {review.note ? ` “${review.note}”` : ""}
    </p>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join("")
    .slice(0, 2)
    .toUpperCase();

/** Who else reads the same one, as initials. */
export function AlsoReading({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  const sentence = `${joinWords(names, "and")} ${names.length === 1 ? "is" : "are"} reading this`;
  return (
    <span role="status" title={sentence} className="inline-flex items-center gap-1">
      {names.map((name) => (
        <span key={name} aria-hidden className="grid size-6 place-items-center rounded-pill bg-primary-soft text-11 font-semibold text-primary-text">
          {initials(name)}
        </span>
      ))}
      <span className="sr-only">{sentence}</span>
    </span>
  );
}

/** Others that say nearly the same, the likest first. */
export function Similar({ one }: { one: Conversation }) {
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
export function Facts({ one, version }: { one: Conversation; version: Version }) {
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
