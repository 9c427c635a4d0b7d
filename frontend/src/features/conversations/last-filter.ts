import { leaving, type TableSearch } from "./url";

/** The filter that someone last used in a dataset stays with them, in this browser. */
const key = (dataset: string): string => `br.last-filter.${dataset}`;

export function keepLastFilter(dataset: string, search: TableSearch): void {
  const kept = leaving(search, ["open", "compare", "page"]);
  try {
    if (Object.keys(kept).length > 0) localStorage.setItem(key(dataset), JSON.stringify(kept));
    else localStorage.removeItem(key(dataset));
  } catch {
    // A blocked storage only means that it is not kept.
  }
}

/** As raw as an address: whoever uses it reads it like one. */
export function lastFilter(dataset: string): Record<string, unknown> | null {
  try {
    const text = localStorage.getItem(key(dataset));
    const kept: unknown = text === null ? null : JSON.parse(text);
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
