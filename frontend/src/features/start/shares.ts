import type { TierCounts } from "@/api/types";
import { TIERS } from "@/lib/words";

/** Whole shares by largest remainder, as the plan itself divides: 90 by 40/35/15 stays 40, 35, 15. */
export function share(total: number, weights: TierCounts): TierCounts {
  const sum = TIERS.reduce((all, tier) => all + weights[tier], 0);
  if (sum === 0) return { template: total, scenario: 0, edge_case: 0 };
  const exact = TIERS.map((tier) => ({ tier, value: (total * weights[tier]) / sum }));
  const counts: TierCounts = { template: 0, scenario: 0, edge_case: 0 };
  exact.forEach(({ tier, value }) => {
    counts[tier] = Math.floor(value);
  });
  const left = total - TIERS.reduce((all, tier) => all + counts[tier], 0);
  [...exact]
    .sort((a, b) => (b.value % 1) - (a.value % 1))
    .slice(0, left)
    .forEach(({ tier }) => {
      counts[tier] += 1;
    });
  return counts;
}

/** Moves the edge after a share; its right neighbour gives or takes, so the total stays. */
export function moveEdge(counts: TierCounts, edge: 0 | 1, by: number): TierCounts {
  const left = TIERS[edge] ?? "template";
  const right = TIERS[edge + 1] ?? "edge_case";
  const step = Math.max(-counts[left], Math.min(counts[right], Math.round(by)));
  return { ...counts, [left]: counts[left] + step, [right]: counts[right] - step };
}
