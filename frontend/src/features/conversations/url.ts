import type { Query } from "@/api/client";
import { asList, asText, type Search } from "@/lib/search-params";

/** The dimensions that filter with a list: OR inside one, AND between them. */
export const LIST_FILTERS = [
  "persona", "emotion", "topic", "intent", "tone", "tier", "status", "band", "review", "arc", "content_category", "topic_cluster",
  "outcome", "document_id", "source_category", "expertise_level", "emotional_valence", "domain", "scenario_type", "template_id",
  "template_version", "batch_id", "reviewer", "is_seed", "flag", "tag", "dataset_id", "ref",
] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];
/** Filters by day, each from and to, both days included. */
export const DATE_FILTERS = ["generated", "reviewed"] as const;
export type DateFilter = (typeof DATE_FILTERS)[number];
type Day = `${DateFilter}_${"from" | "to"}`;
const DAYS: readonly Day[] = DATE_FILTERS.flatMap((name): Day[] => [`${name}_from`, `${name}_to`]);

/** What the review mode goes through: what nobody has read, the lowest score first, or what the table shows, in its order. */
export type Queue = "worst" | "table";

export const PAGE_SIZES = [25, 50, 100] as const;
export const DEFAULT_SIZE = 25;
/** Failed, then flagged, then the lowest unread score: what needs a person comes first. */
export const DEFAULT_SORT = "attention";

/** Everything that the table shows, as it stands in the address. Defaults are left out of it. */
export interface TableSearch extends Partial<Record<ListFilter, string[] | undefined>>, Partial<Record<Day, string | undefined>> {
  q?: string;
  /** The search also looks at what was said. */
  in_text?: "true" | undefined;
  /** "true": with a flag only, "false": without. */
  flagged?: "true" | "false" | undefined;
  min_score?: string;
  max_score?: string;
  sort?: string;
  page?: number;
  size?: number;
  /** The columns in their order; the usual ones when it is left out. */
  cols?: string[];
  open?: string;
  /** Two or three versions of the open one, side by side: "2,3". */
  compare?: string;
}

const VERSION = /^\d{1,4}$/;

/** The two or three versions that an address compares, each once. */
export function comparedVersions(text: string | undefined): number[] | null {
  const parts = (text ?? "").split(",");
  if (parts.length > 3 || !parts.every((part) => VERSION.test(part))) return null;
  const numbers = [...new Set(parts.map(Number))];
  return numbers.length > 1 ? numbers : null;
}

const SCORE = /^(10|\d(\.\d)?)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readTableSearch(raw: Record<string, unknown>): TableSearch {
  const given = raw as Search;
  const search: TableSearch = {};
  for (const name of LIST_FILTERS) {
    const values = [...new Set(asList(given[name]).map(String).filter(Boolean))];
    if (values.length > 0) search[name] = values;
  }
  const cols = asList(given["cols"]);
  if (cols.length > 0) search.cols = cols;
  for (const name of ["q", "sort", "open"] as const) {
    const value = asText(given[name]);
    if (value) search[name] = value;
  }
  const compare = asText(given["compare"]);
  if (compare && comparedVersions(compare)) search.compare = compare;
  for (const name of ["min_score", "max_score"] as const) {
    const value = asText(given[name]);
    if (value && SCORE.test(value)) search[name] = value;
  }
  for (const name of DAYS) {
    const value = asText(given[name]);
    if (value && DAY.test(value) && !Number.isNaN(Date.parse(value))) search[name] = value;
  }
  const flagged = asText(given["flagged"]);
  if (flagged === "true" || flagged === "false") search.flagged = flagged;
  if (asText(given["in_text"]) === "true") search.in_text = "true";
  const page = Number(asText(given["page"]));
  if (Number.isInteger(page) && page > 1) search.page = page;
  const size = Number(asText(given["size"]));
  if (size !== DEFAULT_SIZE && PAGE_SIZES.some((one) => one === size)) search.size = size;
  return search;
}

/** A day as the reader means it, in their zone: its beginning, or the beginning of the day after. */
const moment = (day: string, after: boolean): string => {
  const start = new Date(`${day}T00:00`);
  if (after) start.setDate(start.getDate() + 1);
  return start.toISOString();
};
const dayOf = (iso: string, after: boolean): string => {
  const start = new Date(iso);
  if (after) start.setDate(start.getDate() - 1);
  return [start.getFullYear(), start.getMonth() + 1, start.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/** The part of it that chooses rows: what the list, a run and an export are asked. */
export function filterOf(search: TableSearch): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of LIST_FILTERS) {
    const values = search[name];
    if (!values) continue;
    if (name !== "is_seed") query[name] = values;
    else if (values.length === 1 && values[0]) query[name] = values[0];
  }
  for (const name of ["q", "flagged", "min_score", "max_score"] as const) {
    const value = search[name];
    if (value) query[name] = value;
  }
  for (const name of DAYS) {
    const day = search[name];
    if (day) query[name] = moment(day, name.endsWith("_to"));
  }
  return query;
}

/** The other way round: what a filter that was kept, as an export's is, shows in the table. */
export function searchOfFilter(filter: Record<string, unknown>): TableSearch {
  const raw: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(filter)) {
    const day = DAYS.find((one) => one === name);
    if (day) raw[name] = dayOf(String(value), day.endsWith("_to"));
    else raw[name] = Array.isArray(value) ? value.map(String) : String(value);
  }
  return readTableSearch(raw);
}

/** What the list route is asked; only what chooses and orders rows, so that opening a row asks nothing again. */
export function listQuery(search: TableSearch): Query {
  return { ...filterOf(search), ...(search.q && search.in_text ? { in_text: "true" } : {}), sort: search.sort ?? DEFAULT_SORT };
}

export const isFiltered = (search: TableSearch): boolean => Object.keys(filterOf(search)).length > 0;

export interface ReviewSearch extends TableSearch {
  queue?: Queue;
}

export function readReviewSearch(raw: Record<string, unknown>): ReviewSearch {
  const search = leaving(readTableSearch(raw), ["page", "size", "cols"]);
  return asText((raw as Search)["queue"]) === "table" ? { ...search, queue: "table" } : search;
}

const WRITTEN = ["generated", "approved", "rejected", "needs_edit"];

/** What the queue is asked for. Unread means written and not decided on; chosen rows are read whatever was decided. */
export function queueQuery({ queue, ...search }: ReviewSearch): Query {
  if (queue === "table") return listQuery(search);
  const status = search.status ?? (search.ref || search.review ? WRITTEN : ["generated"]);
  return listQuery({ ...search, sort: search.sort ?? "score", status });
}

/** Changing what is shown goes back to the first page and closes nothing. */
export function withFilter(search: TableSearch, change: Partial<TableSearch>): TableSearch {
  const next: TableSearch = { ...search, ...change };
  delete next.page;
  for (const [key, value] of Object.entries(next)) {
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) {
      Reflect.deleteProperty(next, key);
    }
  }
  return next;
}

export function withoutFilters(search: TableSearch): TableSearch {
  const { size, cols, sort } = search;
  return { ...(size ? { size } : {}), ...(cols ? { cols } : {}), ...(sort ? { sort } : {}) };
}

/** A search without some of its parts. */
export function leaving(search: TableSearch, names: readonly (keyof TableSearch)[]): TableSearch {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !names.some((one) => one === name)));
}

/** Only what chooses rows; an export takes it along, a decision of a person aside: only approved ones leave. */
export const exportSearch = (search: TableSearch): TableSearch =>
  leaving(search, ["page", "size", "cols", "sort", "open", "compare", "status", "review", "flagged", "in_text"]);

/** Up, down, off: the third click on a head gives back the order that needs no choosing. */
export function nextSort(sort: string | undefined, column: string): string | undefined {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? undefined : column;
}
