import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, patch, post, remove } from "@/api/client";
import { keys } from "@/api/queries";
import { patchRow, putBack } from "@/api/rows";
import type { Comment, Conversation, ConversationRow, Page } from "@/api/types";

export const commentsQuery = (id: string) =>
  queryOptions({ queryKey: ["comments", id], queryFn: ({ signal }) => get<Page<Comment>>(`/conversations/${id}/comments`, {}, signal), staleTime: 30_000 });

export interface Said {
  /** One of one's own that is put in other words; null makes a new one. */
  comment: string | null;
  version: number;
  turn: number;
  text: string;
}

export function useSay(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ comment, version, turn, text }: Said) =>
      comment === null ? post<Comment>(`/conversations/${id}/comments`, { version, turn, text }) : patch<Comment>(`/conversations/${id}/comments/${comment}`, { text }),
    networkMode: "always",
    onSuccess: (made) => {
      client.setQueryData(commentsQuery(id).queryKey, (page) => {
        const others = page?.items.filter((each) => each.id !== made.id) ?? [];
        const items = [...others, made].sort((a, b) => (a.id < b.id ? -1 : 1));
        return { items, total: items.length, next_cursor: null };
      });
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ["comments", id] }),
  });
}

export function useUnsay(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (comment: string) => remove(`/conversations/${id}/comments/${comment}`),
    networkMode: "always",
    onSettled: () => void client.invalidateQueries({ queryKey: ["comments", id] }),
  });
}

/** Stars from one to five; null takes them away. */
export function useRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ row, stars }: { row: Conversation; stars: number | null }) => post<ConversationRow>(`/conversations/${row.id}/rating`, { stars }, { revision: row.revision }),
    networkMode: "always",
    onMutate: ({ row, stars }) => patchRow(client, row.dataset_id, row.id, { stars }),
    onSuccess: (after, { row }) => void patchRow(client, row.dataset_id, row.id, after),
    onError: (_error, { row }, kept) => {
      if (kept) putBack(client, kept);
      void client.invalidateQueries({ queryKey: keys.conversation(row.id) });
    },
  });
}
