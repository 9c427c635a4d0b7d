import { useState, type Ref } from "react";
import type { Conversation, QualityPart, Version } from "@/api/types";
import { bandClass, bandOf, Shape } from "@/components/score";
import { Meter } from "@/components/ui/bits";
import { SecondOpinion } from "@/features/conversations/components/opinion";
import { Facts, Similar, Writer } from "@/features/conversations/components/reading";
import { FlagLine, rank, reasons, ToTurn } from "@/features/conversations/components/score-card";
import { cx } from "@/lib/cx";
import { TIER_WORDS } from "@/lib/words";

const FIRST_PARTS = 4;

function Part({ part }: { part: QualityPart }) {
  return (
    <li className="grid grid-cols-[16px_1fr_auto] items-start gap-x-1.5 border-b border-line py-2 last:border-b-0">
      {part.score === null ? <span aria-hidden className="text-text-3">–</span> : <Shape band={bandOf(part.score)} className="mt-1" />}
      <strong className="text-12 font-semibold">{part.label}</strong>
      <span className="tnum justify-self-end text-12 font-semibold">{part.score === null ? "not assessed" : part.score.toFixed(1)}</span>
      <span className="col-start-2 text-12 text-text-2 anywhere">{part.sentence}</span>
      <span className="text-12">
        <ToTurn turn={part.turn} />
      </span>
    </li>
  );
}

/** The score with its parts, one below the other, each pointing at its turn. */
function ScoreParts({ one, version }: { one: Conversation; version: Version }) {
  const [all, setAll] = useState(false);
  const { quality } = version;
  const was = one.versions.find((line) => line.number === version.base_version)?.score;
  const { flags, parts } = reasons(quality);
  const sorted = [...parts].sort((a, b) => rank(a) - rank(b));
  const hidden = sorted.length - FIRST_PARTS;
  const band = bandOf(quality.score);
  return (
    <section aria-label="Score">
      <h2 className="flex items-center gap-2 text-13 font-semibold">
        Score
        <span className="ml-auto text-12 font-regular text-text-2">{was === undefined ? "" : `was ${was.toFixed(1)}`}</span>
        <Shape band={band} />
        <span className={cx("tnum", bandClass(band))}>{quality.score.toFixed(1)}</span>
        <Meter share={quality.score / 10} className="w-10" />
      </h2>
      {flags.length > 0 ? (
        <ul aria-label="Flags" className="mt-2 grid gap-1.5">
          {flags.map((flag) => (
            <FlagLine key={`${flag.code} ${flag.sentence}`} flag={flag} />
          ))}
        </ul>
      ) : null}
      <ul aria-label="Why" className="mt-1">
        {(all ? sorted : sorted.slice(0, FIRST_PARTS)).map((part) => (
          <Part key={part.key} part={part} />
        ))}
      </ul>
      {hidden > 0 ? (
        <button type="button" aria-expanded={all} className="h-6 text-12 font-semibold text-primary-text hover:underline" onClick={() => setAll(!all)}>
          {all ? "The lowest four" : `${String(hidden)} more parts`}
        </button>
      ) : null}
    </section>
  );
}

function About({ one, version }: { one: Conversation; version: Version }) {
  const lines: [string, string][] = [
    ["Persona", one.persona],
    ["Emotion", one.emotion],
    ["Arc", one.arc],
    ["Topic", one.topic],
    ["Intent", one.intent],
    ["Tone", one.tone],
    ["Tier", TIER_WORDS[one.tier]],
    ["Tags", one.tags.join(", ")],
  ];
  return (
    <section className="mt-4 border-t border-line pt-3">
      <h2 className="text-13 font-semibold">About {one.ref}</h2>
      <dl className="mt-1.5 grid grid-cols-[72px_1fr] gap-y-1 text-12">
        {lines.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="text-text-2">{name}</dt>
              <dd className="anywhere">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <Writer one={one} version={version} />
    </section>
  );
}

/** What a reader checks the text against: why it scored as it did, the facts behind it, what it was meant to be. */
export function Side({ one, version, facts }: { one: Conversation; version: Version; facts: Ref<HTMLDivElement> }) {
  return (
    <>
      <ScoreParts one={one} version={version} />
      <SecondOpinion one={one} version={version} />
      {one.similar.length > 0 ? <Similar one={one} /> : null}
      <div ref={facts} tabIndex={-1} className="outline-offset-4">
        {one.chunks.length > 0 ? <Facts one={one} version={version} /> : null}
      </div>
      <About one={one} version={version} />
    </>
  );
}
