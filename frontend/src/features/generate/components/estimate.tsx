import type { ReactNode } from "react";
import type { Estimate, Summary } from "@/api/types";
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

const time = ({ mode, expected_seconds_low, expected_seconds_high }: Estimate) =>
  mode === "economy" ? { value: "Within the hour", note: "mostly; at most a day" } : { value: span(expected_seconds_low, expected_seconds_high), note: "at the usual speed" };

export function Figures({ estimate }: { estimate: Estimate }) {
  const tiers = TIERS.filter((tier) => (estimate.by_tier[tier] ?? 0) > 0).map((tier) => `${String(estimate.by_tier[tier])} ${SHORT[tier]}`);
  return (
    <dl className="grid gap-4 rounded-3 border border-line px-4 py-3 sm:grid-cols-[1.15fr_1fr_1fr]">
      <Figure name="Conversations" value={estimate.count.toLocaleString("en-US")} note={tiers.join(", ")} />
      <Figure name="Expected time" {...time(estimate)} />
      <Figure name="Expected cost" value={money(estimate.expected_micros)} note={`${each(estimate.expected_micros, estimate.count)}, at most ${money(estimate.at_most_micros)}`} />
    </dl>
  );
}

/** What the dataset will have cost then; its total is counted, its budget the owner's. */
function afterwards(estimate: Estimate, summary: Summary | undefined): string {
  if (!summary?.budget_micros) return `${money(estimate.budget.dataset_remaining_micros)} is left for this dataset`;
  return `brings this dataset to ${money(summary.spent_micros + estimate.expected_micros)} of ${money(summary.budget_micros)}`;
}

export function CostTable({ estimate, summary }: { estimate: Estimate; summary: Summary | undefined }) {
  return (
    <section>
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="text-13 font-semibold">What makes up the cost</h3>
        <p className="text-12 text-text-2">
          Prices of {longDay(estimate.prices_as_of)}
        </p>
      </div>
      <table className="mt-1 w-full text-13">
        <tbody>
          {estimate.drivers.map((driver) => (
            <tr key={driver.key}>
              <th scope="row" className="h-6.5 text-left font-regular">
                {driver.label}
              </th>
              <td className="pr-3 text-text-2">{driver.detail}</td>
              <td className="tnum text-right">{money(driver.micros)}</td>
            </tr>
          ))}
          <tr className="font-semibold">
            <th scope="row" className="h-7 border-t border-line text-left font-semibold">
              Expected
            </th>
            <td className="border-t border-line font-regular text-text-2">{afterwards(estimate, summary)}</td>
            <td className="tnum border-t border-line text-right">{money(estimate.expected_micros)}</td>
          </tr>
          {estimate.opinions ? (
            <tr>
              <th scope="row" className="h-6.5 text-left font-regular">
                Second opinions
              </th>
              <td className="pr-3 text-text-2">afterwards, by {estimate.opinions.model_name}, from what is left of the limit</td>
              <td className="tnum text-right">{money(estimate.opinions.expected_micros)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}
