import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/client";
import { Problem, isConflict, sentenceOf } from "@/api/problem";
import { keys } from "@/api/queries";
import { patchRow, putBack } from "@/api/rows";
import type { ConversationRow, Decision, Status } from "@/api/types";
import { toast } from "@/lib/toasts";
import { DECISION_WORDS, STATUS_AFTER } from "@/lib/words";

export interface Ruling {
  row: Pick<ConversationRow, "id" | "ref" | "dataset_id" | "revision" | "current_version" | "status">;
  decision: Decision;
  /** The version that was read: a decision holds for that one and no other. */
  version: number;
  note?: string;
}

const BACK: Partial<Record<Status, Decision>> = {
  approved: "approve",
  rejected: "reject",
  needs_edit: "needs_edit",
  generated: "reset",
};

const send = ({ row, decision, version, note }: Ruling): Promise<ConversationRow> =>
  post<ConversationRow>(`/conversations/${row.id}/review`, { decision, version, ...(note ? { note } : {}) }, { revision: row.revision });

/** The page shows the decision at once; if the server refuses, the row returns and says why. */
export function useReview(): (ruling: Ruling) => Promise<boolean> {
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: send,
    meta: { ownError: true },
    onMutate: async ({ row, decision }) => {
      await client.cancelQueries({ queryKey: keys.rows(row.dataset_id) });
      return patchRow(client, row.dataset_id, row.id, { status: STATUS_AFTER[decision] });
    },
    onSuccess: (after, { row }) => {
      patchRow(client, row.dataset_id, row.id, after);
      void client.invalidateQueries({ queryKey: keys.summary(row.dataset_id) });
    },
    onError: (error, { row }, kept) => {
      if (kept) putBack(client, kept);
      void client.invalidateQueries({ queryKey: keys.conversation(row.id) });
      void client.invalidateQueries({ queryKey: keys.rows(row.dataset_id) });
      if (error instanceof Problem && error.status === 401) return;
      toast(isConflict(error) ? `${row.ref} was changed by someone else meanwhile. You see the newest state now.` : sentenceOf(error), {
        tone: "problem",
      });
    },
  });

  const rule = async (ruling: Ruling): Promise<boolean> => {
    const before = ruling.row.status;
    try {
      const after = await mutateAsync(ruling);
      const back = BACK[before];
      if (ruling.decision !== "reset" || before !== "generated") {
        toast(`${ruling.row.ref} ${DECISION_WORDS[ruling.decision]}.`, {
          ...(back ? { undo: () => void mutateAsync({ ...ruling, row: after, decision: back }).catch(() => undefined) } : {}),
        });
      }
      return true;
    } catch {
      return false;
    }
  };
  return rule;
}
