import { queryOptions, useQuery } from "@tanstack/react-query";
import { pollEvery } from "@/lib/now";
import { get } from "./client";
import type { Batch, Dataset, Me, Models, Page, Role, Settings, Summary } from "./types";

/** Keys start with what they hold, then whose; one prefix clears everything of a dataset's table. */
export const keys = {
  rows: (dataset: string) => ["rows", dataset] as const,
  /** The pages of the table: the only ones under `rows` that hold a page of rows. */
  pages: (dataset: string) => ["rows", dataset, "page"] as const,
  summary: (dataset: string) => ["summary", dataset] as const,
  conversation: (id: string) => ["conversation", id] as const,
  batch: (id: string) => ["batch", id] as const,
  batches: (dataset: string) => ["batches", dataset] as const,
};

export const meQuery = queryOptions({ queryKey: ["me"], queryFn: ({ signal }) => get<Me>("/me", {}, signal), staleTime: 60_000 });
export const settingsQuery = queryOptions({ queryKey: ["settings"], queryFn: ({ signal }) => get<Settings>("/settings", {}, signal) });
export const modelsQuery = queryOptions({
  queryKey: ["models"],
  queryFn: ({ signal }) => get<Models>("/models", {}, signal),
  staleTime: 600_000,
});
export const datasetsQuery = queryOptions({
  queryKey: ["datasets"],
  queryFn: ({ signal }) => get<Page<Dataset>>("/datasets", {}, signal),
});
export const datasetQuery = (id: string) =>
  queryOptions({ queryKey: ["dataset", id], queryFn: ({ signal }) => get<Dataset>(`/datasets/${id}`, {}, signal) });

export const summaryQuery = (id: string) =>
  queryOptions({
    queryKey: keys.summary(id),
    queryFn: ({ signal }) => get<Summary>(`/datasets/${id}/summary`, {}, signal),
    refetchInterval: ({ state: { data } }) => (isWorking(data) ? pollEvery(lookEvery(data?.running_batch, 3)) : false),
  });

const ECONOMY_LOOKS = 15;
/** Seconds between two looks at a run: in economy nothing changes for minutes. */
export const lookEvery = (batch: Pick<Batch, "mode"> | null | undefined, seconds?: number): number | undefined => (batch?.mode === "economy" ? ECONOMY_LOOKS : seconds);

export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: keys.batch(id),
    queryFn: ({ signal }) => get<Batch>(`/batches/${id}`, {}, signal),
    refetchInterval: (query) => (query.state.data?.state === "ended" ? false : pollEvery(lookEvery(query.state.data))),
    refetchIntervalInBackground: true,
  });

export const isWorking = (summary: Summary | undefined): boolean =>
  Boolean(summary && (summary.running_batch || summary.counts.queued + summary.counts.generating > 0));

const RANK: Record<Role, number> = { viewer: 0, reviewer: 1, editor: 2, owner: 3 };

/** Whether this person's role reaches that far; the server decides, this only keeps false promises off the page. */
export function useMay(role: Role): boolean {
  const { data } = useQuery(meQuery);
  return data?.role ? RANK[data.role] >= RANK[role] : false;
}

export function useReadOnlyReason(role: Role): string | null {
  const { data } = useQuery(meQuery);
  const may = useMay(role);
  return may || !data ? null : `You can read this, not change it. Your role here is ${data.role ?? "none"}.`;
}
