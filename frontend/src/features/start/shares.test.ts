import { describe, expect, it } from "vitest";
import { moveEdge, share } from "./shares";

describe("shares of a plan", () => {
  it.each([
    [90, { template: 40, scenario: 35, edge_case: 15 }],
    [100, { template: 44, scenario: 39, edge_case: 17 }],
    [1, { template: 1, scenario: 0, edge_case: 0 }],
  ])("divides %d by largest remainder", (total, expected) => {
    expect(share(total, { template: 40, scenario: 35, edge_case: 15 })).toEqual(expected);
  });

  it("always adds up to the total", () => {
    for (let total = 1; total < 300; total += 7) {
      const counts = share(total, { template: 3, scenario: 3, edge_case: 1 });
      expect(counts.template + counts.scenario + counts.edge_case).toBe(total);
    }
  });

  it("moves an edge without changing the total or going below zero", () => {
    const counts = { template: 40, scenario: 35, edge_case: 15 };
    expect(moveEdge(counts, 0, 5)).toEqual({ template: 45, scenario: 30, edge_case: 15 });
    expect(moveEdge(counts, 0, 500)).toEqual({ template: 75, scenario: 0, edge_case: 15 });
    expect(moveEdge(counts, 1, -500)).toEqual({ template: 40, scenario: 0, edge_case: 50 });
  });
});
