import { expect, it } from "vitest";
import { IDLE_MS, ReadingClock } from "./reading-time";

it("adds up the time between signs of a reader and leaves pauses of more than five minutes out", () => {
  const clock = new ReadingClock(0);
  clock.sign(60_000);
  clock.sign(60_000 + IDLE_MS + 1);
  expect(clock.seconds(60_000 + IDLE_MS + 30_001)).toBe(90);
});
