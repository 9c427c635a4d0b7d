import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { session } from "@/api/session";
import { fakeCoverage } from "@/testing/fake-coverage";
import { makeDataset } from "@/testing/fake-data";
import { serveFake } from "@/testing/fake-fetch";
import { renderInApp } from "@/testing/render";
import { Chart } from "./components/chart";
import { Gaps } from "./components/gaps";
import { CoverageGrid } from "./components/grid";
import { asCsv, filterFor, heatOf, readCoverageSearch } from "./words";

describe("what coverage says", () => {
  it.each([
    [0, 3, 0],
    [1, 3, 1],
    [2, 3, 2],
    [3, 3, 3],
    [4, 3, 4],
    [2, 0, 3],
  ] as const)("shows %d of %d in step %d", (count, target, step) => {
    expect(heatOf(count, target)).toBe(step);
  });

  it("reads two different dimensions from the address and drops what it does not know", () => {
    expect(readCoverageSearch({ rows: "tier", cols: "topic", count: "planned" })).toEqual({ rows: "tier", cols: "topic", count: "planned" });
    expect(readCoverageSearch({ rows: "tier", cols: "tier", count: "all" })).toEqual({ rows: "tier" });
    expect(readCoverageSearch({ rows: "weather" })).toEqual({});
  });

  it("leads to the conversations that a figure counts", () => {
    expect(filterFor({ persona: "Anxious Investor", arc: "Triumph" }, "ready")).toEqual({ persona: ["Anxious Investor"], arc: ["Triumph"], status: ["generated", "approved"] });
    expect(filterFor({ tier: "scenario" }, "planned")).toEqual({ tier: ["scenario"] });
  });

  it("writes the table as a file that no spreadsheet computes", () => {
    const table = fakeCoverage();
    table.rows = table.rows.map((row, index) => (index === 0 ? { ...row, value: "=1+1" } : row));
    const [head, first, second] = asCsv(table, "persona", "arc", "ready").split("\n");
    expect(head).toBe('"Persona","Anxiety-to-Relief","Struggle-to-Success","Triumph","Steady Confidence","Discovery","All"');
    expect(first).toContain(`"'=1+1"`);
    expect(second).toBe('"Confident Planner","1 of 3","2 of 3","3 of 3","3 of 3","2 of 3","11 of 15"');
  });
});

describe("the page of coverage", () => {
  beforeEach(async () => {
    serveFake();
    await session.refresh();
  });

  it("says each cell's figure of the target, leads to its rows, and keeps what nobody needs apart", async () => {
    renderInApp(<CoverageGrid dataset="d" table={fakeCoverage()} rows="persona" cols="arc" count="ready" onNeeded={() => undefined} />);
    const full = await screen.findByRole("link", { name: "Anxious Investor with Struggle-to-Success: 3 of 3" });
    expect(full.getAttribute("href")).toMatch(/persona.*arc.*status/);
    expect(screen.getByRole("link", { name: "Recently Widowed with Discovery: 0 of 3, 3 missing" }).className).toContain("hatch");
    expect(screen.getByRole("button", { name: /Recently Widowed with Triumph: not needed/ })).toBeTruthy();
  });

  it("names every gap with the price of filling it, and filling says that nothing is spent", async () => {
    renderInApp(<Gaps dataset={makeDataset()} table={fakeCoverage()} rows="persona" cols="arc" mayPlan />);
    await screen.findByText("Overwhelmed Avoider with Steady Confidence");
    await userEvent.click(await screen.findByRole("button", { name: /^Fill all 3, 9 conversations, about \$0\.36/ }));
    await screen.findByText("9 conversations planned. Nothing is spent until you generate them.");
    expect(screen.getByText("Fee policy.pdf is not used anywhere.")).toBeTruthy();
  });

  it("offers nothing that a reader may not do", async () => {
    renderInApp(<Gaps dataset={makeDataset()} table={fakeCoverage()} rows="persona" cols="arc" mayPlan={false} />);
    await screen.findByText("Recently Widowed with Discovery");
    expect(screen.queryByRole("button", { name: /Fill|Add|Not needed|Plan 4/ })).toBeNull();
  });

  it("shows a chart's figures as a table too", async () => {
    const { charts, titles } = fakeCoverage();
    renderInApp(<Chart title="Source documents" dimension="document_id" lines={charts["document_id"] ?? []} titles={titles} count="ready" />);
    await userEvent.click(await screen.findByRole("button", { name: /As a table/ }));
    expect(screen.getByRole("row", { name: /Windfall checklist 21 10 3 24/ })).toBeTruthy();
  });
});
