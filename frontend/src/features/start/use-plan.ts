import { useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Dataset } from "@/api/types";
import { ask } from "@/features/generate/state";
import { plural } from "@/lib/words";
import { toast } from "@/lib/toasts";
import { documentsQuery, planPreviewQuery, useApplyPlan } from "./api";
import { firstPlan, toRequest } from "./components/plan-form";

/** A plan that is priced as it changes and becomes rows when it is applied; nothing is spent by that. */
export function usePlan(dataset: Dataset) {
  const navigate = useNavigate();
  const [plan, setPlan] = useState(() => firstPlan(dataset));
  const { data: documents } = useQuery(documentsQuery);
  const request = toRequest(plan, documents?.items ?? []);
  const preview = useQuery({ ...planPreviewQuery(dataset, request), placeholderData: keepPreviousData });
  const apply = useApplyPlan(dataset.id);
  const go = (): void =>
    apply.mutate(request, {
      onSuccess: ({ created }) => {
        toast(`${plural(created, "conversation")} planned. Nothing is spent yet.`);
        ask({ dataset: dataset.id, selection: { all: true } });
        void navigate({ to: "/d/$id", params: { id: dataset.id } });
      },
    });
  return { plan, setPlan, preview, apply, go };
}
