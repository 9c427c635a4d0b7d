import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { newKey, post } from "@/api/client";
import { Problem, sentenceOf } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Batch, Conversation, Estimate } from "@/api/types";
import { follow } from "@/features/generate/one";
import { toast } from "@/lib/toasts";

/** What a second opinion on a version costs. Asking for the price is free. */
export const opinionPriceQuery = (one: Pick<Conversation, "id" | "dataset_id">, version: number) =>
  queryOptions({
    queryKey: ["opinion-price", one.id, version],
    queryFn: ({ signal }) =>
      post<Estimate>(`/datasets/${one.dataset_id}/batches/estimate`, { selection: { ids: [one.id] }, mode: "now", task: { kind: "judge", base_version: version } }, { signal }),
    staleTime: 300_000,
    retry: false,
  });

/** Asks a model what it thinks of a version; its price stood on the button, and no text changes. */
export function useAskOpinion(one: Conversation) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) => post<{ batch: Batch }>(`/conversations/${one.id}/second-opinion`, { version }, { idempotencyKey: newKey() }),
    meta: { ownError: true },
    onSuccess: ({ batch }) => {
      client.setQueryData(keys.batch(batch.id), batch);
      follow({ batch: batch.id, row: one });
      toast(`${one.ref} is being read. Its text stays as it is.`, { tone: "info" });
    },
    onError: (error) => {
      if (error instanceof Problem && error.status === 401) return;
      toast(sentenceOf(error), { tone: "problem" });
    },
    onSettled: () => {
      for (const key of [keys.conversation(one.id), keys.rows(one.dataset_id)]) void client.invalidateQueries({ queryKey: key });
    },
  });
}
