import type { ReactNode } from "react";
import { Waiting } from "@/components/ui/bits";
import { cx } from "@/lib/cx";
import { TableSkeleton } from "./skeleton";

interface Column<T> {
  head: string;
  cell: (row: T) => ReactNode;
  right?: boolean;
  /** A column of buttons: its head is only heard. */
  quiet?: boolean;
}

interface Props<T> {
  label: string;
  rows: readonly T[] | undefined;
  rowKey: (row: T) => string;
  columns: readonly Column<T>[];
  empty: ReactNode;
}

/** For lists that need no sorting: the same heads, rows and skeleton as the large table. */
export function SimpleTable<T>({ label, rows, rowKey, columns, empty }: Props<T>) {
  if (rows?.length === 0) return empty;
  return (
    <div className="overflow-x-auto rounded-3 border border-line">
      <table aria-label={label} className="w-full min-w-120 border-separate border-spacing-0 text-13">
        <thead>
          <tr className="[&>th]:h-8 [&>th]:border-b [&>th]:border-line [&>th]:bg-sunken [&>th]:px-3 [&>th]:text-12 [&>th]:font-medium [&>th]:text-text-2">
            {columns.map((column) => (
              <th key={column.head} scope="col" className={column.right ? "text-right" : "text-left"}>
                {column.quiet ? <span className="sr-only">{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        {rows ? (
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} className="hover:bg-hover [&>*]:h-10 [&>*]:border-b [&>*]:border-line [&>*]:px-3 last:[&>*]:border-b-0">
                {columns.map((column, index) => {
                  const Cell = index === 0 ? "th" : "td";
                  return (
                    <Cell key={column.head} scope={index === 0 ? "row" : undefined} className={cx("font-regular", column.right ? "tnum text-right" : "text-left")}>
                      {column.cell(row)}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ) : (
          <TableSkeleton columns={columns.length} rows={5} boxes={false} />
        )}
      </table>
      {rows ? null : (
        <Waiting>
          <span />
        </Waiting>
      )}
    </div>
  );
}
