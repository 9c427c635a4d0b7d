import { useCallback, useSyncExternalStore } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { newKey, post } from "@/api/client";
import { Problem, sentenceOf } from "@/api/problem";
import { keys, settingsQuery } from "@/api/queries";
import { patchRow, putBack } from "@/api/rows";
import type { Batch, ConversationRow } from "@/api/types";
import { toast } from "@/lib/toasts";
import { priceKnown } from "./api";
import { ask } from "./state";

export type OneRow = Pick<ConversationRow, "id" | "ref" | "status" | "dataset_id">;

export interface Followed {
  batch: string;
  row: OneRow;
}

let followed: readonly Followed[] = [];
const listeners = new Set<() => void>();
const change = (to: readonly Followed[]): void => {
  followed = to;
  listeners.forEach((listener) => {
    listener();
  });
};

/** What was started with one click and is not written yet: the frame tells how it ends, on whatever page. */
export const follow = (one: Followed): void => change([...followed.filter((other) => other.row.id !== one.row.id), one]);
export const unfollow = (batch: string): void => change(followed.filter((one) => one.batch !== batch));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useFollowed = (): readonly Followed[] => useSyncExternalStore(subscribe, () => followed);

/** Writes one conversation at once: its price stood on the button. Only above the owner's threshold it asks first. */
export function useGenerateOne(dataset: string): (row: OneRow) => void {
  const client = useQueryClient();
  const { data: settings } = useQuery(settingsQuery);
  const { mutate } = useMutation({
    mutationFn: (row: OneRow) => post<{ batch: Batch }>(`/conversations/${row.id}/generate`, {}, { idempotencyKey: newKey() }),
    meta: { ownError: true },
    onMutate: async (row) => {
      await client.cancelQueries({ queryKey: keys.rows(dataset) });
      return patchRow(client, dataset, row.id, { status: "queued" });
    },
    onSuccess: ({ batch }, row) => {
      client.setQueryData(keys.batch(batch.id), batch);
      follow({ batch: batch.id, row });
      toast(`${row.ref} is being written.`, { tone: "info" });
    },
    onError: (error, _, kept) => {
      if (kept) putBack(client, kept);
      if (error instanceof Problem && error.status === 401) return;
      toast(sentenceOf(error), { tone: "problem" });
    },
    onSettled: (_, __, row) => {
      for (const key of [keys.summary(dataset), keys.rows(dataset), keys.conversation(row.id)]) void client.invalidateQueries({ queryKey: key });
    },
  });
  return useCallback(
    (row) => {
      const price = priceKnown(client, dataset);
      if (settings && price && price >= settings.warn_cost_micros) ask({ dataset, selection: { ids: [row.id] }, one: row });
      else mutate(row);
    },
    [client, dataset, settings, mutate],
  );
}
