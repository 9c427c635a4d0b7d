import type { ReactNode } from "react";
import type { Estimate } from "@/api/types";
import { Radio } from "@/components/ui/checkbox";
import { cx } from "@/lib/cx";
import { each, money } from "@/lib/money";
import { longDay, span } from "@/lib/time";
import { TIERS } from "@/lib/words";

const SHORT = { template: "template", scenario: "scenario", edge_case: "edge" } as const;

const Figure = ({ name, value, note }: { name: string; value: string; note: ReactNode }) => (
  <div>
    <dt className="text-12 text-text-2">{name}</dt>
    <dd>
      <span className="tnum block text-22 font-title">{value}</span>
      <span className="text-12 text-text-2">{note}</span>
    </dd>
  </div>
);

export function Figures({ estimate }: { estimate: Estimate }) {
  const tiers = TIERS.filter((tier) => (estimate.by_tier[tier] ?? 0) > 0).map((tier) => `${String(estimate.by_tier[tier])} ${SHORT[tier]}`);
  return (
    <dl className="grid gap-4 rounded-3 border border-line px-4 py-3 sm:grid-cols-3">
      <Figure name="Conversations" value={estimate.count.toLocaleString("en-US")} note={tiers.join(", ")} />
      <Figure name="Expected time" value={span(estimate.expected_seconds_low, estimate.expected_seconds_high)} note="at the usual speed" />
      <Figure name="Expected cost" value={money(estimate.expected_micros)} note={`${each(estimate.expected_micros, estimate.count)}, at most ${money(estimate.at_most_micros)}`} />
    </dl>
  );
}

interface ModelsProps {
  estimate: Estimate;
  chosen: string | null;
  onChoose: (model: string | null) => void;
}

/** The model that would write, and the others with what they would cost for the same conversations. */
export function Models({ estimate, chosen, onChoose }: ModelsProps) {
  const current = { model: estimate.model, model_name: estimate.model_name, expected_micros: estimate.expected_micros };
  const choices = [current, ...estimate.alternatives.filter((one) => one.model !== estimate.model)].sort((a, b) => a.expected_micros - b.expected_micros);
  if (choices.length < 2) return null;
  return (
    <fieldset className="grid gap-2 sm:grid-cols-2">
      <legend className="sr-only">Written by</legend>
      {choices.map((one) => {
        const on = (chosen ?? estimate.model) === one.model;
        return (
          <label key={one.model} className={cx("flex items-start gap-2.5 rounded-3 border px-3.5 py-2.5", on ? "border-primary bg-primary-soft" : "border-line-strong hover:bg-hover")}>
            <span className="pt-0.5">
              <Radio name="model" checked={on} onChange={() => onChoose(one.model)} />
            </span>
            <span>
              <span className="block text-13 font-semibold">{one.model_name}</span>
              <span className="text-12 text-text-2">About {money(one.expected_micros)}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

export function CostTable({ estimate }: { estimate: Estimate }) {
  const { dataset_remaining_micros: left } = estimate.budget;
  return (
    <section>
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="text-13 font-semibold">What makes up the cost</h3>
        <p className="text-12 text-text-2">
          {estimate.model_name}, prices of {longDay(estimate.prices_as_of)}
        </p>
      </div>
      <table className="mt-1 w-full text-13">
        <tbody>
          {estimate.drivers.map((driver) => (
            <tr key={driver.key}>
              <th scope="row" className="h-6.5 text-left font-regular">
                {driver.label}
              </th>
              <td className="text-text-2">{driver.detail}</td>
              <td className="tnum text-right">{money(driver.micros)}</td>
            </tr>
          ))}
          <tr className="font-semibold">
            <th scope="row" className="h-7 border-t border-line text-left font-semibold">
              Expected
            </th>
            <td className="border-t border-line font-regular text-text-2">{money(left)} is left for this dataset</td>
            <td className="tnum border-t border-line text-right">{money(estimate.expected_micros)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
