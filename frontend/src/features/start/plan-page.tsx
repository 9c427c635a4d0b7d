import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { datasetQuery } from "@/api/queries";
import type { Dataset } from "@/api/types";
import { Crumb, LoadFailed, PageBody, PageHeader } from "@/components/page";
import { plural } from "@/lib/words";
import { PlanForm } from "./components/plan-form";
import { Price } from "./components/price";
import { usePlan } from "./use-plan";

const route = getRouteApi("/_in/_shell/d/$id/plan");

function Planning({ dataset }: { dataset: Dataset }) {
  const { plan, setPlan, saved, preview, apply, go } = usePlan(dataset);
  return (
    <div className="flex max-w-300 items-start gap-8 max-lg:flex-col">
      <div className="-mt-6 min-w-0 flex-1">
        <PlanForm dataset={dataset} plan={plan} onChange={setPlan} perPersona={preview.data?.coverage.persona ?? {}} />
      </div>
      <div className="sticky top-0 w-84 shrink-0 max-lg:static max-lg:w-full">
        <Price preview={preview.data} total={plan.total} saved={saved} error={preview.error} stale={preview.isPlaceholderData} verb={`Plan ${plural(plan.total, "conversation")}`} busy={apply.isPending} onGo={go} />
      </div>
    </div>
  );
}

export function PlanPage() {
  const { id } = route.useParams();
  const dataset = useQuery(datasetQuery(id));
  return (
    <>
      <PageHeader
        title={dataset.data?.conversation_count ? "Add to the plan" : "Make a plan"}
        before={
          <Crumb>
            <Link to="/d/$id" params={{ id }} className="hover:underline">
              {dataset.data?.name ?? "Dataset"}
            </Link>
          </Crumb>
        }
        after={dataset.data?.conversation_count ? <span className="text-13 text-text-2">{plural(dataset.data.conversation_count, "conversation")} so far, what you plan here comes on top</span> : null}
      />
      <PageBody>
        {dataset.error && !dataset.data ? <LoadFailed what="the plan" error={dataset.error} retry={() => void dataset.refetch()} /> : null}
        {dataset.data ? <Planning key={dataset.data.id} dataset={dataset.data} /> : null}
      </PageBody>
    </>
  );
}
