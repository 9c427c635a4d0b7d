import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { datasetQuery } from "@/api/queries";
import type { Dataset } from "@/api/types";
import { Brand } from "@/components/brand";
import { LoadFailed, NotFound } from "@/components/page";
import { Bone, Waiting } from "@/components/ui/bits";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { PlanForm } from "./components/plan-form";
import { Price } from "./components/price";
import { usePlan } from "./use-plan";

const route = getRouteApi("/_in/start");

const STEPS = [
  ["Describe", "Who your customers are and what they ask"],
  ["Generate", "We write the conversations"],
  ["Review", "You read and approve each one"],
  ["Export", "You get a file, ready to train with"],
] as const;

const Steps = () => (
  <nav aria-label="Steps" className="w-56 shrink-0 max-xl:hidden">
    <ol>
    {STEPS.map(([name, what], index) => (
      <li key={name} aria-current={index === 0 ? "step" : undefined} className="relative flex gap-3 pb-7">
        {index < STEPS.length - 1 ? <span aria-hidden className="absolute top-8 bottom-0.5 left-3.5 border-l border-line-strong" /> : null}
        <span aria-hidden className={cx("grid size-7 shrink-0 place-items-center rounded-pill text-13 font-semibold", index === 0 ? "bg-primary text-on-primary" : "border border-control text-text-2")}>
          {index + 1}
        </span>
        <span>
          <span className={cx("block pt-1 text-14", index === 0 ? "font-semibold" : "text-text-2")}>{name}</span>
          <span className="text-12 text-text-2">{what}</span>
        </span>
      </li>
    ))}
    </ol>
  </nav>
);

function Describe({ dataset }: { dataset: Dataset }) {
  const { plan, setPlan, saved, preview, apply, go } = usePlan(dataset);
  return (
    <div className="mx-auto flex w-full max-w-350 items-start gap-9 px-8 py-8 max-md:flex-col max-md:px-4">
      <Steps />
      <main className="min-w-0 flex-1">
        <h1 className="text-28">Describe your customers</h1>
        <p className="mt-1 max-w-135 text-14 text-text-2">
          {dataset.taxonomy.personas.length > 0 ? "We started you off with the pack. Change anything: it is only a plan until you press Generate." : "It is only a plan until you press Generate."}
        </p>
        <PlanForm dataset={dataset} plan={plan} onChange={setPlan} perPersona={preview.data?.coverage.persona ?? {}} />
      </main>
      <div className="sticky top-8 w-84 shrink-0 max-lg:w-72 max-md:static max-md:w-full">
        <Price preview={preview.data} total={plan.total} saved={saved} error={preview.error} stale={preview.isPlaceholderData} verb="Continue to Generate" busy={apply.isPending} onGo={go} />
      </div>
    </div>
  );
}

export function StartPage() {
  const { dataset: id } = route.useSearch();
  const dataset = useQuery({ ...datasetQuery(id ?? ""), enabled: Boolean(id) });
  return (
    <div className="flex h-full flex-col bg-bg">
      <header className="flex h-14 shrink-0 items-center justify-between border-b border-line bg-surface px-6">
        <Brand />
        <ButtonLink to="/datasets">Finish later</ButtonLink>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {dataset.data ? null : (
          <main>
            <h1 className="sr-only">Describe your customers</h1>
            {!id ? <NotFound /> : null}
            {dataset.error ? <LoadFailed what="the plan" error={dataset.error} retry={() => void dataset.refetch()} /> : null}
          </main>
        )}
        {dataset.isLoading ? (
          <Waiting>
            <Bone className="m-8 h-9 w-90" />
          </Waiting>
        ) : null}
        {dataset.data ? <Describe key={dataset.data.id} dataset={dataset.data} /> : null}
      </div>
    </div>
  );
}
