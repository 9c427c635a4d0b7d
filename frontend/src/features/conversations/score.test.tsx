import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Claim, Quality } from "@/api/types";
import { serveFake } from "@/testing/fake-fetch";
import { makeConversation, makeRows } from "@/testing/fake-data";
import { renderInApp } from "@/testing/render";
import { Reading } from "./components/reading";
import { ScoreCard } from "./components/score-card";

function written() {
  const row = makeRows().find((one) => one.current_version !== null);
  if (!row) throw new Error("the story has written conversations");
  const one = makeConversation(row);
  if (!one.version) throw new Error("it has a version");
  return { one, version: one.version };
}

it("opens the passage that a mark was found in, and the one that a figure differs from", async () => {
  serveFake();
  const { one, version } = written();
  renderInApp(<Reading one={one} version={version} />);
  await userEvent.click(await screen.findByRole("button", { name: "Fact 1, found in Windfall checklist" }));
  expect(within(await screen.findByRole("dialog")).getByText("Twelve months of spending")).toBeTruthy();
  await userEvent.keyboard("{Escape}");
  await userEvent.click(screen.getByRole("button", { name: "Differs from your source: 7 percent" }));
  const passage = await screen.findByRole("dialog");
  expect(passage.textContent).toContain("Your source says 6 percent.");
  expect(within(passage).getByRole("link", { name: "Open source" }).getAttribute("href")).toBe("/sources/doc1");
});

it("says of a figure without a source that none of the passages has it", async () => {
  serveFake();
  const { one, version } = written();
  renderInApp(<Reading one={one} version={version} />);
  await userEvent.click(await screen.findByRole("button", { name: "Has no source: $90,000" }));
  expect((await screen.findByRole("dialog")).textContent).toContain("None of the passages says this.");
});

it("marks the right words behind an emoji, and leaves out a mark that does not fit", async () => {
  serveFake();
  const { one, version } = written();
  const content = "\u{1F600} It costs $40 here.";
  const claim = (start: number, end: number): Claim => ({ turn: 1, start, end, kind: "figure", state: "unsupported", passage: null, passage_start: null, passage_end: null });
  const turns = [{ number: 1, role: "assistant" as const, content }];
  renderInApp(<Reading one={one} version={{ ...version, turns, quality: { ...version.quality, claims: [claim(11, 14), claim(12, 13), claim(90, 95)] } }} />);
  await screen.findByRole("button", { name: "Has no source: $40" });
  expect(screen.getByRole("article").textContent).toContain("\u{1F600} It costs $40 here.");
  expect(screen.getAllByRole("button", { name: /Has no source/ })).toHaveLength(1);
});

it("leads with flags, says three things, and shows all seven parts on demand", async () => {
  const { version } = written();
  const flags: Quality["flags"] = [
    { code: "below_threshold", sentence: "The score, 4.8, is below 6.", turn: null },
    { code: "figure_differs", sentence: "Message 4 says 7 percent; your source says 6 percent.", turn: 4 },
  ];
  renderInApp(<ScoreCard quality={{ ...version.quality, flags }} />);
  await screen.findAllByRole("listitem");
  const lines = () => screen.getAllByRole("listitem").map((line) => line.textContent);
  expect(lines()).toHaveLength(3);
  expect(lines()[0]).toContain("7 percent");
  expect(lines()[2]).toContain("The reply moves on fast");
  await userEvent.click(screen.getByRole("button", { name: "All 7 parts of this score" }));
  expect(lines()).toHaveLength(9);
  expect(lines().some((line) => line.includes("not assessed"))).toBe(true);
});

it("names the others that say nearly the same", async () => {
  serveFake();
  const { one, version } = written();
  renderInApp(<Reading one={{ ...one, similar: [{ id: "x", ref: "FP-0012", likeness: 0.82 }] }} version={version} />);
  expect(await screen.findByText(/Says nearly the same as FP-0012 \(82 %\)/)).toBeTruthy();
});
