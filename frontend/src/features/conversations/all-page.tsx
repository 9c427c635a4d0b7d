import { useMemo, useState } from "react";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ConversationRow } from "@/api/types";
import { DataTable } from "@/components/data-table/table";
import { TableFooter } from "@/components/data-table/footer";
import { LoadFailed, PageHeader } from "@/components/page";
import { useMedia } from "@/lib/media";
import { plural } from "@/lib/words";
import { useRowHeight } from "@/lib/row-height";
import { allRowsQuery } from "./api";
import { datasetColumn, COLUMNS } from "./columns";
import { FilterBadges } from "./components/badges";
import { EmptyTable } from "./components/empty";
import { cutNote } from "./components/new-rows";
import { Toolbar } from "./components/toolbar";
import { useLabels } from "./filters";
import { DEFAULT_SIZE, nextSort, PAGE_SIZES, withFilter, type TableSearch } from "./url";

const route = getRouteApi("/_in/_shell/conversations");
const WIDE = ["ref", "dataset", "persona", "emotion", "topic", "tier", "status", "score", "generated_at"];
const NARROW = ["ref", "dataset", "topic", "status", "score"];
const NO_FILTER: TableSearch = {};
const noActions = (): null => null;
const NOTHING: ReadonlySet<string> = new Set();

/** The conversations of all datasets. Work happens in a dataset, so a row leads to where it belongs. */
export function AllConversationsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const small = useMedia("(max-width: 1023px)");
  const [focusId, setFocusId] = useState<string | null>(null);
  const [height] = useRowHeight();
  const rows = useQuery({ ...allRowsQuery(client, search), placeholderData: keepPreviousData });
  const labels = useLabels(null, rows.data);
  const names = labels["dataset_id"];
  const columns = useMemo(() => [...COLUMNS, datasetColumn(names ?? {})], [names]);
  const { data: whole } = useQuery(allRowsQuery(client, NO_FILTER));

  const change = (next: TableSearch, replace = false): void => void navigate({ search: next, replace });
  const open = (row: ConversationRow): void => void navigate({ to: "/d/$id", params: { id: row.dataset_id }, search: { open: row.ref } });
  const [page, size, total] = [search.page ?? 1, search.size ?? DEFAULT_SIZE, rows.data?.total ?? 0];
  const left = rows.data?.datasets_left_out ?? 0;
  const note = left > 0 ? `${plural(left, "older dataset")} not among them: open each by itself` : cutNote(rows.data);

  return (
    <>
      <PageHeader title="All conversations" />
      <section aria-label="Conversations" className="flex min-h-0 min-w-0 flex-1 flex-col">
        <div className="grid shrink-0 gap-2.5 px-5 pt-3 pb-2.5">
          <Toolbar search={search} facets={rows.data?.facets ?? {}} labels={labels} folded={small} onChange={change} columns={false} first={["dataset_id"]} />
          <FilterBadges search={search} labels={labels} matching={rows.data?.total} total={whole?.total ?? rows.data?.total} note={note} onChange={change} />
        </div>
        {rows.error && !rows.data ? (
          <LoadFailed what="the conversations" error={rows.error} retry={() => void rows.refetch()} />
        ) : (
          <DataTable
            label="Conversations"
            columns={columns}
            rows={rows.data?.items}
            total={total}
            firstIndex={(page - 1) * size + 1}
            stale={rows.isPlaceholderData}
            shown={small ? NARROW : WIDE}
            comfortable={height === "comfortable"}
            meters={false}
            sort={search.sort}
            onSort={(column) => change(withFilter(search, { sort: nextSort(search.sort, column) ?? "" }))}
            selected={NOTHING}
            mark="none"
            rowName={(row) => row.ref}
            openId={null}
            focusId={focusId}
            onOpen={open}
            onFocusRow={(row) => setFocusId(row.id)}
            actions={noActions}
            actionWidth={0}
            empty={<EmptyTable dataset={null} search={search} labels={labels} total={whole?.total ?? 0} onChange={change} />}
          />
        )}
        <TableFooter page={page} size={size} sizes={PAGE_SIZES} total={rows.data?.total} onPage={(next) => change({ ...search, page: next })} onSize={(next) => change(withFilter(search, { size: next }))} />
      </section>
    </>
  );
}
