import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { get, newKey } from "@/api/client";
import type { Batch, Estimate, RowsPage, Selection } from "@/api/types";
import { TIERS } from "@/lib/words";
import { useStart } from "./api";
import type { Ordering } from "./order";

export const SAMPLES = 3;
const LEFT = ["planned", "failed"];

/** What the same would cost for the few. */
export const samplesPrice = ({ expected_micros, count }: Estimate): number => (count === 0 ? 0 : Math.ceil((expected_micros * SAMPLES) / count));

/** A few of what is to be written, of each tier one while there are such. */
async function chooseSamples(dataset: string, selection: Selection): Promise<string[]> {
  if ("ids" in selection) return selection.ids.slice(0, SAMPLES);
  const asked = "filter" in selection ? (selection.filter as Record<string, string[]>) : "tier" in selection ? { tier: [selection.tier] } : {};
  const page = await get<RowsPage>(`/datasets/${dataset}/conversations`, { status: LEFT, sort: "ref", ...asked, limit: 100 });
  const rows = page.items.filter((row) => LEFT.includes(row.status) && !row.is_seed);
  const firsts = TIERS.flatMap((tier) => rows.find((row) => row.tier === tier) ?? []);
  return [...new Set([...firsts, ...rows].map((row) => row.id))].slice(0, SAMPLES);
}

/** Writes a few first, by the same model and template; the rest waits until they are read. */
export function useSamples(dataset: string, { order }: Ordering) {
  const start = useStart();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: async (estimate: Estimate): Promise<Batch> => {
      const ids = await chooseSamples(dataset, order.selection);
      const now = estimate.modes.find((offer) => offer.mode === "now");
      const cap_micros = ids.length * (now?.one_call_at_most_micros ?? estimate.one_call_at_most_micros) * 2;
      return start.mutateAsync({ dataset, ...order, selection: { ids }, mode: "now", cap_micros, until_passing: null, notify: false, one: null, key });
    },
    meta: { ownError: true },
  });
}
