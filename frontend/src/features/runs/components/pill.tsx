import { useEffect } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Pause } from "lucide-react";
import { Problem } from "@/api/problem";
import { batchQuery, keys, summaryQuery } from "@/api/queries";
import { Spinner } from "@/components/ui/spinner";
import { cx } from "@/lib/cx";
import { titleProgress } from "@/lib/title";
import { toast } from "@/lib/toasts";
import { plural } from "@/lib/words";
import { isJudging } from "../words";
import { forgetRun, rememberRun, useWatched, type Watched } from "../watch";

function Pill({ watched, rail }: { watched: Watched; rail: boolean }) {
  const { data: batch, error } = useQuery(batchQuery(watched.batch));
  const client = useQueryClient();
  useEffect(() => {
    if (error instanceof Problem && error.status === 404) forgetRun(watched.batch);
  }, [error, watched.batch]);
  useEffect(() => {
    titleProgress(batch && batch.state !== "ended" ? `${String(Math.floor(batch.percent))} %` : "");
    if (batch?.state !== "ended") return;
    const { succeeded, failed } = batch.counts;
    forgetRun(batch.id);
    toast(isJudging(batch) ? `${plural(succeeded, "second opinion")} given. ${batch.stop_sentence}`.trim() : `${plural(succeeded, "conversation")} ready${failed ? `, ${String(failed)} to look at` : ""}.`);
    for (const key of [keys.summary(watched.dataset), keys.rows(watched.dataset), keys.batches(watched.dataset)]) {
      void client.invalidateQueries({ queryKey: key });
    }
  }, [batch, client, watched.dataset]);
  useEffect(() => () => titleProgress(""), []);
  if (!batch || batch.state === "ended") return null;
  const percent = `${String(Math.floor(batch.percent))} %`;
  const doing = isJudging(batch) ? "Reading" : "Generating";
  const paused = batch.state === "paused";
  return (
    <Link
      to="/d/$id/runs/$batch"
      params={{ id: watched.dataset, batch: watched.batch }}
      className={cx("mb-1 flex h-8 items-center justify-center gap-2 rounded-pill bg-st-generating-bg text-12 font-semibold text-st-generating-text hover:brightness-95", rail ? "w-10" : "px-3")}
    >
      {rail ? null : paused ? <Pause aria-hidden size={14} /> : <Spinner size={14} />}
      {rail ? <span className="sr-only">{paused ? "Paused at " : `${doing} `}</span> : null}
      <span className="tnum">{rail ? percent.replace(" ", "") : `${paused ? "Paused at" : doing} ${percent}`}</span>
      <span className="sr-only">. Open the run</span>
    </Link>
  );
}

/** A run that started elsewhere is found on its dataset's page and followed from there. */
export function RunPill({ dataset, rail }: { dataset: string | undefined; rail: boolean }) {
  const watched = useWatched();
  const { data: summary } = useQuery({ ...summaryQuery(dataset ?? ""), enabled: Boolean(dataset) });
  const running = summary?.running_batch;
  useEffect(() => {
    if (running && running.state !== "ended" && dataset) rememberRun(running.id, dataset);
  }, [running, dataset]);
  return watched ? <Pill key={watched.batch} watched={watched} rail={rail} /> : null;
}
