import type { Query } from "@/api/client";
import { asList, asText, type Search } from "@/lib/search-params";

/** The dimensions that filter with a list: OR inside one, AND between them. */
export const LIST_FILTERS = [
  "persona",
  "emotion",
  "topic",
  "intent",
  "tone",
  "tier",
  "status",
  "arc",
  "content_category",
  "topic_cluster",
  "outcome",
] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

export const PAGE_SIZES = [25, 50, 100] as const;
export const DEFAULT_SIZE = 25;
/** Failed, then flagged, then the lowest unread score: what needs a person comes first. */
export const DEFAULT_SORT = "attention";

/** Everything that the table shows, as it stands in the address. Defaults are left out of it. */
export interface TableSearch extends Partial<Record<ListFilter, string[]>> {
  q?: string;
  /** "true": with a flag only, "false": without. */
  flagged?: "true" | "false";
  /** Written with this template, and with this version of it. */
  template_id?: string;
  template_version?: string;
  min_score?: string;
  max_score?: string;
  sort?: string;
  page?: number;
  size?: number;
  hide?: string[];
  open?: string;
  /** Two versions of the open one, side by side: "2,3". */
  compare?: string;
}

/** The two versions that an address compares. */
export function comparedVersions(text: string | undefined): [number, number] | null {
  const found = /^(\d{1,4}),(\d{1,4})$/.exec(text ?? "");
  return found ? [Number(found[1]), Number(found[2])] : null;
}

const SCORE = /^(10|\d(\.\d)?)$/;

export function readTableSearch(raw: Record<string, unknown>): TableSearch {
  const given = raw as Search;
  const search: TableSearch = {};
  for (const name of LIST_FILTERS) {
    const values = [...new Set(asList(given[name]).filter(Boolean))];
    if (values.length > 0) search[name] = values;
  }
  const hide = asList(given["hide"]);
  if (hide.length > 0) search.hide = hide;
  for (const name of ["q", "sort", "open", "template_id", "template_version"] as const) {
    const value = asText(given[name]);
    if (value) search[name] = value;
  }
  const compare = asText(given["compare"]);
  if (compare && comparedVersions(compare)) search.compare = compare;
  for (const name of ["min_score", "max_score"] as const) {
    const value = asText(given[name]);
    if (value && SCORE.test(value)) search[name] = value;
  }
  const flagged = asText(given["flagged"]);
  if (flagged === "true" || flagged === "false") search.flagged = flagged;
  const page = Number(asText(given["page"]));
  if (Number.isInteger(page) && page > 1) search.page = page;
  const size = Number(asText(given["size"]));
  if (size !== DEFAULT_SIZE && PAGE_SIZES.some((one) => one === size)) search.size = size;
  return search;
}

/** What the list route is asked; only what chooses and orders rows, so that opening a row asks nothing again. */
export function listQuery(search: TableSearch): Query {
  const query: Record<string, string | string[]> = {};
  for (const name of LIST_FILTERS) {
    const values = search[name];
    if (values) query[name] = values;
  }
  for (const name of ["q", "flagged", "min_score", "max_score", "template_id", "template_version"] as const) {
    const value = search[name];
    if (value) query[name] = value;
  }
  query["sort"] = search.sort ?? DEFAULT_SORT;
  return query;
}

/** The part of it that chooses rows: what "all 38 that match" means to a bulk call. */
export function filterOf(search: TableSearch): Record<string, string | string[]> {
  const query = listQuery(search) as Record<string, string | string[]>;
  delete query["sort"];
  return query;
}

export const isFiltered = (search: TableSearch): boolean => Object.keys(filterOf(search)).length > 0;

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
  const { size, hide, sort } = search;
  return { ...(size ? { size } : {}), ...(hide ? { hide } : {}), ...(sort ? { sort } : {}) };
}

/** Up, down, off: the third click on a head gives back the order that needs no choosing. */
export function nextSort(sort: string | undefined, column: string): string | undefined {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? undefined : column;
}
