import type { Decision, Status, Tier } from "@/api/types";

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

export const TIERS: readonly Tier[] = ["template", "scenario", "edge_case"];
export const TIER_WORDS: Record<Tier, string> = { template: "Template", scenario: "Scenario", edge_case: "Edge case" };
export const TIER_HINTS: Record<Tier, string> = {
  template: "Everyday patterns, five emotional arcs",
  scenario: "Real situations from your documents",
  edge_case: "Hard moments",
};

export const STATUS_WORDS: Record<Status | "flagged", string> = {
  planned: "Not generated",
  queued: "Waiting",
  generating: "Generating",
  generated: "Generated",
  flagged: "Flagged",
  approved: "Approved",
  rejected: "Rejected",
  needs_edit: "Needs an edit",
  failed: "Failed",
};

export const DECISION_WORDS: Record<Decision, string> = {
  approve: "approved",
  reject: "rejected",
  needs_edit: "flagged for an edit",
  reset: "put back",
};

export const STATUS_AFTER: Record<Decision, Status> = {
  approve: "approved",
  reject: "rejected",
  needs_edit: "needs_edit",
  reset: "generated",
};

const PRACTICE = "sandbox:";
export const isPractice = (writtenBy: string | null | undefined): boolean => Boolean(writtenBy?.startsWith(PRACTICE));

/** `claude-haiku-5-5` as a person says it; the practice model is never dressed up as Claude. */
export function writerName(writtenBy: string): string {
  if (isPractice(writtenBy)) return "the practice model";
  const [maker, family = "", ...rest] = writtenBy.split("-");
  const version = rest.filter((part) => /^\d{1,2}$/.test(part)).join(".");
  if (maker !== "claude" || !version) return writtenBy;
  return `Claude ${family.charAt(0).toUpperCase()}${family.slice(1)} ${version}`;
}

export const joinWords = (words: readonly string[], last: "or" | "and" = "or"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
