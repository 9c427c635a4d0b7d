import { Link } from "@tanstack/react-router";
import type { CoverageCell, CoverageTable } from "@/api/types";
import { cx } from "@/lib/cx";
import { cellsByPlace, DIMENSION_WORDS, filterFor, heatOf, labelOf, NONE, placeOf, type Counted, type Dimension } from "../words";

const HEAT = ["bg-heat-0", "bg-heat-1", "bg-heat-2", "bg-heat-3", "bg-heat-4"] as const;
const BOX = "grid h-13.5 w-full min-w-20 place-items-center rounded-2 border text-14 tnum";

interface Props {
  dataset: string;
  table: CoverageTable;
  rows: Dimension;
  cols: Dimension;
  count: Counted;
  onNeeded: ((where: Record<string, string>) => void) | null;
}

function told(cell: CoverageCell | undefined, count: Counted): string {
  if (!cell) return "0, nothing is planned here";
  const coming = cell.coming > 0 ? `, ${String(cell.coming)} planned or being written` : "";
  const missing = cell.missing > 0 ? `, ${String(cell.missing)} missing` : "";
  return `${String(cell[count])} of ${String(cell.target)}${coming}${missing}`;
}

/** A real table: each cell says its figure of the target, colour only repeats it. */
export function CoverageGrid({ dataset, table, rows, cols, count, onNeeded }: Props) {
  const cells = cellsByPlace(table);
  const label = (dimension: Dimension, value: string): string => labelOf(dimension, value, table.titles);
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-separate border-spacing-1 text-13">
        <caption className="sr-only">
          {DIMENSION_WORDS[rows]} by {DIMENSION_WORDS[cols].toLowerCase()}
        </caption>
        <thead>
          <tr>
            <td />
            {table.columns.map((column) => (
              <th key={column.value} scope="col" className="max-w-40 px-1 pb-1 align-bottom text-12 font-medium text-text-2">
                {label(cols, column.value)}
              </th>
            ))}
            <th scope="col" className="pb-1 text-right align-bottom text-12 font-medium text-text-2">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.value}>
              <th scope="row" className="max-w-56 pr-3 text-left font-medium">
                {label(rows, row.value)}
              </th>
              {table.columns.map((column) => (
                <td key={column.value} className="p-0">
                  <HeatCell
                    dataset={dataset}
                    cell={cells.get(placeOf(row.value, column.value))}
                    name={`${label(rows, row.value)} with ${label(cols, column.value)}`}
                    where={{ [rows]: row.value, [cols]: column.value }}
                    count={count}
                    onNeeded={onNeeded}
                  />
                </td>
              ))}
              <td className="tnum pl-2 text-right whitespace-nowrap">
                <span className="font-semibold">{row[count]}</span>
                <span className="text-text-2"> of {row.target}</span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="pt-1 text-left font-regular text-text-2">
              All
            </th>
            {table.columns.map((column) => (
              <td key={column.value} className="tnum pt-1 text-center">
                <span className="font-semibold">{column[count]}</span>
                <span className="text-text-2"> of {column.target}</span>
              </td>
            ))}
            <td className="tnum pt-1 text-right font-semibold">{table.total[count]}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface CellProps {
  dataset: string;
  cell: CoverageCell | undefined;
  name: string;
  where: Partial<Record<Dimension, string>>;
  count: Counted;
  onNeeded: ((where: Record<string, string>) => void) | null;
}

function HeatCell({ dataset, cell, name, where, count, onNeeded }: CellProps) {
  if (cell?.not_needed) {
    const look = cx(BOX, "border-line bg-heat-0 text-12 text-text-2");
    if (!onNeeded) return <span className={look}>not needed</span>;
    return (
      <button type="button" title="Click when it is needed after all" className={cx(look, "hover:border-control")} onClick={() => onNeeded(where)}>
        <span className="sr-only">{name}: </span>not needed<span className="sr-only">. Click when it is needed after all</span>
      </button>
    );
  }
  const { [count]: figure, target, missing } = cell ?? NONE;
  const empty = figure === 0 && target > 0;
  const look = cx(BOX, HEAT[heatOf(figure, target)], empty && "hatch", missing > 0 && figure === 0 ? "border-dashed border-st-flagged" : "border-transparent");
  const text = (
    <span aria-hidden>
      <span className="font-semibold">{figure}</span>
      <span className="text-12">/{target}</span>
    </span>
  );
  const search = filterFor(where, count);
  const said = `${name}: ${told(cell, count)}`;
  return search ? (
    <Link to="/d/$id" params={{ id: dataset }} search={search} title={said} className={cx(look, "hover:border-control")}>
      <span className="sr-only">{said}</span>
      {text}
    </Link>
  ) : (
    <span role="img" aria-label={said} title={said} className={look}>
      {text}
    </span>
  );
}

export function Legend() {
  const entries = [
    ["hatch border-dashed border-st-flagged", "none yet"],
    ["bg-heat-1 border-transparent", "less than half"],
    ["bg-heat-2 border-transparent", "half or more"],
    ["bg-heat-3 border-transparent", "on target"],
    ["bg-heat-4 border-transparent", "above target"],
  ] as const;
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-12 text-text-2">
      <ul className="flex flex-wrap gap-x-4 gap-y-2">
        {entries.map(([look, words]) => (
          <li key={words} className="flex items-center gap-2">
            <span aria-hidden className={cx("h-4 w-7 rounded-1 border", look)} />
            {words}
          </li>
        ))}
      </ul>
      <span>Click a cell to see its conversations</span>
    </div>
  );
}
