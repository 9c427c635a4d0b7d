import { expect, it } from "vitest";
import type { RunPart } from "@/api/types";
import { BATCH } from "@/testing/fake-answers";
import { nextCell } from "./components/grid";
import { againstEstimate, byReason, expectedAtEnd, highestWarnings, raisedCap, outOf, runTitle, speed, timeLeft, waiting, writers } from "./words";

const counts = (change: Partial<typeof BATCH.counts>) => ({ ...BATCH, counts: { ...BATCH.counts, ...change } });

it("names who really wrote, and before the first text only who is asked", () => {
  expect(writers({ ...BATCH, model: "claude-haiku-5-5", written_by: [] })).toBe("Claude Haiku 5.5 is asked");
  expect(writers({ ...BATCH, written_by: ["sandbox:claude-haiku-5-5"] })).toBe("Written by the practice model, not by Claude");
  expect(writers({ ...BATCH, model: "a", written_by: ["claude-haiku-5-5", "sandbox:x"] })).toBe("Written by Claude Haiku 5.5 and the practice model");
});

it("speaks of opinions where a run gives opinions", () => {
  const judging = { ...counts({ total: 12, succeeded: 7, failed: 0, cancelled: 5, queued: 0, generating: 0 }), task: { ...BATCH.task, kind: "judge" as const } };
  expect(runTitle(judging)).toBe("Getting 12 second opinions");
  expect(runTitle({ ...judging, state: "ended", end: "completed" })).toBe("Gave 7 second opinions");
  expect(runTitle({ ...judging, state: "ended", end: "cancelled", stop_sentence: "Stopped at the limit for second opinions this month." })).toBe("Stopped: 7 of 12 second opinions");
  expect(writers({ ...judging, written_by: ["sandbox:x"] })).toBe("Read by the practice model, not by Claude");
});

it("promises of economy what holds for all of it, and counts what is out", () => {
  const part = (number: number, state: RunPart["state"]): RunPart => ({ number, count: 40, state, held_micros: 0, sent_at: null, ready_by: null, ready_at: null });
  const economy = { ...BATCH, mode: "economy" as const, parts: [part(1, "ready"), part(2, "writing"), part(3, "preparing")] };
  expect(timeLeft(economy)).toBe("Mostly within the hour, at most a day");
  expect(outOf(economy)).toBe(80);
});

it("moves between the cells of a run by arrows, and stays where there is no other", () => {
  const from = (key: string, at: number) => nextCell(key, at, 50, 18);
  expect([from("ArrowRight", 3), from("ArrowDown", 3), from("ArrowUp", 21), from("End", 0)]).toEqual([4, 21, 3, 49]);
  expect([from("ArrowLeft", 0), from("ArrowDown", 40), from("Tab", 3)]).toEqual([0, 40, null]);
});

it("does not guess the time from fewer than five", () => {
  expect(timeLeft(counts({ succeeded: 3, failed: 1 }))).toBe("Working out the time");
  expect(timeLeft(BATCH)).toBe("About 3 minutes left");
  expect(timeLeft({ ...BATCH, state: "paused" })).toBe("Waiting for you");
});

it("expects the cost at the end from what one has cost so far", () => {
  expect(expectedAtEnd(counts({ succeeded: 2, failed: 0 }))).toBe(BATCH.estimate.expected_micros);
  expect(Math.round(expectedAtEnd({ ...counts({ succeeded: 45, failed: 0 }), spent_micros: 1_000_000 }))).toBe(2_000_000);
  expect(expectedAtEnd({ ...BATCH, state: "ended", spent_micros: 5 })).toBe(5);
});

it("tells of the highest share of each budget that has been passed", () => {
  const warning = (budget: "batch" | "month", percent: number) => ({ budget, percent, cap_micros: 100, sentence: `${String(percent)} %` });
  const told = highestWarnings({ ...BATCH, warnings: [warning("batch", 75), warning("batch", 50), warning("month", 90)] });
  expect(told.map(({ budget, percent }) => [budget, percent])).toEqual([["batch", 75], ["month", 90]]);
});

it("names a run by what it does now", () => {
  expect(runTitle(BATCH)).toBe("Generating 90 conversations");
  expect(runTitle({ ...BATCH, state: "paused", pause_reason: "budget", pause_budget: "batch", cap_micros: 2_500_000 })).toBe("Paused at your limit of $2.50");
  expect(runTitle({ ...BATCH, state: "ended", end: "cancelled" })).toBe("Cancelled: 90 conversations");
});

it("tells a wait with what is left of it and what it costs", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  expect(waiting("2026-11-22T10:00:20Z", now)).toBe("We are waiting about 20 seconds, then carry on by ourselves. Nothing is lost and waiting costs nothing.");
  expect(waiting("2026-11-22T09:59:59Z", now)).toBe("We carry on by ourselves. Nothing is lost and waiting costs nothing.");
});

it("says a slow speed by the hour, never as nothing a minute", () => {
  expect(speed(11.2)).toBe("11 a minute");
  expect(speed(0.2)).toBe("12 an hour");
});

it("proposes a limit that covers what waits and one of the longest answers", () => {
  const promise = { expected_micros: 2_000_000, at_most_micros: 4_000_000, expected_seconds: 60 };
  const stopped = { ...counts({ total: 100, succeeded: 90, failed: 0, queued: 10, generating: 0 }), cap_micros: 2_500_000, spent_micros: 2_480_000, reserved_micros: 0, estimate: promise };
  expect(raisedCap(stopped)).toBe(3_000_000);
  expect(raisedCap({ ...stopped, counts: { ...stopped.counts, succeeded: 40, queued: 60 } })).toBe(4_100_000);
});

it("gathers failures by their reason, the commonest first", () => {
  const [busy, cut, declined] = BATCH.failures;
  if (!busy || !cut || !declined) throw new Error("three failures are expected");
  expect(byReason([cut, busy, declined, busy])[0]).toEqual([busy.failure.reason, 2]);
});

it("compares what was spent with what was said", () => {
  expect(againstEstimate(900_000, 1_000_000)).toBe("10 % less, $1.00 was expected");
  expect(againstEstimate(1_000_000, 1_000_000)).toBe("as expected");
});
