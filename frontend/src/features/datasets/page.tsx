import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Folder, Plus } from "lucide-react";
import { datasetsQuery, useMay } from "@/api/queries";
import { SimpleTable } from "@/components/data-table/simple";
import { LoadFailed, PageBody, PageHeader } from "@/components/page";
import { Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { money } from "@/lib/money";
import { TIERS } from "@/lib/words";
import { CreateDataset } from "./components/create";

const route = getRouteApi("/_in/_shell/datasets");

export function DatasetsPage() {
  const datasets = useQuery(datasetsQuery);
  const { make } = route.useSearch();
  const [creating, setCreating] = useState(make ?? false);
  const may = useMay("editor");
  const create = may ? (
    <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
      New dataset
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title="Datasets">{datasets.data?.items.length ? create : null}</PageHeader>
      <PageBody>
        {datasets.error && !datasets.data ? (
          <LoadFailed what="your datasets" error={datasets.error} retry={() => void datasets.refetch()} />
        ) : (
          <SimpleTable
            label="Datasets"
            rows={datasets.data?.items}
            rowKey={(one) => one.id}
            columns={[
              {
                head: "Name",
                cell: (one) => (
                  <Link to="/d/$id" params={{ id: one.id }} className="font-semibold text-primary-text hover:underline">
                    {one.name}
                  </Link>
                ),
              },
              { head: "Numbered", cell: (one) => <span className="ref-id">{one.prefix}-0001</span> },
              { head: "Conversations", right: true, cell: (one) => one.conversation_count.toLocaleString("en-US") },
              { head: "Template, scenario, edge case", right: true, cell: (one) => TIERS.map((tier) => one.tier_weights[tier]).join(" / ") },
              { head: "Budget", right: true, cell: (one) => (one.budget_micros ? money(one.budget_micros) : "none") },
              { head: "Changed", cell: (one) => <Time at={one.updated_at} /> },
            ]}
            empty={
              <EmptyState icon={Folder} title="No datasets yet" actions={create}>
                A dataset holds the conversations that you plan, read and export together. The starter pack fills one in, and
                you see the price before anything is written.
              </EmptyState>
            }
          />
        )}
      </PageBody>
      {creating && may ? <CreateDataset onClose={() => setCreating(false)} /> : null}
    </>
  );
}
