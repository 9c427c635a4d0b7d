import type { Batch, RunPart } from "@/api/types";
import { money } from "@/lib/money";
import { roughly } from "@/lib/time";
import { isPractice, joinWords, plural, writerName } from "@/lib/words";

export const finished = ({ counts }: Batch): number => counts.succeeded + counts.failed + counts.cancelled;

/** Whether it gives opinions on texts instead of writing them. */
export const isJudging = ({ task }: Pick<Batch, "task">): boolean => task.kind === "judge";

function opinionsTitle({ state, end, counts, stop_sentence: stopped }: Batch): string {
  if (state === "ended") return stopped || end === "cancelled" ? `Stopped: ${String(counts.succeeded)} of ${plural(counts.total, "second opinion")}` : `Gave ${plural(counts.succeeded, "second opinion")}`;
  const what = plural(counts.total, "second opinion");
  return state === "paused" ? `Paused: ${what}` : state === "cancelling" ? `Stopping ${what}` : `Getting ${what}`;
}

/** Where a run stands, as a title. */
export function runTitle(batch: Batch): string {
  const what = plural(batch.counts.total, "conversation");
  const rewrites = batch.task.kind === "rewrite";
  if (isJudging(batch)) return opinionsTitle(batch);
  if (batch.state === "running") return `${rewrites ? "Rewriting" : "Generating"} ${what}`;
  if (batch.state === "cancelling") return `Cancelling the rest of ${what}`;
  if (batch.state === "paused") return batch.pause_budget === "batch" ? `Paused at your limit of ${money(batch.cap_micros)}` : `Paused: ${what}`;
  if (batch.end === "cancelled") return `Cancelled: ${what}`;
  return `${rewrites ? "Rewrote" : "Generated"} ${plural(batch.counts.succeeded, "conversation")}`;
}

export const isBack = (part: RunPart): boolean => part.state === "ready";
/** How many conversations are with Claude now, in parts of which none is back. */
export const outOf = (batch: Batch): number => batch.parts.reduce((sum, part) => sum + (isBack(part) ? 0 : part.count), 0);

/** Who really wrote, which is known from the first text on; until then, who was asked. */
export function writers({ written_by: by, model, task }: Pick<Batch, "written_by" | "model" | "task">): string {
  if (by.length === 0) return `${writerName(model)} is asked`;
  return `${isJudging({ task }) ? "Read" : "Written"} by ${joinWords([...new Set(by.map(writerName))], "and")}${by.every(isPractice) ? ", not by Claude" : ""}`;
}

/** The first five are too few to tell a speed from. */
export function timeLeft(batch: Batch): string {
  if (batch.state === "ended") return batch.ended_at ? `Took ${roughly((Date.parse(batch.ended_at) - Date.parse(batch.started_at)) / 1000)}` : "Done";
  if (batch.state === "paused") return "Waiting for you";
  if (batch.state === "cancelling") return "Finishing what is being written";
  if (batch.mode === "economy") return "Mostly within the hour, at most a day";
  if (batch.eta_seconds === null || finished(batch) < 5) return "Working out the time";
  return `About ${roughly(batch.eta_seconds)} left`;
}

/** "11 a minute", or by the hour when it is slower than that. */
export const speed = (perMinute: number): string => (perMinute >= 1 ? `${String(Math.round(perMinute))} a minute` : `${String(Math.max(1, Math.round(perMinute * 60)))} an hour`);

/** How long the provider's pause still is, in words that stay true while they are read. */
export function waiting(until: string | null, now: number): string {
  const seconds = until ? Math.ceil((Date.parse(until) - now) / 1000) : 0;
  const wait = seconds > 0 ? `We are waiting about ${roughly(seconds)}, then carry on by ourselves.` : "We carry on by ourselves.";
  return `${wait} Nothing is lost and waiting costs nothing.`;
}

/** A limit under which what still waits will probably be written, in tens of cents. */
export function raisedCap(batch: Batch): number {
  const { counts, cap_micros: cap, estimate } = batch;
  const one = estimate.expected_micros / Math.max(1, counts.total);
  const longest = estimate.at_most_micros / Math.max(1, counts.total);
  const needed = batch.spent_micros + batch.reserved_micros + (counts.queued + counts.generating) * one * 1.25 + longest;
  return Math.ceil(Math.max(needed, cap * 1.2) / 100_000) * 100_000;
}

/** "2 × Claude was too busy": the reasons, the commonest first. */
export function byReason(failures: Batch["failures"]): [reason: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { failure } of failures) counts.set(failure.reason, (counts.get(failure.reason) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** How the cost compares with what was said before the start. */
export function againstEstimate(spent: number, expected: number): string {
  const said = `${money(expected)} was expected`;
  if (expected === 0) return said;
  const share = Math.round((100 * (spent - expected)) / expected);
  return share === 0 ? `as expected` : `${String(Math.abs(share))} % ${share < 0 ? "less" : "more"}, ${said}`;
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
