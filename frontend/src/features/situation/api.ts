import { useMutation, useQueryClient } from "@tanstack/react-query";
import { patch } from "@/api/client";
import { keys } from "@/api/queries";
import { patchRow } from "@/api/rows";
import type { Conversation, ConversationRow } from "@/api/types";

export type Words = Pick<Conversation["slot"], "situation" | "problem_context" | "solution_action" | "scenario_outcome">;

/** Stores other words; nothing is written and nothing is spent. */
export function useChangeSituation(one: Pick<Conversation, "id" | "dataset_id" | "revision"> | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (words: Partial<Words>) => patch<ConversationRow>(`/conversations/${one?.id ?? ""}/situation`, words, one?.revision),
    meta: { ownError: true },
    onSuccess: (row) => patchRow(client, row.dataset_id, row.id, row),
    onSettled: () => {
      if (one) void client.invalidateQueries({ queryKey: keys.conversation(one.id) });
    },
  });
}
