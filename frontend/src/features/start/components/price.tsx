import type { ReactNode } from "react";
import { ArrowRight, Info } from "lucide-react";
import type { PlanPreview } from "@/api/types";
import { sentenceOf } from "@/api/problem";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { cx } from "@/lib/cx";
import { each, money } from "@/lib/money";
import { roughly } from "@/lib/time";
import { plural, TIER_WORDS } from "@/lib/words";

interface Props {
  preview: PlanPreview | undefined;
  error: unknown;
  stale: boolean;
  /** What is asked for now; until its price is counted, the last one is scaled to it. */
  total: number;
  saved: boolean;
  verb: string;
  busy: boolean;
  onGo: () => void;
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex h-9.25 items-center justify-between border-t border-line text-13">
    <dt className="text-text-2">{name}</dt>
    <dd className="tnum">{children}</dd>
  </div>
);

function scaled(preview: PlanPreview, total: number): PlanPreview {
  const by = (figure: number): number => Math.round((figure * total) / preview.total);
  return { ...preview, total, expected_micros: by(preview.expected_micros), at_most_micros: by(preview.at_most_micros), expected_seconds: by(preview.expected_seconds) };
}

const PAIRS: Record<string, string> = { "persona arc": "Personas with arcs", "persona topic": "Personas with topics", "arc topic": "Arcs with topics" };

/** What the plan gives before anything is made: which pairs meet, and some of its conversations. */
function Given({ preview }: { preview: PlanPreview }) {
  return (
    <details className="border-t border-line pt-2.5 text-13">
      <summary className="cursor-pointer font-semibold text-primary-text">What this plan gives</summary>
      <dl className="mt-2">
        {preview.pairs.map((pair) => (
          <Line key={pair.rows + pair.columns} name={PAIRS[`${pair.rows} ${pair.columns}`] ?? `${pair.rows} with ${pair.columns}`}>
            {pair.covered} of {pair.possible}
          </Line>
        ))}
        <Line name="Alike in every word">{preview.alike === 0 ? "none" : preview.alike}</Line>
      </dl>
      {preview.alike > 0 ? <Notice tone="warn" title={`${plural(preview.alike, "conversation")} would repeat another’s words. Add topics or personas, or plan fewer.`} /> : null}
      <ul className="mt-2 grid gap-2">
        {preview.sample.filter((_, index) => index % 3 === 0).map((one) => (
          <li key={one.ref} className="rounded-2 border border-line bg-sunken p-2 text-12">
            <p className="font-semibold">
              {TIER_WORDS[one.tier]}: {one.persona}, {one.arc}
            </p>
            <p className="text-text-2">
              {one.topic}. {one.situation}
            </p>
            {one.reasons.map((reason, index) => (
              <p key={index} className="text-text-3">
                Passage {index + 1}: {reason}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The price of the plan, always in view; the expected line first. */
export function Price({ preview: counted, error, stale, total, saved, verb, busy, onGo }: Props) {
  const preview = counted && stale && counted.total > 0 ? scaled(counted, total) : counted;
  const problems = (preview?.problems ?? []).map((one) => (typeof one === "string" ? one : one.sentence));
  return (
    <aside aria-label="Your plan" className="grid gap-3 rounded-4 border border-line bg-surface p-5 shadow-2">
      <p className="flex justify-between text-12 font-medium text-text-2">
        Your plan <span className="font-regular text-text-3">{saved ? "Saved just now" : null}</span>
      </p>
      {error && !preview ? <Notice tone="problem" title={sentenceOf(error)} /> : null}
      <div aria-live="polite" className={cx(stale && "opacity-60")}>
        <p className="tnum text-40 font-title">{preview ? money(preview.expected_micros) : "–"}</p>
        <p className="text-13 text-text-2">
          {preview ? `expected for ${plural(preview.total, "conversation")}, ${each(preview.expected_micros, preview.total)}` : "Working out the price"}
        </p>
        <dl className="mt-3">
          <Line name="Writing time">{preview ? `about ${roughly(preview.expected_seconds)}` : "–"}</Line>
          <Line name="With the longest answers">{preview ? `at most ${money(preview.at_most_micros)}` : "–"}</Line>
        </dl>
        {preview && preview.pairs.length > 0 ? <Given preview={preview} /> : null}
      </div>
      {problems.map((one) => (
        <Notice key={one} tone="warn" title={one} />
      ))}
      <p className="flex gap-3 rounded-3 border border-line bg-sunken px-3 py-2.5 text-12 text-text-2">
        <Info aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
        You see the price again before anything is spent, and we stop at your limit.
      </p>
      <Button variant="primary" size="l" busy={busy} disabledReason={preview ? problems[0] : "The price is being worked out"} onClick={onGo}>
        {verb} <ArrowRight aria-hidden size={16} />
      </Button>
    </aside>
  );
}
