import { memo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import type { Cell, ColumnDef, Row as Line } from "@tanstack/react-table";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/lib/cx";

export interface TableRow {
  id: string;
}

export const CELL = "px-0 pr-3 text-left";

/** What a row tells the table; it stays the same, whatever the table does with it today. */
export interface Told<T> {
  press: (row: T) => void;
  open: (row: T) => void;
  select: (row: T, withShift: boolean) => void;
}

interface RowProps<T extends TableRow> {
  /** The library's view of it, made anew for every list. */
  line: Line<T>;
  row: T;
  /** The columns in their order, as one text. */
  order: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in the table
  columns: ColumnDef<T, any>[];
  /** Where it stands on this page, from 0; `index` counts the whole list, its head included. */
  at: number;
  index: number;
  chosen: boolean;
  open: boolean;
  focused: boolean;
  comfortable: boolean;
  name: string;
  selectable: boolean;
  actions: ((row: T, open: (row: T) => void) => ReactNode) | null;
  on: Told<T>;
}

const inControl = (event: MouseEvent | KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.closest("button,a,input,label") !== null;

const MUTED = ["emotion", "intent", "tone", "tier"];

/** A cell is a plain function of its row, so it needs no component of its own. */
function contentOf<T>(cell: Cell<T, unknown>): ReactNode {
  const draw = cell.column.columnDef.cell;
  return typeof draw === "function" ? (draw(cell.getContext()) as ReactNode) : draw;
}

function PlainRow<T extends TableRow>({ line, row, at, index, chosen, open, focused, comfortable, name, selectable, actions, on }: RowProps<T>) {
  const shift = useRef(false);
  return (
    // Every action of a row is a control inside it; the click on the row itself is only the larger target.
     
    <tr
      data-row={row.id}
      data-at={at}
      aria-rowindex={index}
      aria-selected={chosen}
      onClick={(event) => !inControl(event) && on.press(row)}
      className={cx(
        "group cursor-pointer [&>*]:border-b [&>*]:border-line",
        comfortable ? "[&>*]:h-11" : "[&>*]:h-9",
        chosen || open ? "bg-selected" : "hover:bg-hover",
        focused && "[&>*]:border-t-primary [&>*:first-child]:shadow-[inset_3px_0_var(--primary)]",
        open && "[&>*:first-child]:shadow-[inset_3px_0_var(--primary)]",
      )}
    >
      <td className="pl-5">
        {selectable ? (
          <Checkbox
            aria-label={`Select ${name}`}
            checked={chosen}
            onClick={(event) => {
              shift.current = event.shiftKey;
            }}
            onChange={() => on.select(row, shift.current)}
          />
        ) : null}
      </td>
      {line.getVisibleCells().map((cell, position) =>
        position === 0 ? (
          <th key={cell.column.id} scope="row" className={CELL}>
            {contentOf(cell)}
          </th>
        ) : (
          <td key={cell.column.id} className={cx(CELL, MUTED.includes(cell.column.id) && "text-text-2")}>
            {contentOf(cell)}
          </td>
        ),
      )}
      {actions ? <td className="pr-5 text-right">{actions(row, on.open)}</td> : null}
    </tr>
  );
}

/** A row is the same while what it shows is, whatever line the library made of it. */
const sameRow = <T extends TableRow>(before: RowProps<T>, after: RowProps<T>): boolean =>
  (Object.keys(before) as (keyof RowProps<T>)[]).every((name) => name === "line" || before[name] === after[name]);

export const Row = memo(PlainRow, sameRow) as typeof PlainRow;
