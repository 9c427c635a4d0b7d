import type { CoverageCell, CoverageLine, CoverageTable, Tally } from "@/api/types";
import { LIST_FILTERS, type ListFilter, type TableSearch } from "@/features/conversations/url";
import { asText, type Search } from "@/lib/search-params";
import { money } from "@/lib/money";
import { TIER_WORDS } from "@/lib/words";

export const DIMENSION_WORDS = {
  persona: "Persona",
  arc: "Emotional arc",
  tier: "Tier",
  topic: "Topic",
  emotion: "Emotion",
  intent: "Intent",
  tone: "Tone",
  outcome: "Outcome",
  content_category: "Category",
  topic_cluster: "Topic cluster",
  source_category: "Source category",
  document_id: "Source document",
} as const;
export type Dimension = keyof typeof DIMENSION_WORDS;
export const DIMENSIONS = Object.keys(DIMENSION_WORDS) as Dimension[];
/** A plan can't aim at a feeling: it follows from the arc. */
export const isFillable = (dimension: Dimension): boolean => dimension !== "emotion";

export const COUNT_WORDS = { ready: "Ready: generated and approved", approved: "Approved", planned: "Everything planned" } as const;
export type Counted = keyof typeof COUNT_WORDS;

export interface CoverageSearch {
  rows?: Dimension;
  cols?: Dimension;
  count?: Counted;
}

const known = <T extends string>(value: string | undefined, among: readonly T[]): T | undefined => among.find((one) => one === value);

export function readCoverageSearch(raw: Record<string, unknown>): CoverageSearch {
  const given = raw as Search;
  const rows = known(asText(given["rows"]), DIMENSIONS);
  const cols = known(asText(given["cols"]), DIMENSIONS);
  const count = known(asText(given["count"]), Object.keys(COUNT_WORDS) as Counted[]);
  return { ...(rows ? { rows } : {}), ...(cols && cols !== (rows ?? "persona") ? { cols } : {}), ...(count && count !== "ready" ? { count } : {}) };
}

/** A word as a person reads it: tiers by name, documents by title. */
export function labelOf(dimension: Dimension, value: string, titles: Record<string, string>): string {
  if (dimension === "document_id") return titles[value] ?? "A removed document";
  return dimension === "tier" ? TIER_WORDS[value as keyof typeof TIER_WORDS] : value;
}

/** Nothing yet, less than half of the target, most of it, on target, above it. */
export function heatOf(count: number, target: number): 0 | 1 | 2 | 3 | 4 {
  if (count === 0) return 0;
  if (count >= target) return count > target && target > 0 ? 4 : 3;
  return count * 2 < target ? 1 : 2;
}

export const NONE: Tally = { ready: 0, approved: 0, coming: 0, planned: 0, target: 0, missing: 0 };

export function cellsByPlace(table: CoverageTable): Map<string, CoverageCell> {
  return new Map(table.cells.map((cell) => [placeOf(cell.row, cell.column), cell]));
}
export const placeOf = (row: string, column: string): string => `${row}\u0000${column}`;

const isFilter = (dimension: Dimension): dimension is Dimension & ListFilter => (LIST_FILTERS as readonly string[]).includes(dimension);

/** The conversations behind a figure; null when the table has no filter of that kind. */
export function filterFor(where: Partial<Record<Dimension, string>>, count: Counted): TableSearch | null {
  const search: TableSearch = {};
  for (const dimension of Object.keys(where) as Dimension[]) {
    const value = where[dimension];
    if (!isFilter(dimension) || value === undefined) return null;
    search[dimension] = [value];
  }
  if (count === "ready") search.status = ["generated", "approved"];
  if (count === "approved") search.status = ["approved"];
  return search;
}

/** Behind a button that plans: what writing it would cost, when that is known. */
export const about = (price: number | null, count: number): string => (price === null ? "" : `, about ${money(price * count)}`);

/** The table as a file: figures of target, one line for every row. A cell that a spreadsheet would compute is made text. */
export function asCsv(table: CoverageTable, rows: Dimension, cols: Dimension, count: Counted): string {
  const cells = cellsByPlace(table);
  const name = (dimension: Dimension, line: CoverageLine): string => labelOf(dimension, line.value, table.titles);
  const head = [DIMENSION_WORDS[rows], ...table.columns.map((line) => name(cols, line)), "All"];
  const body = table.rows.map((row) => [
    name(rows, row),
    ...table.columns.map((column) => {
      const cell = cells.get(placeOf(row.value, column.value));
      return cell?.not_needed ? "not needed" : `${String(cell?.[count] ?? 0)} of ${String(cell?.target ?? 0)}`;
    }),
    `${String(row[count])} of ${String(row.target)}`,
  ]);
  return [head, ...body].map((line) => line.map(quoted).join(",")).join("\n") + "\n";
}

const quoted = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
