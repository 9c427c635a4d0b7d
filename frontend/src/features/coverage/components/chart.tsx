import { useId, useState } from "react";
import type { CoverageLine } from "@/api/types";
import { Meter } from "@/components/ui/bits";
import { labelOf, type Counted, type Dimension } from "../words";

interface Props {
  title: string;
  dimension: Dimension;
  lines: readonly CoverageLine[];
  titles: Record<string, string>;
  count: Counted;
}

const SHOWN = 8;

/** How conversations spread over the words of one dimension; the same figures stand in a table, a click away. */
export function Chart({ title, dimension, lines, titles, count }: Props) {
  const [asTable, setAsTable] = useState(false);
  const [all, setAll] = useState(false);
  const id = useId();
  const shown = all ? lines : lines.slice(0, SHOWN);
  const most = Math.max(1, ...lines.map((line) => Math.max(line.target, line[count])));
  const name = (line: CoverageLine): string => labelOf(dimension, line.value, titles);
  return (
    <section aria-labelledby={id}>
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={id} className="text-13 font-semibold">
          {title}
        </h2>
        <button type="button" aria-pressed={asTable} className="text-12 font-semibold text-primary-text hover:underline" onClick={() => setAsTable(!asTable)}>
          {asTable ? "As a chart" : "As a table"}
          <span className="sr-only">: {title}</span>
        </button>
      </div>
      {asTable ? (
        <table className="mt-2 w-full text-13">
          <thead>
            <tr className="text-12 text-text-2">
              <th scope="col" className="text-left font-medium">{title}</th>
              {["Ready", "Approved", "On the way", "Target"].map((head) => (
                <th key={head} scope="col" className="text-right font-medium">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.value} className="border-t border-line">
                <th scope="row" className="py-1 text-left font-regular">{name(line)}</th>
                {[line.ready, line.approved, line.coming, line.target].map((figure, index) => (
                  <td key={index} className="tnum py-1 text-right">{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul className="mt-2 grid gap-1.5">
          {shown.map((line) => (
            <li key={line.value} className="grid grid-cols-[minmax(0,1fr)_minmax(60px,120px)_60px] items-center gap-3 text-13">
              <span className="truncate" title={name(line)}>{name(line)}</span>
              <Meter share={line[count] / most} tone="bg-heat-4" className="h-2" />
              <span className="tnum text-right">
                <span className="font-semibold">{line[count]}</span>
                <span className="text-text-2"> of {line.target}</span>
              </span>
            </li>
          ))}
          {lines.length === 0 ? <li className="text-13 text-text-2">None yet</li> : null}
        </ul>
      )}
      {!asTable && lines.length > SHOWN ? (
        <button type="button" className="mt-1.5 text-12 font-semibold text-primary-text hover:underline" onClick={() => setAll(!all)}>
          {all ? "Fewer" : `All ${String(lines.length)}`}
        </button>
      ) : null}
    </section>
  );
}
