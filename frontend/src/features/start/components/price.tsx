import type { ReactNode } from "react";
import { ArrowRight, Info } from "lucide-react";
import type { PlanPreview } from "@/api/types";
import { sentenceOf } from "@/api/problem";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { cx } from "@/lib/cx";
import { each, money } from "@/lib/money";
import { roughly } from "@/lib/time";
import { plural } from "@/lib/words";

interface Props {
  preview: PlanPreview | undefined;
  error: unknown;
  stale: boolean;
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

/** The price of the plan, always in view; the expected line first. */
export function Price({ preview, error, stale, verb, busy, onGo }: Props) {
  const problems = (preview?.problems ?? []).map((one) => (typeof one === "string" ? one : one.sentence));
  return (
    <aside aria-label="Your plan" className="grid gap-3 rounded-4 border border-line bg-surface p-5 shadow-2">
      <p className="text-12 font-medium text-text-2">Your plan</p>
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
