import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ArrowLeftRight, FileDown, Grid3x3 } from "lucide-react";
import { datasetQuery, isWorking, summaryQuery, useMay } from "@/api/queries";
import type { CoverageTable, Dataset } from "@/api/types";
import { LoadFailed, PageHeader } from "@/components/page";
import { Bone, Waiting } from "@/components/ui/bits";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/notice";
import { cx } from "@/lib/cx";
import { plural } from "@/lib/words";
import { save } from "@/lib/save";
import { coverageQuery, sourcesAsCsv, useNotNeeded } from "./api";
import { Chart } from "./components/chart";
import { Comparison } from "./components/comparison";
import { Gaps } from "./components/gaps";
import { CoverageGrid, Legend } from "./components/grid";
import { asCsv, COUNT_WORDS, DIMENSION_WORDS, DIMENSIONS, type CoverageSearch, type Dimension } from "./words";

const route = getRouteApi("/_in/_shell/d/$id/coverage");

const CHARTS: readonly [string, Dimension][] = [
  ["Tiers", "tier"],
  ["Source documents", "document_id"],
  ["Personas", "persona"],
  ["Source categories", "source_category"],
  ["Emotional arcs", "arc"],
  ["Emotions", "emotion"],
  ["Topics", "topic"],
  ["Categories", "content_category"],
];

function Choice<T extends string>({ label, value, words, onChange }: { label: string; value: T; words: Partial<Record<T, string>>; onChange: (next: T) => void }) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <Select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {(Object.entries(words) as [T, string][]).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </Select>
    </label>
  );
}

const without = (dimension: Dimension): Partial<Record<Dimension, string>> =>
  Object.fromEntries(DIMENSIONS.filter((one) => one !== dimension).map((one) => [one, DIMENSION_WORDS[one]]));

function Covered({ dataset, table, search, stale }: { dataset: Dataset; table: CoverageTable; search: CoverageSearch; stale: boolean }) {
  const navigate = route.useNavigate();
  const mayPlan = useMay("editor");
  const notNeeded = useNotNeeded(dataset);
  const { rows = "persona", cols = "arc", count = "ready" } = search;
  const go = (next: CoverageSearch): void => void navigate({ search: { rows, cols, ...(count === "ready" ? {} : { count }), ...next } });
  return (
    <div className={cx("flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto", stale && "opacity-60")}>
      <div className="min-w-0 flex-1 p-5 lg:overflow-y-auto">
        <Comparison compared={table.comparison} />
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-13 text-text-2">
          <Choice label="Rows" value={rows} words={DIMENSION_WORDS} onChange={(next) => go({ rows: next, ...(next === cols ? { cols: rows } : {}) })} />
          <IconButton icon={ArrowLeftRight} label="Swap rows and columns" onClick={() => go({ rows: cols, cols: rows })} />
          <Choice label="Columns" value={cols} words={without(rows)} onChange={(next) => go({ cols: next })} />
          <Choice label="Count" value={count} words={COUNT_WORDS} onChange={(next) => go({ count: next })} />
        </div>
        <CoverageGrid dataset={dataset.id} table={table} rows={rows} cols={cols} count={count} onNeeded={mayPlan ? (where) => notNeeded.mutate({ where, needed: true }) : null} />
        <Legend />
        <div className="mt-7 grid gap-x-8 gap-y-7 xl:grid-cols-2">
          {CHARTS.map(([title, dimension]) => (
            <Chart key={dimension} title={title} dimension={dimension} lines={table.charts[dimension] ?? []} titles={table.titles} count={count} />
          ))}
        </div>
      </div>
      <div className="flex lg:overflow-y-auto">
        <Gaps dataset={dataset} table={table} rows={rows} cols={cols} mayPlan={mayPlan} />
      </div>
    </div>
  );
}

export function CoveragePage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const { rows = "persona", cols = "arc", count = "ready" } = search;
  const dataset = useQuery(datasetQuery(id));
  const summary = useQuery(summaryQuery(id));
  const table = useQuery({ ...coverageQuery(id, rows, cols, isWorking(summary.data)), placeholderData: keepPreviousData });
  const sources = useMutation({ mutationFn: () => sourcesAsCsv(id), onSuccess: (parts) => save("conversations-and-sources.csv", ["\uFEFF", ...parts], "text/csv") });
  const total = table.data?.total;
  return (
    <>
      <PageHeader title="Coverage" after={total && total.planned > 0 ? <span className="text-13 text-text-2">What your {plural(total.ready, "ready conversation")} cover, against the plan</span> : null}>
        {table.data && total && total.planned > 0 ? (
          <>
            <Button icon={FileDown} busy={sources.isPending} onClick={() => sources.mutate()}>
              Save sources
            </Button>
            <Button icon={FileDown} onClick={() => save(`coverage-${rows}-by-${cols}.csv`, ["\uFEFF", asCsv(table.data, rows, cols, count)], "text/csv")}>
              Save as table
            </Button>
          </>
        ) : null}
      </PageHeader>
      {table.error && !table.data ? <LoadFailed what="the coverage" error={table.error} retry={() => void table.refetch()} /> : null}
      {table.isLoading ? (
        <Waiting>
          <Bone className="m-5 h-90 rounded-3" />
        </Waiting>
      ) : null}
      {total?.planned === 0 ? (
        <EmptyState icon={Grid3x3} title="Nothing to cover yet" actions={<ButtonLink to="/d/$id/plan" params={{ id }} variant="primary">Make a plan</ButtonLink>}>
          Start with a plan. Then you see here what is ready of it and what is missing.
        </EmptyState>
      ) : null}
      {dataset.data && table.data && total && total.planned > 0 ? <Covered dataset={dataset.data} table={table.data} search={search} stale={table.isPlaceholderData} /> : null}
    </>
  );
}
