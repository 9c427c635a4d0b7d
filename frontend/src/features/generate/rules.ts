import type { Estimate, Settings } from "@/api/types";

/** Why the owner's thresholds ask for the count to be typed, or null when they don't. */
export function overThreshold(estimate: Estimate, settings: Settings | undefined): string | null {
  if (!settings) return null;
  const cost = estimate.expected_micros >= settings.warn_cost_micros;
  const time = estimate.expected_seconds_high >= settings.warn_minutes * 60;
  if (cost && time) return "This is above the cost and the time that your workspace asks about twice.";
  if (cost) return "This is above the cost that your workspace asks about twice.";
  return time ? "This takes longer than your workspace allows without asking twice." : null;
}

/** What is wrong with a limit, in words; null when it can be used. */
export function capProblem(cap: number | null, estimate: Estimate): string | null {
  if (cap === null) return "Type an amount, for instance 2.50.";
  if (cap < estimate.one_call_at_most_micros) return "This is less than one conversation can cost at most.";
  return null;
}
