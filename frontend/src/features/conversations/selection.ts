/** What is chosen in the table: some rows by id, or everything that matches the filter. */
export interface Selected {
  ids: ReadonlySet<string>;
  /** Set when the person chose all that match; ids then hold what is on the page. */
  all: boolean;
  /** Where a range with Shift begins. */
  anchor: string | null;
}

export const NOTHING: Selected = { ids: new Set(), all: false, anchor: null };

export function toggle(selected: Selected, id: string): Selected {
  const ids = new Set(selected.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, all: false, anchor: id };
}

/** From the anchor to this row, both included, in the order that is shown. */
export function range(selected: Selected, id: string, shown: readonly string[]): Selected {
  const from = selected.anchor === null ? -1 : shown.indexOf(selected.anchor);
  const to = shown.indexOf(id);
  if (from < 0 || to < 0) return toggle(selected, id);
  const between = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selected.ids, ...between]), all: false, anchor: selected.anchor };
}

export type Mark = "none" | "some" | "all";

export function pageMark(selected: Selected, shown: readonly string[]): Mark {
  const count = shown.filter((id) => selected.ids.has(id)).length;
  if (count === 0) return "none";
  return count === shown.length ? "all" : "some";
}

export function togglePage(selected: Selected, shown: readonly string[]): Selected {
  const ids = new Set(selected.ids);
  const whole = pageMark(selected, shown) === "all";
  shown.forEach((id) => (whole ? ids.delete(id) : ids.add(id)));
  return { ids, all: false, anchor: null };
}
