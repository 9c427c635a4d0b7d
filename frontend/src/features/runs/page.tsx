import { useEffect, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Check, Timer } from "lucide-react";
import { batchQuery, datasetQuery, settingsQuery } from "@/api/queries";
import type { Batch } from "@/api/types";
import { Crumb, LoadFailed, PageBody, PageHeader } from "@/components/page";
import { Bone, Card, Waiting } from "@/components/ui/bits";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { money } from "@/lib/money";
import { clockTime, exactTime } from "@/lib/time";
import { writerName } from "@/lib/words";
import { GRID_LIMIT, runRowsQuery } from "./api";
import { Controls } from "./components/controls";
import { Failures } from "./components/failures";
import { GridLegend, RunBar, RunGrid } from "./components/grid";
import { BeingWritten, CostSoFar } from "./components/side";
import { finished, highestWarnings, runTitle, timeLeft } from "./words";

const route = getRouteApi("/_in/_shell/d/$id/runs/$batch");

/** Speaks at every tenth percent, at a failure and at the end, and is silent between. */
function Spoken({ batch }: { batch: Batch }) {
  const [text, setText] = useState("");
  const key = `${String(Math.floor(batch.percent / 10))}.${String(batch.counts.failed)}.${batch.state}`;
  const latest = useRef(batch);
  useEffect(() => {
    latest.current = batch;
  });
  useEffect(() => {
    const { percent, counts, state } = latest.current;
    setText(state === "ended" ? `Done. ${String(counts.succeeded)} ready, ${String(counts.failed)} not written.` : `${String(Math.floor(percent))} percent, ${String(counts.failed)} not written.`);
  }, [key]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}

function Overall({ batch }: { batch: Batch }) {
  const { counts } = batch;
  return (
    <section aria-label="Progress" className="mb-3">
      <div className="flex flex-wrap items-end gap-x-3">
        <p className="tnum text-40 font-title">{Math.floor(batch.percent)}%</p>
        <p className="pb-1 text-15 text-text-2">
          <strong className="tnum font-semibold text-text">
            {finished(batch)} of {counts.total}
          </strong>{" "}
          finished: {counts.succeeded} ready{counts.failed > 0 ? `, ${String(counts.failed)} to look at` : ""}
          {counts.cancelled > 0 ? `, ${String(counts.cancelled)} cancelled` : ""}
        </p>
        <p className="ml-auto text-right">
          <span className="block text-15 font-semibold">{timeLeft(batch)}</span>
          <span className="tnum text-12 text-text-2" title={exactTime(batch.started_at)}>
            Started {clockTime(batch.started_at)}
            {batch.rate_per_minute && batch.state === "running" ? `, now ${String(Math.round(batch.rate_per_minute))} a minute` : ""}
            {`, ${writerName(batch.model)}, by ${batch.started_by_name}`}
          </span>
        </p>
      </div>
      <div className="mt-2">
        <RunBar batch={batch} />
      </div>
    </section>
  );
}

function Notices({ batch }: { batch: Batch }) {
  const { counts } = batch;
  return (
    <div className="mt-3 grid gap-2">
      {batch.throttled && batch.state === "running" ? (
        <Notice tone="info" icon={Timer} title="Claude asked us to slow down for a moment.">
          {batch.throttled.sentence}
        </Notice>
      ) : null}
      {batch.state === "paused" && batch.pause_reason === "budget" ? (
        <Notice tone="warn" title={`Paused at your limit of ${money(batch.cap_micros)}.`}>
          {counts.succeeded} are ready, {counts.queued} are waiting. Nothing more is charged until you say so.
        </Notice>
      ) : null}
      {batch.state === "paused" && batch.pause_reason === "provider" ? (
        <Notice tone="problem" title="Claude does not accept calls from your workspace at the moment.">
          {batch.pause_sentence || "Everything waits and nothing is charged until that is solved."}
        </Notice>
      ) : null}
      {batch.state === "running"
        ? highestWarnings(batch).map((warning) => (
            <Notice key={warning.budget} tone="info" title={warning.sentence}>
              At the limit the run pauses by itself.
            </Notice>
          ))
        : null}
      {batch.state === "ended" ? (
        <Notice
          tone={batch.end === "cancelled" ? "info" : "done"}
          title={batch.end === "cancelled" ? "The run was cancelled." : "The run is done."}
          action={
            counts.succeeded > 0 ? (
              <ButtonLink size="s" to="/d/$id" params={{ id: batch.dataset_id }} search={{ status: ["generated"], sort: "score" }}>
                Read the lowest first
              </ButtonLink>
            ) : null
          }
        >
          {counts.succeeded} ready, {counts.failed} not written. It cost {money(batch.spent_micros)}, the estimate was {money(batch.estimate.expected_micros)}.
        </Notice>
      ) : null}
    </div>
  );
}

function Cells({ batch }: { batch: Batch }) {
  const { data: rows } = useQuery(runRowsQuery(batch));
  return (
    <Card className="p-4">
      {rows && batch.counts.total <= GRID_LIMIT ? <RunGrid batch={batch} rows={rows} /> : null}
      <GridLegend batch={batch} />
    </Card>
  );
}

export function RunPage() {
  const { id, batch: batchId } = route.useParams();
  const query = useQuery(batchQuery(batchId));
  const { data: dataset } = useQuery(datasetQuery(id));
  const { data: settings } = useQuery(settingsQuery);
  const batch = query.data;
  const crumb = (
    <Crumb>
      <Link to="/d/$id" params={{ id }} className="hover:underline">
        {dataset?.name ?? "Dataset"}
      </Link>
    </Crumb>
  );
  return (
    <>
      <PageHeader title={batch ? runTitle(batch) : "Run"} before={crumb}>
        {batch ? <Controls batch={batch} /> : null}
      </PageHeader>
      <PageBody>
        {query.error && !batch ? <LoadFailed what="this run" error={query.error} retry={() => void query.refetch()} /> : null}
        {!batch && !query.error ? (
          <Waiting>
            <Bone className="h-10 w-60" />
            <Bone className="mt-4" />
            <Bone className="mt-4 h-60 rounded-3" />
          </Waiting>
        ) : null}
        {batch ? (
          <>
            <div className="grid gap-4 xl:grid-cols-[1fr_376px]">
              <div>
                <Overall batch={batch} />
                <Cells batch={batch} />
              </div>
              <div className="grid content-start gap-3">
                <BeingWritten batch={batch} />
                <CostSoFar batch={batch} />
              </div>
            </div>
            <Notices batch={batch} />
            <Failures batch={batch} />
            <footer className="mt-3 flex flex-wrap items-center justify-between gap-2 text-13 text-text-2">
              {batch.state === "ended" ? (
                <span />
              ) : (
                <p className="flex items-center gap-2">
                  <Check aria-hidden size={16} /> You can close this page. {settings?.notify_email ? `We mail ${settings.notify_email} when it is done.` : "The run goes on by itself."}
                </p>
              )}
              {batch.counts.succeeded > 0 && batch.state !== "ended" ? (
                <Link to="/d/$id" params={{ id }} search={{ status: ["generated"], sort: "score" }} className="font-semibold text-primary-text hover:underline">
                  Start reading the {batch.counts.succeeded} that {batch.counts.succeeded === 1 ? "is" : "are"} ready
                </Link>
              ) : null}
            </footer>
            <Spoken batch={batch} />
          </>
        ) : null}
      </PageBody>
    </>
  );
}
