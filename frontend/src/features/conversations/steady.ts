import { useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ConversationRow, RowsPage } from "@/api/types";
import { sameRowsQuery } from "./api";

interface Held {
  key: string;
  fresh: boolean;
  rows: ConversationRow[];
}

interface Steady {
  rows: ConversationRow[] | undefined;
  /** How many rows of the newest answer are not shown yet. */
  waiting: number;
  /** The same rows, but in another order now. */
  reordered: boolean;
  show: () => void;
}

/**
 * Rows stay where they are while the list behind them moves, so that nothing jumps under the pointer. They change in
 * place; what came meanwhile, and another order, are shown when they are asked for or when the question changes. What
 * was deleted goes at once.
 */
export function useSteadyRows(dataset: string, key: string, page: RowsPage | undefined, settled: boolean): Steady {
  const [held, setHeld] = useState<Held | null>(null);
  const newest = page?.items;
  const mustFollow = newest !== undefined && (held?.key !== key || !held.fresh || held.rows.length === 0);
  if (newest && mustFollow && (held?.key !== key || held.rows !== newest || held.fresh !== settled)) {
    setHeld({ key, fresh: settled, rows: newest });
  }
  const shown = held?.key === key ? held.rows : newest;
  const now = new Map(newest?.map((row) => [row.id, row]));
  const gone = shown?.filter((row) => !now.has(row.id)).map((row) => row.id) ?? [];
  const { data: same, isPlaceholderData: isOfOthers } = useQuery({ ...sameRowsQuery(dataset, gone), placeholderData: keepPreviousData });
  if (!shown || !newest) return { rows: newest, waiting: 0, reordered: false, show: () => undefined };
  const elsewhere = new Map(same?.items.map((row) => [row.id, row]));
  const deleted = (row: ConversationRow): boolean => same !== undefined && !isOfOthers && !now.has(row.id) && !elsewhere.has(row.id);
  const left = shown.filter((row) => !deleted(row));
  if (left.length === 0) return { rows: newest, waiting: 0, reordered: false, show: () => undefined };
  const known = new Set(left.map((row) => row.id));
  const waiting = newest.filter((row) => !known.has(row.id)).length;
  return {
    rows: left.map((row) => now.get(row.id) ?? elsewhere.get(row.id) ?? row),
    waiting,
    reordered: waiting === 0 && newest.some((row, at) => left[at]?.id !== row.id),
    show: () => setHeld({ key, fresh: true, rows: newest }),
  };
}
