import { useState, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileText } from "lucide-react";
import type { Dataset, PlanRequest, TierCounts } from "@/api/types";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/field";
import { cx } from "@/lib/cx";
import { plural, TIER_WORDS, TIERS } from "@/lib/words";
import { documentsQuery } from "../api";
import { share } from "../shares";
import { SharesBar } from "./shares-bar";

export interface PlanState {
  total: number;
  counts: TierCounts;
  /** Documents that are left out; new ones count in by themselves. */
  without: string[];
  withoutPersonas: string[];
}

export const firstPlan = (dataset: Dataset): PlanState => {
  const total = dataset.conversation_count > 0 ? 10 : 90;
  return { total, counts: share(total, dataset.tier_weights), without: [], withoutPersonas: [] };
};
export const toRequest = (plan: PlanState, dataset: Dataset, documents: readonly { id: string }[]): PlanRequest => ({
  total: plan.total,
  tier_weights: plan.counts,
  ...(plan.without.length > 0 ? { document_ids: documents.map((one) => one.id).filter((id) => !plan.without.includes(id)) } : {}),
  ...(plan.withoutPersonas.length > 0 ? { personas: dataset.taxonomy.personas.map((one) => one.name).filter((name) => !plan.withoutPersonas.includes(name)) } : {}),
});

const Part = ({ title, side, children }: { title: string; side?: ReactNode; children: ReactNode }) => (
  <section className="mt-6">
    <div className="mb-2 flex items-baseline justify-between gap-4">
      <h2 className="text-13 font-semibold">{title}</h2>
      <span className="text-12 text-text-2">{side}</span>
    </div>
    {children}
  </section>
);

function Personas({ dataset, plan, onChange, perPersona }: Props) {
  const all = dataset.taxonomy.personas;
  const chosen = new Set(all.map((one) => one.name).filter((name) => !plan.withoutPersonas.includes(name)));
  const flip = (name: string): void => {
    const without = chosen.has(name) ? [...plan.withoutPersonas, name] : plan.withoutPersonas.filter((one) => one !== name);
    if (without.length < all.length) onChange({ ...plan, withoutPersonas: without });
  };
  return (
    <Part title="Who writes to you" side={chosen.size === 1 ? "One stays" : <EditWords dataset={dataset.id} />}>
      <ul className="grid gap-2 sm:grid-cols-2">
        {all.map(({ name, detail }) => {
          return (
            <li key={name}>
              <label className="flex min-h-14 items-center gap-2.5 rounded-3 border border-line bg-surface px-3 py-2">
                <Checkbox checked={chosen.has(name)} onChange={() => flip(name)} />
                <span className="min-w-0 flex-1">
                  <span className="block text-13 font-medium">{name}</span>
                  <span className="line-clamp-2 text-12 text-text-2" title={detail}>
                    {detail}
                  </span>
                </span>
                <span className="tnum text-12 text-text-2">{chosen.has(name) ? (perPersona[name] ?? "") : 0}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

const EditWords = ({ dataset }: { dataset: string }) => (
  <Link to="/d/$id/words" params={{ id: dataset }} className="font-semibold text-primary-text hover:underline">
    Change your words
  </Link>
);

function Topics({ topics }: { topics: readonly string[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? topics : topics.slice(0, 7);
  return (
    <Part
      title="What they ask about"
      side={
        topics.length > 7 ? (
          <button type="button" className="font-semibold text-primary-text hover:underline" onClick={() => setAll(!all)}>
            {all ? "Fewer" : `All ${String(topics.length)} topics`}
          </button>
        ) : null
      }
    >
      <ul className="flex flex-wrap gap-1.5">
        {shown.map((topic) => (
          <li key={topic} className="flex h-7 items-center rounded-2 border border-line bg-surface px-2.5 text-12">
            {topic}
          </li>
        ))}
        {topics.length > shown.length ? <li className="flex h-7 items-center rounded-2 border border-line bg-sunken px-2.5 text-12 text-text-2">and {topics.length - shown.length} more</li> : null}
      </ul>
    </Part>
  );
}

interface Props {
  dataset: Dataset;
  plan: PlanState;
  onChange: (plan: PlanState) => void;
  perPersona: Record<string, number>;
}

export function PlanForm({ dataset, plan, onChange, perPersona }: Props) {
  const documents = useQuery(documentsQuery);
  const setTotal = (text: string): void => {
    const total = Math.max(1, Math.min(10_000, Math.round(Number(text)) || 1));
    onChange({ ...plan, total, counts: share(total, plan.counts) });
  };
  const flip = (id: string): void =>
    onChange({ ...plan, without: plan.without.includes(id) ? plan.without.filter((one) => one !== id) : [...plan.without, id] });
  return (
    <>
      <Personas dataset={dataset} plan={plan} onChange={onChange} perPersona={perPersona} />
      <Part title={`How the ${plural(plan.total, "conversation")} are shared out`} side="Drag the edges to change">
        <SharesBar counts={plan.counts} total={plan.total} onChange={(counts) => onChange({ ...plan, counts })} />
        <div className="mt-3 flex flex-wrap gap-4 text-12 text-text-2">
          <label className="flex items-center gap-2">
            All together
            <Input type="number" min={1} max={10_000} value={plan.total} className="w-20!" onChange={(event) => setTotal(event.target.value)} />
          </label>
          {TIERS.map((tier) => (
            <label key={tier} className="flex items-center gap-2">
              {TIER_WORDS[tier]}
              <Input
                type="number"
                min={0}
                value={plan.counts[tier]}
                className="w-18!"
                onChange={(event) => {
                  const counts = { ...plan.counts, [tier]: Math.max(0, Math.round(Number(event.target.value)) || 0) };
                  const total = TIERS.reduce((sum, one) => sum + counts[one], 0);
                  if (total > 0) onChange({ ...plan, counts, total });
                }}
              />
            </label>
          ))}
        </div>
      </Part>
      <Topics topics={dataset.taxonomy.topics.map((one) => one.name)} />
      <Part title="What you know that others don’t" side={<Link to="/sources" className="font-semibold text-primary-text hover:underline">Sources</Link>}>
        <ul className="flex flex-wrap gap-2">
          {documents.data?.items.map((one) => {
            const inPlan = !plan.without.includes(one.id);
            return (
              <li key={one.id}>
                <button type="button" aria-pressed={inPlan} title={inPlan ? "Click to leave it out of this plan" : "Click to use it in this plan"} onClick={() => flip(one.id)} className={cx("flex h-8 items-center gap-2 rounded-2 border border-line px-2.5 text-12", inPlan ? "bg-surface" : "bg-sunken text-text-3 line-through")}>
                  <FileText aria-hidden size={14} strokeWidth={1.75} />
                  <span className="font-semibold">{one.title}</span>
                  <span className="text-text-2">{plural(one.chunk_count, "passage")}</span>
                </button>
              </li>
            );
          })}
          {documents.data?.items.length === 0 ? <li className="text-13 text-text-2">No documents yet. Scenarios and edge cases need at least one.</li> : null}
        </ul>
      </Part>
    </>
  );
}
