import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, post } from "@/api/client";
import { keys } from "@/api/queries";
import type { Dataset, Document, Page, PlanPreview, PlanRequest, PlanApplied } from "@/api/types";

export const documentsQuery = queryOptions({
  queryKey: ["documents"],
  queryFn: ({ signal }) => get<Page<Document>>("/documents", {}, signal),
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
      post<PlanApplied>(`/datasets/${dataset}/plan`, plan),
    onSuccess: () => {
      for (const key of [keys.rows(dataset), keys.summary(dataset), ["dataset", dataset], ["datasets"], ["unit-price", dataset]]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}
