import { Fragment, useEffect, useRef, useState, type ReactNode } from "react";
import { flexRender, getCoreRowModel, useReactTable, type ColumnDef } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/lib/cx";
import { useDrawn } from "./drawn";
import { CELL, Row, type TableRow, type Told } from "./row";
import { TableSkeleton } from "./skeleton";

interface Props<T extends TableRow> {
  label: string;
  // The library types a column by its value; a table holds columns of many.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  columns: ColumnDef<T, any>[];
  rows: T[] | undefined;
  total: number;
  firstIndex: number;
  stale: boolean;
  /** The columns that are shown, in their order. */
  shown: readonly string[];
  comfortable?: boolean;
  /** Moves a column to where another stands; left out where columns stay. */
  onMoveColumn?: (column: string, to: number) => void;
  meters: boolean;
  sort: string | undefined;
  onSort: (column: string) => void;
  selected: ReadonlySet<string>;
  mark: "none" | "some" | "all";
  /** Left out where nothing can be done to several at once. */
  onSelect?: (row: T, withShift: boolean) => void;
  onSelectPage?: () => void;
  rowName: (row: T) => string;
  openId: string | null;
  focusId: string | null;
  onOpen: (row: T) => void;
  onFocusRow: (row: T) => void;
  /** The same function for as long as it says the same: rows are drawn again only when something in them changed. */
  actions: (row: T, open: (row: T) => void) => ReactNode;
  actionWidth: number;
  empty: ReactNode;
}

/** The least that the column without a width of its own may have. */
const FLEXIBLE = 100;
/** What the last column has more of, where no actions stand between it and the edge of the page. */
const EDGE = 8;

const ariaSort = (sort: string | undefined, id: string): "ascending" | "descending" | "none" =>
  sort === id ? "ascending" : sort === `-${id}` ? "descending" : "none";

/** A real table: row heads, sorting in its heads, the region scrolls and the head stays. */
export function DataTable<T extends TableRow>(props: Props<T>) {
  const { rows, columns, shown, sort, selected } = props;
  const ids = columns.map((column) => column.id ?? ("accessorKey" in column ? String(column.accessorKey) : ""));
  const table = useReactTable({
    data: rows ?? [],
    columns,
    state: { columnOrder: [...shown], columnVisibility: Object.fromEntries(ids.map((id) => [id, shown.includes(id)])) },
    manualSorting: true,
    manualPagination: true,
    manualFiltering: true,
    getRowId: (row) => row.id,
    getCoreRowModel: getCoreRowModel(),
  });
  const region = useRef<HTMLDivElement>(null);
  const lines = table.getRowModel().rows;
  const drawn = useDrawn(region, rows?.map((row) => row.id) ?? [], props.focusId, props.comfortable ? "comfortable" : "compact");
  const on = useTold(props);
  const order = shown.join(" ");
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  const atEdge = props.actionWidth === 0;
  const least = heads.reduce((sum, head) => sum + (head.column.columnDef.size || FLEXIBLE), 48 + props.actionWidth);

  return (
    <div ref={region} className={cx("relative min-h-0 flex-1 overflow-auto border-t border-line", props.stale && "opacity-60")}>
      <table aria-label={props.label} aria-rowcount={props.total + 1} aria-busy={rows === undefined || props.stale} style={{ minWidth: `${String(least)}px` }} className={cx("w-full table-fixed border-separate border-spacing-0 text-13", atEdge && "[&_tr>:last-child]:pr-5")}>
        <colgroup>
          <col className={props.onSelect ? "w-12" : "w-5"} />
          {heads.map((head) => (
            <col key={head.id} style={head.column.columnDef.size ? { width: `${String(head.getSize() + (head.id === "score" && props.meters ? 56 : 0) + (atEdge && head === heads.at(-1) ? EDGE : 0))}px` } : undefined} />
          ))}
          {props.actionWidth > 0 ? <col style={{ width: `${String(props.actionWidth)}px` }} /> : null}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} className="[&>th]:sticky [&>th]:top-0 [&>th]:z-sticky [&>th]:h-8 [&>th]:border-b [&>th]:border-line [&>th]:bg-sunken">
            {props.onSelectPage ? (
              <th scope="col" className="pl-5 text-left">
                <Checkbox aria-label="Select the rows of this page" checked={props.mark === "all"} indeterminate={props.mark === "some"} onChange={props.onSelectPage} />
              </th>
            ) : (
              <td className="sticky top-0 z-sticky h-8 border-b border-line bg-sunken" />
            )}
            {heads.map((head, at) => (
              <Head key={head.id} id={head.id} at={at} sort={sort} onSort={props.onSort} {...(props.onMoveColumn ? { onMove: props.onMoveColumn } : {})}>
                {flexRender(head.column.columnDef.header, head.getContext())}
              </Head>
            ))}
            {props.actionWidth > 0 ? (
              <th scope="col" className="pr-5">
                <span className="sr-only">Actions</span>
              </th>
            ) : null}
          </tr>
        </thead>
        {rows === undefined ? (
          <TableSkeleton columns={heads.length + (props.actionWidth > 0 ? 1 : 0)} />
        ) : (
          <tbody>
            {drawn.rows.map(({ index, above }) => {
              const line = lines[index];
              if (!line) return null;
              return (
                <Fragment key={line.id}>
                  <Space height={above} />
                  <Row
                    line={line}
                    row={line.original}
                    columns={columns}
                    order={order}
                    at={index}
                    index={props.firstIndex + index + 1}
                    chosen={selected.has(line.id)}
                    open={props.openId === line.id}
                    focused={props.focusId === line.id}
                    comfortable={Boolean(props.comfortable)}
                    name={props.rowName(line.original)}
                    actions={props.actionWidth > 0 ? props.actions : null}
                    selectable={props.onSelect !== undefined}
                    on={on}
                  />
                </Fragment>
              );
            })}
            <Space height={drawn.below} />
          </tbody>
        )}
      </table>
      {rows?.length === 0 ? <div className="p-5">{props.empty}</div> : null}
    </div>
  );
}

/** The place of rows that are not drawn. */
const Space = ({ height }: { height: number }) => (height > 0 ? <tr aria-hidden style={{ height: `${String(height)}px` }} /> : null);

interface HeadProps {
  id: string;
  at: number;
  sort: string | undefined;
  onSort: (column: string) => void;
  onMove?: (column: string, to: number) => void;
  children: ReactNode;
}

const DRAGGED = "text/x-column";

/** Sorts by a click; moves by drag, or by Alt and an arrow. The first one names the row and stays. */
function Head({ id, at, sort, onSort, onMove, children }: HeadProps) {
  const direction = ariaSort(sort, id);
  const movable = onMove !== undefined && at > 0;
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={CELL}
      draggable={movable}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}
      onDragOver={(event) => movable && event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={(event) => movable && onMove(event.dataTransfer.getData(DRAGGED), at)}
    >
      <button
        type="button"
        onClick={() => onSort(id)}
        onKeyDown={(event) => {
          const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
          if (!event.altKey || step === 0 || !movable) return;
          event.preventDefault();
          onMove(id, at + step);
        }}
        className={cx("flex h-6 max-w-full items-center gap-1 truncate rounded-1 text-12 font-medium hover:text-text", direction === "none" ? "text-text-2" : "font-semibold text-text")}
      >
        {children}
        {direction === "ascending" ? <ArrowUp aria-hidden size={14} /> : direction === "descending" ? <ArrowDown aria-hidden size={14} /> : null}
      </button>
    </th>
  );
}

function useTold<T extends TableRow>(props: Props<T>): Told<T> {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [told] = useState<Told<T>>(() => ({
    press: (row) => {
      latest.current.onFocusRow(row);
      latest.current.onOpen(row);
    },
    open: (row) => latest.current.onOpen(row),
    select: (row, withShift) => latest.current.onSelect?.(row, withShift),
  }));
  return told;
}
