import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { BookOpenText, Play, RotateCw } from "lucide-react";
import { summaryQuery, useMay } from "@/api/queries";
import type { Batch } from "@/api/types";
import { Card } from "@/components/ui/bits";
import { Button, ButtonLink } from "@/components/ui/button";
import { useGenerate } from "@/features/generate/state";
import { money } from "@/lib/money";
import { roughly } from "@/lib/time";
import { againstEstimate, byReason, isJudging } from "../words";

const Figure = ({ name, value, children }: { name: string; value: string; children: ReactNode }) => (
  <div className="px-4 py-3">
    <dt className="text-12 text-text-2">{name}</dt>
    <dd>
      <span className="tnum block text-22 font-title">{value}</span>
      <span className="block text-12 text-text-2 anywhere">{children}</span>
    </dd>
  </div>
);

/** How a run ended: counted, priced against what was promised, with the next thing to do. */
export function Ended({ batch }: { batch: Batch }) {
  const { counts, estimate, started_at, ended_at } = batch;
  const { data: summary } = useQuery(summaryQuery(batch.dataset_id));
  const mayGenerate = useMay("editor");
  const { ask } = useGenerate();
  const left = summary ? summary.counts.planned + summary.counts.failed : 0;
  const seconds = ended_at ? (Date.parse(ended_at) - Date.parse(started_at)) / 1000 : 0;
  return (
    <Card className="mt-3">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2.5">
        <h2 className="mr-auto text-13 font-semibold">{batch.stop_sentence ? "The rest was not asked for" : batch.end === "cancelled" ? "The rest was cancelled" : "The run is done"}</h2>
        {summary && summary.counts.planned > 0 && mayGenerate && !isJudging(batch) ? (
          <Button size="s" icon={Play} onClick={() => ask({ dataset: batch.dataset_id, selection: { all: true } })}>
            {left === 1 ? "Generate the one that is left" : `Generate the other ${left.toLocaleString("en-US")}`}
          </Button>
        ) : null}
        {counts.succeeded > 1 && batch.task.kind === "write" ? (
          <ButtonLink size="s" icon={RotateCw} to="/d/$id" params={{ id: batch.dataset_id }} search={{ batch_id: [batch.id], sort: "score" }}>
            Choose which to write again
          </ButtonLink>
        ) : null}
        {counts.succeeded > 0 ? (
          <ButtonLink variant="primary" size="s" icon={BookOpenText} to="/d/$id" params={{ id: batch.dataset_id }} search={{ status: ["generated"], sort: "score" }}>
            Read the lowest first
          </ButtonLink>
        ) : null}
      </div>
      <dl className="grid divide-line sm:grid-cols-2 xl:grid-cols-4 xl:divide-x">
        <Figure name={isJudging(batch) ? "Opinions" : "Ready"} value={counts.succeeded.toLocaleString("en-US")}>
          {isJudging(batch) ? "beside the score of each" : counts.flagged > 0 ? `${String(counts.flagged)} of them with a flag` : "none with a flag"}
          {counts.cancelled > 0 ? `, ${String(counts.cancelled)} cancelled before they began` : ""}
        </Figure>
        <Figure name={isJudging(batch) ? "No opinion" : "Not written"} value={counts.failed.toLocaleString("en-US")}>
          {counts.failed === 0
            ? "everything came through"
            : byReason(batch.failures).map(([reason, count]) => (
                <span key={reason} className="block">
                  <span className="tnum">{count}</span> × {reason}
                </span>
              ))}
        </Figure>
        <Figure name="Cost" value={money(batch.spent_micros)}>
          {againstEstimate(batch.spent_micros, estimate.expected_micros)}
        </Figure>
        <Figure name="Time" value={roughly(seconds)}>
          {roughly(estimate.expected_seconds)} expected
        </Figure>
      </dl>
    </Card>
  );
}
