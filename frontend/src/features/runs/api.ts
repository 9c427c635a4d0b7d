import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, newKey, post } from "@/api/client";
import { keys, lookEvery } from "@/api/queries";
import type { Batch, ConversationRow, Page, RowsPage } from "@/api/types";
import { pollEvery } from "@/lib/now";

export const batchesQuery = (dataset: string) =>
  queryOptions({
    queryKey: keys.batches(dataset),
    queryFn: ({ signal }) => get<Page<Batch>>(`/datasets/${dataset}/batches`, {}, signal),
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.state !== "ended") ? pollEvery() : false),
  });

export const GRID_LIMIT = 300;

/** The conversations of a run, one cell each; above the limit the bar says enough. */
export const runRowsQuery = (batch: Batch) =>
  queryOptions({
    queryKey: [...keys.rows(batch.dataset_id), "run", batch.id],
    queryFn: async ({ signal }): Promise<ConversationRow[]> => {
      const rows: ConversationRow[] = [];
      let cursor: string | null = null;
      do {
        const page: RowsPage = await get<RowsPage>(
          `/datasets/${batch.dataset_id}/conversations`,
          { limit: 100, sort: "ref", batch_id: batch.id, cursor },
          signal,
        );
        rows.push(...page.items.filter((row) => row.batch_id === batch.id));
        cursor = page.next_cursor;
      } while (cursor && rows.length < GRID_LIMIT);
      return rows;
    },
    enabled: batch.counts.total <= GRID_LIMIT,
    refetchInterval: batch.state === "ended" ? false : pollEvery(lookEvery(batch, 3)),
  });

export type Control = { verb: "pause" | "cancel" } | { verb: "resume"; cap_micros?: number } | { verb: "retry-failed"; ids?: string[] };

export function useControl(batch: Batch) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, ...body }: Control) => post<Batch>(`/batches/${batch.id}/${verb}`, body, { idempotencyKey: newKey() }),
    onSuccess: (after) => {
      client.setQueryData(keys.batch(after.id), after);
      for (const key of [keys.summary(batch.dataset_id), keys.rows(batch.dataset_id), keys.batches(batch.dataset_id)]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}
