import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, newKey, patch, post } from "@/api/client";
import { keys } from "@/api/queries";
import type { Dataset, Document, Page, PlanPreview, PlanRequest, Taxonomy, TaxonomyEntry, TierCounts } from "@/api/types";

export const nameOf = (entry: TaxonomyEntry): string => (typeof entry === "string" ? entry : entry.name);
export const detailOf = (entry: TaxonomyEntry): string => (typeof entry === "string" ? "" : (entry.detail ?? entry.description ?? ""));

export const documentsQuery = queryOptions({
  queryKey: ["documents"],
  queryFn: ({ signal }) => get<Page<Document>>("/documents", { limit: 100 }, signal),
});

export const planPreviewQuery = (dataset: Dataset, plan: PlanRequest) =>
  queryOptions({
    queryKey: ["plan-preview", dataset.id, dataset.revision, plan],
    queryFn: ({ signal }) => post<PlanPreview>(`/datasets/${dataset.id}/plan/preview`, plan, { signal }),
  });

export function useApplyPlan(dataset: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (plan: PlanRequest) =>
      post<{ created: number; tiers: TierCounts; total: number }>(`/datasets/${dataset}/plan`, plan, { idempotencyKey: newKey() }),
    onSuccess: () => {
      for (const key of [keys.rows(dataset), keys.summary(dataset), ["dataset", dataset], ["datasets"], ["unit-price", dataset]]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}

export function useSaveTaxonomy(dataset: Dataset) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (taxonomy: Taxonomy) => patch<Dataset>(`/datasets/${dataset.id}`, { taxonomy }, dataset.revision),
    onSuccess: (after) => client.setQueryData(["dataset", dataset.id], after),
    onError: () => void client.invalidateQueries({ queryKey: ["dataset", dataset.id] }),
  });
}
