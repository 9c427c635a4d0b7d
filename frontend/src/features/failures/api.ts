import { infiniteQueryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { FailureRecord } from "@/api/types";

export type Kind = FailureRecord["kind"];

export interface FailureSearch {
  kind?: Kind[];
  /** "yes": given up for good; "no": tried again by itself. */
  final?: "yes" | "no";
}

interface Failures {
  items: FailureRecord[];
  next_cursor: string | null;
}

const FINAL = { yes: true, no: false } as const;

export const failuresQuery = (dataset: string, { kind, final }: FailureSearch) =>
  infiniteQueryOptions({
    queryKey: ["failures", dataset, kind ?? [], final ?? ""],
    queryFn: ({ pageParam, signal }) => get<Failures>("/errors", { dataset, kind, final: final ? FINAL[final] : null, limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
