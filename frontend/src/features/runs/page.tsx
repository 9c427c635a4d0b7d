import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { batchQuery, datasetQuery } from "@/api/queries";
import type { Batch } from "@/api/types";
import { Crumb, LoadFailed, PageBody, PageHeader } from "@/components/page";
import { Bone, Card, Waiting } from "@/components/ui/bits";
import { GRID_LIMIT, runRowsQuery } from "./api";
import { Controls } from "./components/controls";
import { Ended } from "./components/ended";
import { Failures } from "./components/failures";
import { GridLegend, RunGrid } from "./components/grid";
import { Notices } from "./components/notices";
import { Overall, Spoken } from "./components/overall";
import { Parts } from "./components/parts";
import { BeingWritten, CostSoFar } from "./components/side";
import { runTitle, writers } from "./words";

const route = getRouteApi("/_in/_shell/d/$id/runs/$batch");

function Cells({ batch }: { batch: Batch }) {
  const { data: rows } = useQuery(runRowsQuery(batch));
  return (
    <Card className="p-4">
      {rows && batch.counts.total <= GRID_LIMIT ? <RunGrid batch={batch} rows={rows} /> : null}
      <GridLegend batch={batch} />
    </Card>
  );
}

function Foot({ batch }: { batch: Batch }) {
  const { succeeded } = batch.counts;
  const over = batch.state === "ended";
  return (
    <footer className="mt-3 flex flex-wrap items-center justify-between gap-2 text-13 text-text-2">
      {over ? null : (
        <p className="flex items-center gap-2">
          <Check aria-hidden size={16} /> You can close this page. {batch.notify_email ? `We mail ${batch.notify_email} when it is done.` : "The run goes on by itself."}
        </p>
      )}
      <p className={over ? undefined : "mr-auto"}>
        {writers(batch)}{batch.mode === "economy" ? " in economy, at half price" : ""}; started by {batch.started_by_name}.
      </p>
      {succeeded > 0 && !over ? (
        <Link to="/d/$id" params={{ id: batch.dataset_id }} search={{ status: ["generated"], sort: "score" }} className="font-semibold text-primary-text hover:underline">
          Start reading the {succeeded} that {succeeded === 1 ? "is" : "are"} ready
        </Link>
      ) : null}
    </footer>
  );
}

function Run({ batch }: { batch: Batch }) {
  const ended = batch.state === "ended";
  return (
    <>
      <div className="grid gap-4 xl:grid-cols-[1fr_376px]">
        <div>
          <Overall batch={batch} />
          <Cells batch={batch} />
        </div>
        <div className="grid content-start gap-3">
          {batch.mode === "economy" ? <Parts batch={batch} /> : <BeingWritten batch={batch} />}
          <CostSoFar batch={batch} />
        </div>
      </div>
      <Notices batch={batch} />
      {ended ? <Ended batch={batch} /> : null}
      <Failures batch={batch} />
      <Foot batch={batch} />
      <Spoken batch={batch} />
    </>
  );
}

export function RunPage() {
  const { id, batch: batchId } = route.useParams();
  const query = useQuery(batchQuery(batchId));
  const { data: dataset } = useQuery(datasetQuery(id));
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
        {batch ? <Run batch={batch} /> : null}
      </PageBody>
    </>
  );
}
