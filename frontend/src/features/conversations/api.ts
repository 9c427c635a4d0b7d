import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { get, type Query } from "@/api/client";
import { isWorking, keys } from "@/api/queries";
import type { Conversation, ConversationRow, RowsPage, Summary } from "@/api/types";
import { pollEvery } from "@/lib/now";
import { DEFAULT_SIZE, listQuery, type TableSearch } from "./url";

const MOST_IN_ONE_CALL = 100;

/**
 * A page of the table. Cursors can't be guessed, so page three asks for what the answers of one and two said; they
 * are mostly in the cache already.
 */
export function rowsQuery(client: QueryClient, dataset: string, search: TableSearch) {
  return queryOptions({
    ...pagesOf(client, `/datasets/${dataset}/conversations`, keys.pages(dataset), search),
    placeholderData: (before: RowsPage | undefined) => before,
    refetchInterval: () => (isWorking(client.getQueryData<Summary>(keys.summary(dataset))) ? pollEvery(3) : false),
  });
}

/** The same over all datasets. */
export const allRowsQuery = (client: QueryClient, search: TableSearch) => pagesOf(client, "/conversations", keys.pages("all"), search);

function pagesOf(client: QueryClient, path: string, key: readonly string[], search: TableSearch) {
  const query = listQuery(search);
  const limit = search.size ?? DEFAULT_SIZE;
  const fetchPage = async (page: number, signal?: AbortSignal): Promise<RowsPage> => {
    const cursor = page > 1 ? (await client.query({ ...pageOptions(page - 1), staleTime: "static" })).next_cursor : null;
    return get<RowsPage>(path, { ...query, limit, cursor }, signal);
  };
  const pageOptions = (page: number) =>
    queryOptions({
      queryKey: [...key, query, limit, page] as const,
      queryFn: ({ signal }) => fetchPage(page, signal),
    });
  return pageOptions(search.page ?? 1);
}

/** Rows that a page no longer holds but still shows: how they stand now. */
export const sameRowsQuery = (dataset: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: [...keys.pages(dataset), "same", ids],
    queryFn: ({ signal }) => get<RowsPage>(`/datasets/${dataset}/conversations`, { id: ids, limit: MOST_IN_ONE_CALL }, signal),
    enabled: ids.length > 0,
  });

/** How many of the written, undecided ones carry a flag: the summary counts flags over all statuses. */
export const unreadQuery = (dataset: string) =>
  queryOptions({
    queryKey: [...keys.rows(dataset), "unread"],
    queryFn: async ({ signal }): Promise<{ plain: number; flagged: number }> => {
      const page = await get<RowsPage>(`/datasets/${dataset}/conversations`, { status: "generated", limit: 1 }, signal);
      const facet = page.facets["flagged"] ?? {};
      return { plain: facet["false"] ?? 0, flagged: facet["true"] ?? 0 };
    },
  });

/** What is left to write in a tier, for the button that says so. */
export const leftQuery = (dataset: string, tier: string) =>
  queryOptions({
    queryKey: [...keys.rows(dataset), "left", tier],
    queryFn: async ({ signal }): Promise<number> => {
      const query = { tier, status: ["planned", "failed"], limit: 1 };
      return (await get<RowsPage>(`/datasets/${dataset}/conversations`, query, signal)).total;
    },
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => get<Conversation>(`/conversations/${id}`, {}, signal),
    refetchInterval: (query) => {
      const status = query.state.data?.status;
      return status === "queued" || status === "generating" ? pollEvery() : false;
    },
  });

/** A link names a conversation by its short id; the row behind it is found by search when it is not on the page. */
export const byRefQuery = (dataset: string, ref: string) =>
  queryOptions({
    queryKey: ["by-ref", dataset, ref],
    queryFn: async ({ signal }): Promise<ConversationRow | null> => {
      const page = await get<RowsPage>(`/datasets/${dataset}/conversations`, { q: ref, limit: 10 }, signal);
      return page.items.find((row) => row.ref === ref) ?? null;
    },
    staleTime: Infinity,
  });

export const versionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ["version", id, number],
    queryFn: ({ signal }) => get<Conversation["version"]>(`/conversations/${id}/versions/${String(number)}`, {}, signal),
    staleTime: Infinity,
  });

/** The ids of everything that matches, or of what is `written` of it, page by page, in the table's own order. */
export async function matchingIds(dataset: string, search: TableSearch, written = false): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const query: Query = { ...listQuery(search), limit: MOST_IN_ONE_CALL, cursor };
    const page: RowsPage = await get<RowsPage>(`/datasets/${dataset}/conversations`, query);
    ids.push(...page.items.filter((row) => !written || (row.current_version !== null && !row.is_seed)).map((row) => row.id));
    cursor = page.next_cursor;
  } while (cursor);
  return ids;
}
