import type { CoverageCell, CoverageLine, CoverageTable, Tally } from "../api/types";

const ARCS = ["Anxiety-to-Relief", "Struggle-to-Success", "Triumph", "Steady Confidence", "Discovery"];
const READY: Record<string, number[]> = {
  "Anxious Investor": [4, 3, 2, 1, 2],
  "Confident Planner": [1, 2, 3, 3, 2],
  "Mid-Career Professional": [2, 3, 2, 2, 2],
  "Recently Widowed": [3, 1, 0, 1, 0],
  "Pragmatic Optimist": [1, 2, 3, 2, 2],
  "Overwhelmed Avoider": [3, 2, 1, 0, 0],
};

const tally = (ready: number, target: number, coming = Math.max(0, target - ready)): Tally => ({ ready, approved: Math.floor(ready / 2), coming, planned: ready + coming, target, missing: Math.max(0, target - ready - coming) });
const line = (value: string, ready: number, target: number): CoverageLine => ({ value, ...tally(ready, target) });
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function cell(row: string, index: number, ready: number): CoverageCell {
  const unwanted = row === "Recently Widowed" && ARCS[index] === "Triumph";
  const place = { row, column: ARCS[index] ?? "", not_needed: unwanted };
  return unwanted ? { ...place, ...tally(0, 3, 3) } : { ...place, ...tally(ready, 3, ready === 0 ? 0 : Math.max(0, 3 - ready)) };
}

/** The table of the story: three pairs without a conversation, one that nobody needs, one document that nothing is built on. */
export function fakeCoverage(): CoverageTable {
  const rows = Object.entries(READY).map(([name, counts]) => line(name, sum(counts), 15));
  const columns = ARCS.map((name, index) => line(name, sum(Object.values(READY).map((counts) => counts[index] ?? 0)), 18));
  const cells = Object.entries(READY).flatMap(([row, counts]) => counts.map((ready, index) => cell(row, index, ready)));
  const gaps = cells.filter((one) => one.missing > 0);
  return {
    rows,
    columns,
    cells,
    total: tally(55, 90),
    gaps,
    gap_count: gaps.length,
    missing: sum(gaps.map((gap) => gap.missing)),
    charts: {
      tier: [line("template", 26, 40), line("scenario", 22, 35), line("edge_case", 7, 15)],
      document_id: [line("doc1", 21, 24), line("doc2", 14, 30)],
      persona: rows,
      arc: columns,
      emotion: [line("Fear", 12, 20), line("Grief", 8, 14)],
      source_category: [line("Knowledge Base", 35, 50)],
      content_category: [],
      topic: Array.from({ length: 12 }, (_, index) => line(`Topic ${String(index + 1)}`, index % 8, 8)),
    },
    titles: { doc1: "Windfall checklist", doc2: "First-year guide", doc3: "Fee policy.pdf" },
    comparison: {
      examples: { written: 0, scored: 0, mean_score: null, mean_turns: null, counted: 0, words_per_turn: null, decided: 0, approval: null },
      generated: { written: 58, scored: 58, mean_score: 7.6, mean_turns: 12.1, counted: 58, words_per_turn: 61.4, decided: 34, approval: 31 / 34 },
    },
    unused: [{ id: "doc3", title: "Fee policy.pdf", chunk_count: 18 }],
  };
}
