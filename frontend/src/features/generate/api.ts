import { queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { post } from "@/api/client";
import { keys } from "@/api/queries";
import type { Batch, Estimate, Selection, Task } from "@/api/types";
import type { Mode } from "./rules";

/** What is asked for, for which ones, by whom and when. */
export interface Order {
  selection: Selection;
  task: Partial<Task>;
  model: string | null;
  mode: Mode;
}

const bodyOf = ({ selection, task, model, mode }: Order): object => ({ selection, mode, task, ...(model ? { model } : {}) });

export const estimateQuery = (dataset: string, order: Order) =>
  queryOptions({
    queryKey: ["estimate", dataset, order],
    queryFn: ({ signal }) => post<Estimate>(`/datasets/${dataset}/batches/estimate`, bodyOf(order), { signal }),
    staleTime: 30_000,
    // What is left may be less when the dialog opens again.
    gcTime: 0,
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

export interface Start extends Order {
  dataset: string;
  cap_micros: number;
  /** So many are to pass: weak ones are written again until they do. */
  until_passing: number | null;
  notify: boolean;
  one: string | null;
  /** Made when the dialog opened: pressing the button twice starts once. */
  key: string;
}

function send({ dataset, cap_micros, until_passing, notify, one, key, ...order }: Start): Promise<Batch> {
  const { model, task } = order;
  if (!one) return post<Batch>(`/datasets/${dataset}/batches`, { ...bodyOf(order), cap_micros, until_passing, notify }, { idempotencyKey: key });
  const chosen = { ...(model ? { model } : {}), ...(task.template_id ? { template_id: task.template_id } : {}) };
  return post<{ batch: Batch }>(`/conversations/${one}/generate`, chosen, { idempotencyKey: key }).then((answer) => answer.batch);
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
