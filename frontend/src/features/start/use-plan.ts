import { useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Dataset } from "@/api/types";
import { ask } from "@/features/generate/state";
import { plural } from "@/lib/words";
import { toast } from "@/lib/toasts";
import { documentsQuery, planPreviewQuery, useApplyPlan } from "./api";
import { useKept } from "@/lib/kept";
import { firstPlan, toRequest, type PlanState } from "./components/plan-form";

/** A plan that is priced as it changes and becomes rows when it is applied; nothing is spent by that. */
export function usePlan(dataset: Dataset) {
  const navigate = useNavigate();
  const [kept, setKept] = useKept<PlanState | null>(`plan.${dataset.id}`, null);
  const plan = usable(kept, dataset) ?? firstPlan(dataset);
  const [saved, setSaved] = useState(false);
  const setPlan = (next: PlanState): void => {
    setKept(next);
    setSaved(true);
  };
  const { data: documents } = useQuery(documentsQuery);
  const request = toRequest(plan, dataset, documents?.items ?? []);
  const preview = useQuery({ ...planPreviewQuery(dataset, request), placeholderData: keepPreviousData });
  const apply = useApplyPlan(dataset.id);
  const go = (): void =>
    apply.mutate(request, {
      onSuccess: ({ created }) => {
        setKept(null);
        toast(`${plural(created, "conversation")} planned. Nothing is spent yet.`);
        ask({ dataset: dataset.id, selection: { all: true } });
        void navigate({ to: "/d/$id", params: { id: dataset.id } });
      },
    });
  return { plan, setPlan, saved, preview, apply, go };
}

/** A plan that was begun in this browser, unless the words that it leaves out have changed since. */
function usable(kept: PlanState | null, dataset: Dataset): PlanState | null {
  const names = new Set(dataset.taxonomy.personas.map((one) => one.name));
  const known = kept?.withoutPersonas.every((name) => names.has(name)) ?? false;
  return kept && known && kept.withoutPersonas.length < names.size ? kept : null;
}
