import { describe, expect, it } from "vitest";
import { longDay, roughly, secondsSince, span } from "./time";

describe("time in words", () => {
  it.each([
    [3, "a few seconds"],
    [22, "20 seconds"],
    [60, "1 minute"],
    [420, "7 minutes"],
    [7200, "2 hours"],
    [9000, "2.5 hours"],
  ])("says %d seconds as %s", (seconds, text) => {
    expect(roughly(seconds)).toBe(text);
  });

  it("joins both ends of a span, and says one figure when they read the same", () => {
    expect(span(180, 300)).toBe("3 to 5 minutes");
    expect(span(181, 183)).toBe("3 minutes");
    expect(span(40, 180)).toBe("40 seconds to 3 minutes");
    expect(span(2, 60)).toBe("up to 1 minute");
  });

  it("keeps a plain date the same day in every zone", () => {
    expect(longDay("2026-11-20")).toBe("Nov 20, 2026");
  });

  it("never counts below zero when the clocks differ", () => {
    expect(secondsSince("2026-11-22T10:00:10Z", Date.parse("2026-11-22T10:00:00Z"))).toBe(0);
  });
});
