import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, post } from "@/api/client";
import type { ExportFilter, ExportFormat, ExportPreview, ExportRecord, Page } from "@/api/types";
import { pollEvery } from "@/lib/now";

export interface ExportRequest {
  filter: ExportFilter;
  formats: ExportFormat[];
  name?: string;
}

export const previewQuery = (dataset: string, request: ExportRequest) =>
  queryOptions({
    queryKey: ["export-preview", dataset, request],
    queryFn: ({ signal }) => post<ExportPreview>(`/datasets/${dataset}/exports/preview`, request, { signal }),
    staleTime: 0,
  });

export const exportsQuery = (dataset: string) =>
  queryOptions({
    queryKey: ["exports", dataset],
    queryFn: ({ signal }) => get<Page<ExportRecord>>(`/datasets/${dataset}/exports`, {}, signal),
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === "building") ? pollEvery() : false),
  });

export function useBuild(dataset: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: ExportRequest) => post<ExportRecord>(`/datasets/${dataset}/exports`, request),
    onSuccess: () => client.invalidateQueries({ queryKey: ["exports", dataset] }),
  });
}

/** A link is made at the click and is good for minutes, so it is never kept. */
export function useDownload() {
  return useMutation({
    mutationFn: ({ id, file }: { id: string; file: string }) =>
      post<{ url: string; filename: string }>(`/exports/${id}/link`, { file }),
    onSuccess: ({ url, filename }) => {
      const anchor = document.createElement("a");
      anchor.href = url;
      anchor.download = filename;
      anchor.rel = "noopener";
      anchor.click();
    },
  });
}
