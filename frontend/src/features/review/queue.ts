import { useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { ConversationRow, Decision, RowsPage, Status } from "@/api/types";
import { queueQuery, type ReviewSearch } from "@/features/conversations/url";

export type Item = Pick<ConversationRow, "id" | "ref" | "dataset_id" | "topic" | "persona" | "score" | "revision" | "current_version">;

/** One that was decided on in this sitting. */
export interface Done {
  item: Item;
  decision: Decision;
  edited: boolean;
  seconds: number;
  /** How it stood before. */
  before: Status;
}

const AT_ONCE = 100;
/** The next page of the queue is fetched when so many are left of what is there. */
const RUNNING_LOW = 10;
const FOR_THE_PACE = 10;

/** The queue as it was when the sitting began: it does not reorder itself under the reader. */
export function useQueue(dataset: string, search: ReviewSearch) {
  const query = queueQuery(search);
  const pages = useInfiniteQuery({
    queryKey: ["review-queue", dataset, query],
    queryFn: ({ pageParam, signal }) => get<RowsPage>(`/datasets/${dataset}/conversations`, { ...query, limit: AT_ONCE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const [done, change] = useDone(`${dataset}.${JSON.stringify(query)}`);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const decided = new Set(done.map((one) => one.item.id));
  const left = rows.filter((row) => !decided.has(row.id));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage && left.length < RUNNING_LOW) void fetchNextPage();
  };
  const known = new Set(rows.map((row) => row.id));
  const total = (pages.data?.pages[0]?.total ?? 0) + done.filter((one) => !known.has(one.item.id)).length;
  return {
    pages,
    done,
    left,
    total,
    more,
    add: (one: Done) => change([...done.filter((each) => each.item.id !== one.item.id), one]),
    takeOut: (id: string) => change((before) => before.filter((each) => each.item.id !== id)),
    begin: () => {
      change([]);
      void pages.refetch();
    },
  };
}

/** What was done in a sitting outlives a reload. */
function useDone(name: string): [readonly Done[], (to: readonly Done[] | ((before: readonly Done[]) => readonly Done[])) => void] {
  const key = `br.review.${name}`;
  const [done, setDone] = useState<readonly Done[]>(() => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? "[]") as Done[];
    } catch {
      return [];
    }
  });
  const change = (to: readonly Done[] | ((before: readonly Done[]) => readonly Done[])): void => {
    setDone((before) => {
      const after = typeof to === "function" ? to(before) : to;
      try {
        sessionStorage.setItem(key, JSON.stringify(after));
      } catch {
        // Storage is blocked: the sitting lasts as long as the page.
      }
      return after;
    });
  };
  return [done, change];
}

/** How fast it goes, from the last ten; nothing before three are read. */
export function paceOf(done: readonly Done[]): { perHour: number; secondsEach: number } | null {
  const last = done.slice(-FOR_THE_PACE).filter((one) => one.seconds > 0);
  if (last.length < 3) return null;
  const secondsEach = last.reduce((sum, one) => sum + one.seconds, 0) / last.length;
  return { perHour: Math.round(3600 / secondsEach), secondsEach };
}
