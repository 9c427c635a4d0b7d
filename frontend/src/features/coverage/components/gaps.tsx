import { FileText } from "lucide-react";
import type { CoverageCell, CoverageGap, CoverageTable, Dataset } from "@/api/types";
import { Button } from "@/components/ui/button";
import { plural } from "@/lib/words";
import { useFill, useNotNeeded, useUnitPrice } from "../api";
import { about, isFillable, labelOf, type Dimension } from "../words";

interface Props {
  dataset: Dataset;
  table: CoverageTable;
  rows: Dimension;
  cols: Dimension;
  mayPlan: boolean;
}

const gapOf = (gap: CoverageCell, rows: Dimension, cols: Dimension): CoverageGap => ({ where: { [rows]: gap.row, [cols]: gap.column }, count: gap.missing });

/** What is missing against the plan, and what adding it would cost. Adding plans; only Generate spends. */
export function Gaps({ dataset, table, rows, cols, mayPlan }: Props) {
  const fill = useFill(dataset);
  const notNeeded = useNotNeeded(dataset);
  const price = useUnitPrice(dataset.id);
  const fillable = mayPlan && isFillable(rows) && isFillable(cols);
  const shown = table.gaps.slice(0, 12);
  const listed = table.gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const busy = fill.isPending || notNeeded.isPending;
  return (
    <aside aria-label="What to add" className="w-80 shrink-0 border-l border-line bg-sunken p-5 max-lg:w-full max-lg:border-t max-lg:border-l-0">
      <h2 className="text-14 font-semibold">What to add</h2>
      {table.gap_count === 0 ? (
        <p className="mt-2 text-13 text-text-2">Nothing is missing here. Everything that was planned is ready or on its way.</p>
      ) : (
        <>
          <p className="mt-2 text-13 text-text-2">
            {plural(table.gap_count, "combination")} of your plan {table.gap_count === 1 ? "has" : "have"} fewer conversations than planned, and nothing on its way. A model tends to answer poorly where it has seen no example.
          </p>
          {fillable ? (
            <Button variant="primary" size="l" className="mt-3 h-auto! min-h-10 w-full py-2 whitespace-normal" busy={busy} onClick={() => fill.mutate(table.gaps.map((gap) => gapOf(gap, rows, cols)))}>
              {table.gaps.length < table.gap_count ? `Fill ${String(table.gaps.length)}` : table.gap_count === 1 ? "Fill it" : `Fill all ${String(table.gap_count)}`}, {plural(listed, "conversation")}
              {about(price, listed)}
            </Button>
          ) : null}
          <ul className="mt-3">
            {shown.map((gap) => {
              const where = { [rows]: gap.row, [cols]: gap.column };
              const name = `${labelOf(rows, gap.row, table.titles)} with ${labelOf(cols, gap.column, table.titles)}`;
              return (
                <li key={name} className="border-t border-line py-3">
                  <p className="text-13 font-semibold">{name}</p>
                  <p className="text-12 text-text-2">
                    {gap.ready} ready of {gap.target}
                    {gap.coming > 0 ? `, ${String(gap.coming)} on the way` : ""}
                  </p>
                  {mayPlan ? (
                    <div className="mt-2 flex items-center gap-2">
                      {fillable ? (
                        <Button size="s" aria-label={`Add ${String(gap.missing)}${about(price, gap.missing)}: ${name}`} busy={busy} onClick={() => fill.mutate([gapOf(gap, rows, cols)])}>
                          Add {gap.missing}
                          {about(price, gap.missing)}
                        </Button>
                      ) : null}
                      <Button size="s" variant="quiet" aria-label={`Not needed: ${name}`} busy={busy} onClick={() => notNeeded.mutate({ where, needed: false })}>
                        Not needed
                      </Button>
                    </div>
                  ) : null}
                </li>
              );
            })}
          </ul>
          {table.gap_count > shown.length ? <p className="border-t border-line py-3 text-12 text-text-2">and {table.gap_count - shown.length} more</p> : null}
        </>
      )}
      {table.unused.slice(0, 3).map((one) => (
        <div key={one.id} className="mt-3 flex gap-3 rounded-3 border border-line bg-surface p-3 text-12 text-text-2">
          <FileText aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" />
          <p>
            <span className="font-semibold text-text">{one.title} is not used anywhere.</span> {plural(one.chunk_count, "passage")}.{" "}
            {mayPlan ? (
              <button type="button" disabled={busy} className="font-semibold text-primary-text hover:underline" onClick={() => fill.mutate([{ where: { document_id: one.id, tier: "scenario" }, count: 4 }])}>
                Plan 4 scenarios from it{about(price, 4)}
              </button>
            ) : null}
          </p>
        </div>
      ))}
    </aside>
  );
}
