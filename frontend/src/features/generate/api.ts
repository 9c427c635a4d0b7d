import { queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { post } from "@/api/client";
import { keys } from "@/api/queries";
import type { Batch, Estimate, Selection } from "@/api/types";
import type { Mode } from "./rules";

export const estimateQuery = (dataset: string, selection: Selection, model: string | null, mode: Mode) =>
  queryOptions({
    queryKey: ["estimate", dataset, selection, model, mode],
    queryFn: ({ signal }) =>
      post<Estimate>(`/datasets/${dataset}/batches/estimate`, { selection, mode, ...(model ? { model } : {}) }, { signal }),
    staleTime: 30_000,
  });

const priceKey = (dataset: string) => ["unit-price", dataset] as const;
export const priceKnown = (client: QueryClient, dataset: string): number | null => client.getQueryData<number | null>(priceKey(dataset)) ?? null;

/** What one costs at the default model, for the small buttons: asked once, of whichever comes first. Asking is free. */
export const unitPriceQuery = (dataset: string, sample: string) =>
  queryOptions({
    queryKey: priceKey(dataset),
    queryFn: async ({ signal }): Promise<number | null> => {
      const body = { selection: { ids: [sample] }, mode: "now" };
      const estimate = await post<Estimate>(`/datasets/${dataset}/batches/estimate`, body, { signal });
      return estimate.count > 0 ? estimate.expected_micros / estimate.count : null;
    },
    staleTime: 300_000,
    retry: false,
    // A price on a small button is a courtesy: without it the dialog still says it.
    throwOnError: false,
  });

export interface Start {
  dataset: string;
  selection: Selection;
  model: string | null;
  mode: Mode;
  cap_micros: number;
  notify: boolean;
  one: string | null;
  /** Made when the dialog opened: pressing the button twice starts once. */
  key: string;
}

function send({ dataset, selection, model, mode, cap_micros, notify, one, key }: Start): Promise<Batch> {
  const chosen = model ? { model } : {};
  if (one) return post<{ batch: Batch }>(`/conversations/${one}/generate`, chosen, { idempotencyKey: key }).then((answer) => answer.batch);
  const body = { selection, mode, cap_micros, notify, ...chosen };
  return post<Batch>(`/datasets/${dataset}/batches`, body, { idempotencyKey: key });
}

export function useStart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { ownError: true },
    onSuccess: (batch, { dataset, one }) => {
      client.setQueryData(keys.batch(batch.id), batch);
      void client.invalidateQueries({ queryKey: keys.summary(dataset) });
      void client.invalidateQueries({ queryKey: keys.rows(dataset) });
      void client.invalidateQueries({ queryKey: keys.batches(dataset) });
      if (one) void client.invalidateQueries({ queryKey: keys.conversation(one) });
    },
  });
}
