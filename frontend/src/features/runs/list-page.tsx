import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { AlertTriangle, PlayCircle } from "lucide-react";
import { LoadFailed, PageBody, PageHeader } from "@/components/page";
import { SimpleTable } from "@/components/data-table/simple";
import { Time } from "@/components/ui/bits";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { money } from "@/lib/money";
import { batchesQuery } from "./api";
import { runTitle, writers } from "./words";

const route = getRouteApi("/_in/_shell/d/$id/runs");

export function RunsPage() {
  const { id } = route.useParams();
  const runs = useQuery(batchesQuery(id));
  return (
    <>
      <PageHeader title="Runs">
        <ButtonLink to="/d/$id/failures" params={{ id }} icon={AlertTriangle}>
          All failures
        </ButtonLink>
      </PageHeader>
      <PageBody>
        {runs.error && !runs.data ? <LoadFailed what="the runs" error={runs.error} retry={() => void runs.refetch()} /> : null}
        <SimpleTable
          label="Runs"
          rows={runs.error ? [] : runs.data?.items}
          rowKey={(run) => run.id}
          columns={[
            {
              head: "Run",
              cell: (run) => (
                <Link to="/d/$id/runs/$batch" params={{ id, batch: run.id }} className="font-semibold text-primary-text hover:underline">
                  {runTitle(run)}
                </Link>
              ),
            },
            { head: "Started", cell: (run) => <Time at={run.started_at} /> },
            { head: "By", cell: (run) => run.started_by_name },
            { head: "Written by", cell: (run) => writers(run).replace(/^(Written|Read) by /, "") },
            { head: "Ready", right: true, cell: (run) => run.counts.succeeded },
            { head: "Not written", right: true, cell: (run) => run.counts.failed },
            { head: "Estimate", right: true, cell: (run) => money(run.estimate.expected_micros) },
            { head: "Cost", right: true, cell: (run) => money(run.spent_micros) },
          ]}
          empty={
            <EmptyState icon={PlayCircle} title="Nothing was generated yet" actions={<ButtonLink to="/d/$id" params={{ id }}>Back to the conversations</ButtonLink>}>
              A run starts with Generate. You see its price first.
            </EmptyState>
          }
        />
      </PageBody>
    </>
  );
}
