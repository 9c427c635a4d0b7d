import { expect, it } from "vitest";
import { BATCH } from "@/testing/fake-answers";
import { expectedAtEnd, highestWarnings, runTitle, timeLeft } from "./words";

const counts = (change: Partial<typeof BATCH.counts>) => ({ ...BATCH, counts: { ...BATCH.counts, ...change } });

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
  expect(runTitle({ ...BATCH, state: "paused", pause_reason: "budget", cap_micros: 2_500_000 })).toBe("Paused at your limit of $2.50");
  expect(runTitle({ ...BATCH, state: "ended", end: "cancelled" })).toBe("Cancelled: 90 conversations");
});
