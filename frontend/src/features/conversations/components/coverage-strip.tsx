import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AlertTriangle } from "lucide-react";
import { useMay } from "@/api/queries";
import type { Dataset, Summary } from "@/api/types";
import { Meter } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { coverageQuery, useFill, useUnitPrice } from "@/features/coverage/api";
import { about } from "@/features/coverage/words";
import { cx } from "@/lib/cx";
import { useMedia } from "@/lib/media";
import { plural } from "@/lib/words";

function Bars({ values }: { values: number[] }) {
  const most = Math.max(1, ...values);
  return (
    <span aria-hidden className="flex h-7 items-end gap-0.75">
      {values.slice(0, 8).map((value, index) => (
        <span
          key={index}
          className={cx("w-2.5 rounded-t-1", value === 0 ? "h-2 border border-dashed border-st-flagged" : "bg-heat-4")}
          style={value === 0 ? undefined : { height: `${String(Math.max(12, (value / most) * 100))}%` }}
        />
      ))}
    </span>
  );
}

/** Over the words of the dataset; an example of the owner's may say others, which cover none of these. */
function Spread({ name, counts, words }: { name: string; counts: Record<string, number>; words: readonly { name: string }[] }) {
  const known = new Set(words.map((word) => word.name));
  const entries = Object.entries(counts).filter(([key]) => known.has(key));
  const values = entries.map(([, value]) => value);
  const started = values.filter((value) => value > 0).length;
  const total = known.size;
  const padded = [...values, ...Array.from({ length: total - values.length }, () => 0)];
  const list = entries.map(([key, value]) => `${key} ${String(value)}`).join(", ");
  return (
    <div className="flex items-center gap-3 px-3.5 py-2" title={list}>
      <p className="text-12">
        <span className="block text-13 font-semibold">{name}</span>
        <span className="text-text-2">
          {started} of {total} covered
        </span>
        <span className="sr-only">: {list}</span>
      </p>
      <Bars values={padded} />
    </div>
  );
}

/** What is missing, and one click that plans it. Planning spends nothing. */
function GapsInLine({ dataset, row }: { dataset: Dataset; row: string | null | undefined }) {
  const { data: table } = useQuery(coverageQuery(dataset.id));
  const price = useUnitPrice(dataset.id, row);
  const fill = useFill(dataset);
  const mayPlan = useMay("editor");
  const first = table?.gaps[0];
  if (!table) return null;
  const count = table.gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const more = table.gap_count - 1;
  return (
    <div className="flex min-w-0 flex-1 basis-72 items-center gap-3 px-3.5 py-2 text-12">
      {first ? <AlertTriangle aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-st-flagged" /> : null}
      <p className="min-w-0 flex-1">
        <Link to="/d/$id/coverage" params={{ id: dataset.id }} className="block text-13 font-semibold hover:underline">
          {first ? plural(table.gap_count, "gap") : "No gaps"}
        </Link>
        <span className="block truncate text-text-2">
          {first ? `${first.row} with ${first.column}${more > 0 ? `, and ${String(more)} more` : ""}` : "All that was planned is ready or on its way"}
        </span>
      </p>
      {first && mayPlan ? (
        <Button size="s" busy={fill.isPending} onClick={() => fill.mutate(table.gaps.map((gap) => ({ where: { persona: gap.row, arc: gap.column }, count: gap.missing })))}>
          Fill{about(price, count)}
        </Button>
      ) : null}
    </div>
  );
}

/** How evenly the plan spreads and what it lacks, in one line. */
export function CoverageStrip({ dataset, summary, row }: { dataset: Dataset; summary: Summary; row: string | null | undefined }) {
  const wide = useMedia("(min-width: 1600px)");
  const tiers = Object.values(summary.by_tier);
  const ready = tiers.reduce((sum, tier) => sum + tier.ready, 0);
  const rows = [
    ["Template", summary.by_tier.template],
    ["Scenario", summary.by_tier.scenario],
    ["Edge case", summary.by_tier.edge_case],
  ] as const;
  return (
    <div className="flex flex-wrap items-stretch divide-x divide-line rounded-3 border border-line bg-sunken">
      <Spread name="Personas" counts={summary.coverage.persona} words={dataset.taxonomy.personas} />
      <Spread name="Emotional arcs" counts={summary.coverage.arc} words={dataset.taxonomy.arcs} />
      <div className="flex items-center gap-3 px-3.5 py-2">
        <p className="text-12">
          <span className="block text-13 font-semibold">Tiers</span>
          <span className="text-text-2">
            {ready} of {summary.counts.total} ready
          </span>
        </p>
        <dl className="grid grid-cols-[auto_48px_auto] items-center gap-x-2 text-11 leading-3.25">
          {rows.map(([name, tier]) => (
            <div key={name} className="contents">
              <dt className="text-text-2">{name}</dt>
              <Meter share={tier.total ? tier.ready / tier.total : 0} tone="bg-heat-4" className="h-1" />
              <dd className="tnum text-right">
                {tier.ready}/{tier.total}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <GapsInLine dataset={dataset} row={row} />
      {wide && summary.average_score !== null ? (
        <div className="px-3.5 py-2 text-12">
          <span className="block text-13 font-semibold">Average score</span>
          <span className="tnum text-text-2">{summary.average_score.toFixed(1)} of 10</span>
        </div>
      ) : null}
    </div>
  );
}
