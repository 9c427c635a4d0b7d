import type { Batch } from "@/api/types";
import { money } from "@/lib/money";
import { roughly } from "@/lib/time";
import { plural } from "@/lib/words";

export const finished = ({ counts }: Batch): number => counts.succeeded + counts.failed + counts.cancelled;

/** Where a run stands, as a title. */
export function runTitle(batch: Batch): string {
  const what = plural(batch.counts.total, "conversation");
  if (batch.state === "running") return `Generating ${what}`;
  if (batch.state === "cancelling") return `Cancelling the rest of ${what}`;
  if (batch.state === "paused") return batch.pause_reason === "budget" ? `Paused at your limit of ${money(batch.cap_micros)}` : `Paused: ${what}`;
  if (batch.end === "cancelled") return `Cancelled: ${what}`;
  return `Generated ${plural(batch.counts.succeeded, "conversation")}`;
}

/** The first five are too few to tell a speed from. */
export function timeLeft(batch: Batch): string {
  if (batch.state === "ended") return batch.ended_at ? `Took ${roughly((Date.parse(batch.ended_at) - Date.parse(batch.started_at)) / 1000)}` : "Done";
  if (batch.state === "paused") return "Waiting for you";
  if (batch.state === "cancelling") return "Finishing what is being written";
  if (batch.eta_seconds === null || finished(batch) < 5) return "Working out the time";
  return `About ${roughly(batch.eta_seconds)} left`;
}

/** What the run will have cost when it ends at the present price of one. */
export function expectedAtEnd(batch: Batch): number {
  const done = batch.counts.succeeded + batch.counts.failed;
  if (batch.state === "ended") return batch.spent_micros;
  return done < 5 ? batch.estimate.expected_micros : (batch.spent_micros / done) * (batch.counts.total - batch.counts.cancelled);
}

/** Of each budget the highest share that has been passed. */
export function highestWarnings(batch: Batch): Batch["warnings"] {
  const highest = new Map<string, Batch["warnings"][number]>();
  for (const warning of batch.warnings) {
    const known = highest.get(warning.budget);
    if (!known || known.percent < warning.percent) highest.set(warning.budget, warning);
  }
  return [...highest.values()];
}
