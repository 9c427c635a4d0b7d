import { useCallback, useEffect, useState } from "react";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { datasetQuery, summaryQuery } from "@/api/queries";
import type { ConversationRow } from "@/api/types";
import { DataTable } from "@/components/data-table/table";
import { TableFooter } from "@/components/data-table/footer";
import { LoadFailed } from "@/components/page";
import { cx } from "@/lib/cx";
import { useMedia } from "@/lib/media";
import { useRowHeight } from "@/lib/row-height";
import { byRefQuery, rowsQuery } from "./api";
import { chosen } from "./bulk";
import { chosenColumns, COLUMNS, moved } from "./columns";
import { BulkBar } from "./components/bulk-bar";
import { DatasetHeader } from "./components/header";
import { EmptyTable } from "./components/empty";
import { FilterBadges } from "./components/badges";
import { cutNote, NewRows } from "./components/new-rows";
import { Panel, preparePanel } from "./components/panel-host";
import { RowActions, useRowTools } from "./components/row-actions";
import { CoverageStrip } from "./components/coverage-strip";
import { StatusStrip } from "./components/strip";
import { Toolbar } from "./components/toolbar";
import { useLabels } from "./filters";
import { useTableKeys } from "./keys";
import { keepLastFilter } from "./last-filter";
import { NOTHING, pageMark, range, toggle, togglePage } from "./selection";
import { useSteadyRows } from "./steady";
import { comparedVersions, DEFAULT_SIZE, DEFAULT_SORT, isFiltered, leaving, listQuery, nextSort, PAGE_SIZES, withFilter, type TableSearch } from "./url";

const route = getRouteApi("/_in/_shell/d/$id/");
/** What stays where there is little room: beside the panel, and on a small screen. */
const NARROW = ["persona", "topic", "status", "score"];

export function ConversationsPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [selected, setSelected] = useState(NOTHING);
  const [focusId, setFocusId] = useState<string | null>(null);
  const wide = useMedia("(min-width: 1600px)");
  const small = useMedia("(max-width: 1023px)");

  const dataset = useQuery(datasetQuery(id));
  const summary = useQuery(summaryQuery(id));
  const rows = useQuery({ ...rowsQuery(client, id, search), placeholderData: keepPreviousData });
  const question = JSON.stringify([listQuery(search), search.page, search.size]);
  const steady = useSteadyRows(id, question, rows.data, rows.isFetchedAfterMount && !rows.isPlaceholderData);
  const items = steady.rows;
  const labels = useLabels(id, rows.data);
  const [height] = useRowHeight();
  const onPage = items?.find((row) => row.ref === search.open);
  const elsewhere = useQuery({ ...byRefQuery(id, search.open ?? ""), enabled: Boolean(search.open && items && !onPage) });
  const openRow = onPage ?? elsewhere.data ?? null;

  const change = useCallback(
    (next: TableSearch, replace = false) => void navigate({ search: next, replace }),
    [navigate],
  );
  const open = useCallback(
    (row: ConversationRow) => {
      setFocusId(row.id);
      change({ ...search, open: row.ref, compare: undefined }, Boolean(search.open));
    },
    [change, search],
  );
  const tools = useRowTools(id, items);
  const actions = useCallback((row: ConversationRow, openRow: (row: ConversationRow) => void) => <RowActions row={row} tools={tools} onOpen={openRow} />, [tools]);
  const review = (row: ConversationRow): void => void navigate({ to: "/d/$id/review", params: { id }, search: { ...leaving(search, ["page", "size", "cols", "compare"]), sort: search.sort ?? DEFAULT_SORT, queue: "table", open: row.ref } });
  const readThese = (refs: string[] | null): void => void navigate({ to: "/d/$id/review", params: { id }, search: refs ? { ref: refs } : leaving(search, ["page", "size", "cols", "open", "compare", "sort"]) });
  const showOnly = (refs: string[], read: boolean): void => change({ ref: refs.slice(0, 100), ...(read && refs[0] ? { open: refs[0] } : {}) });
  const page = search.page ?? 1;
  const size = search.size ?? DEFAULT_SIZE;
  const total = rows.data?.total ?? 0;
  const goTo = (next: number): void => change({ ...search, page: next });
  const shown = items?.map((row) => row.id) ?? [];
  useTableKeys({ items: items ?? [], focusId, setFocusId, onOpen: open, onReview: review, onSelect: (row) => setSelected(toggle(selected, row.id)), onRange: (row) => setSelected(range(selected.anchor ? selected : { ...selected, anchor: focusId }, row.id, shown)), onSelectAll: () => setSelected(togglePage(NOTHING, shown)), onPage: goTo, page, pages: Math.ceil(total / size), onEscape: () => setSelected(NOTHING), active: !search.open });

  useEffect(() => keepLastFilter(id, search), [id, search]);
  const standing = items !== undefined;
  useEffect(() => {
    if (standing) preparePanel();
  }, [standing]);
  if (dataset.error) return <LoadFailed what="this dataset" error={dataset.error} retry={() => void dataset.refetch()} />;
  const panelOpen = Boolean(search.open);
  const cols = chosenColumns(search.cols);
  const fitting = small || (panelOpen && !wide) ? cols.filter((one) => NARROW.includes(one)) : panelOpen ? cols.filter((one) => !["generated_at", "tier"].includes(one)) : cols;

  return (
    <>
      <DatasetHeader dataset={dataset.data} summary={summary.data} search={search} />
      <div className="flex min-h-0 flex-1">
        <section aria-label="Conversations" className={cx("flex min-w-0 flex-1 flex-col", panelOpen && small && "hidden")}>
          <div className="grid shrink-0 gap-2.5 px-5 pt-3 pb-2.5">
            {summary.data && (!panelOpen || wide) ? (
              <StatusStrip
                dataset={id}
                summary={summary.data}
                search={search}
                onChange={change}
              />
            ) : null}
            {dataset.data && summary.data && summary.data.counts.total > 0 && !panelOpen ? <CoverageStrip dataset={dataset.data} summary={summary.data} row={items ? items[0]?.id : null} /> : null}
            <Toolbar search={search} facets={rows.data?.facets ?? {}} labels={labels} folded={panelOpen || small} onChange={change} />
            <FilterBadges search={search} labels={labels} note={cutNote(rows.data)} matching={rows.data?.total} total={summary.data?.counts.total ?? rows.data?.total} onChange={change} />
          </div>
          <NewRows waiting={steady.waiting} reordered={steady.reordered} onShow={steady.show} />
          {rows.error && !items ? (
            <LoadFailed what="the conversations" error={rows.error} retry={() => void rows.refetch()} />
          ) : (
            <DataTable
              label="Conversations"
              columns={COLUMNS}
              rows={items}
              total={total}
              firstIndex={(page - 1) * size + 1}
              stale={rows.isPlaceholderData}
              shown={["ref", ...fitting]}
              comfortable={height === "comfortable"}
              onMoveColumn={(column, to) => change({ ...search, cols: moved(cols, column, cols.indexOf(fitting[to - 1] ?? "")) }, true)}
              meters={wide || small}
              sort={search.sort}
              onSort={(column) => {
                const sort = nextSort(search.sort, column);
                change(withFilter(search, { sort: sort ?? "" }));
              }}
              selected={selected.ids}
              mark={pageMark(selected, shown)}
              onSelect={(row, withShift) => setSelected(withShift ? range(selected, row.id, shown) : toggle(selected, row.id))}
              onSelectPage={() => setSelected(togglePage(selected, shown))}
              rowName={(row) => row.ref}
              openId={openRow?.id ?? null}
              focusId={focusId}
              onOpen={open}
              onFocusRow={(row) => setFocusId(row.id)}
              actions={actions}
              actionWidth={panelOpen || small ? 0 : 100}
              empty={<EmptyTable dataset={id} search={search} labels={labels} total={summary.data?.counts.total ?? 0} onChange={change} />}
            />
          )}
          {selected.ids.size > 0 && !panelOpen ? (
            <BulkBar dataset={id} search={search} selected={selected} onSelect={setSelected} rows={items ?? []} matching={total} onShow={showOnly} onRead={readThese} />
          ) : null}
          <TableFooter page={page} size={size} sizes={PAGE_SIZES} total={rows.data?.total} onPage={goTo} onSize={(next) => change(withFilter(search, { size: next }))} compact={panelOpen} />
        </section>
        {panelOpen ? (
          <Panel
            row={openRow}
            missing={elsewhere.isFetched && !openRow}
            items={items ?? []}
            position={(page - 1) * size + (items?.findIndex((row) => row.id === openRow?.id) ?? -1) + 1}
            total={total}
            compare={comparedVersions(search.compare)}
            others={{ selected: selected.all ? 0 : selected.ids.size, matching: total, filtered: isFiltered(search), choose: (which) => chosen(id, search, { ...selected, all: which === "matching" }) }}
            onCompare={(numbers) => change({ ...search, compare: numbers?.join(",") })}
            onOpen={open}
            onClose={() => change({ ...search, open: undefined, compare: undefined })}
            onReview={review}
          />
        ) : null}
      </div>
    </>
  );
}
