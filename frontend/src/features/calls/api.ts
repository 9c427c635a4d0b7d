import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { Attempt, FullAttempt, Page } from "@/api/types";
import { pollEvery } from "@/lib/now";

export const attemptsQuery = (conversation: string) =>
  queryOptions({
    queryKey: ["attempts", conversation],
    queryFn: ({ signal }) => get<Page<Attempt>>(`/conversations/${conversation}/attempts`, {}, signal),
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.outcome === "running") ? pollEvery() : false),
  });

/** One call with what was sent and what came back; for who may change things. */
export const callQuery = (conversation: string, attempt: string) =>
  queryOptions({
    queryKey: ["attempt", conversation, attempt],
    queryFn: ({ signal }) => get<FullAttempt>(`/conversations/${conversation}/attempts/${attempt}`, {}, signal),
  });
