import type { QueryClient } from "@tanstack/react-query";
import { keys } from "./queries";
import type { Conversation, ConversationRow, RowsPage } from "./types";

type Kept = [readonly unknown[], unknown][];

/** Changes a row wherever it is shown, and gives back what was there. */
export function patchRow(client: QueryClient, dataset: string, id: string, change: Partial<ConversationRow>): Kept {
  const kept: Kept = [
    ...client.getQueriesData({ queryKey: keys.pages(dataset) }),
    [keys.conversation(id), client.getQueryData(keys.conversation(id))],
  ];
  client.setQueriesData<RowsPage>({ queryKey: keys.pages(dataset) }, (page) =>
    page ? { ...page, items: page.items.map((row) => (row.id === id ? { ...row, ...change } : row)) } : page,
  );
  client.setQueryData<Conversation>(keys.conversation(id), (one) => (one ? { ...one, ...change } : one));
  return kept;
}

export const putBack = (client: QueryClient, kept: Kept): void =>
  kept.forEach(([key, data]) => {
    client.setQueryData(key, data);
  });
