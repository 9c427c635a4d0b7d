import type { Parameter, Template, TemplateInFull, Templates, TemplateUsage, Usage, VersionUsage } from "../api/types";
import { DATASET } from "./fake-data";

const NONE: Usage = { conversations: 0, scored: 0, mean_score: null, score_interval: null, read: 0, approved: 0, approval: null, approval_interval: null, cost_micros: 0, cost_per_approved_micros: null };
const used = (count: number, mean: number, read: number, approved: number): Usage => ({
  ...NONE,
  conversations: count,
  scored: count,
  mean_score: mean,
  score_interval: count >= 30 ? { low: mean - 0.3, high: mean + 0.3 } : null,
  read,
  approved,
  approval: approved / read,
  approval_interval: read >= 30 ? { low: approved / read - 0.1, high: approved / read + 0.08 } : null,
  cost_micros: count * 42_000,
  cost_per_approved_micros: Math.ceil((count * 42_000) / approved),
});
const TEMPLATE: Template = { id: "anxiety-to-relief", name: "Anxiety-to-Relief", tier: "template", arc: "Anxiety-to-Relief", edge_case: null, description: "Fear is named, made smaller and turned into one next step.", state: "active", own: true, active_version: 4, latest_version: 4, shares: [{ version: 3, percent: 50 }, { version: 4, percent: 50 }], updated_at: "2026-11-20T09:00:00Z", revision: 7, usage: used(51, 8.0, 51, 38) };

const BODY = "Write a conversation between {persona} and an adviser at {firm} about {topic}.\n\nThe customer starts in {emotion}. Let them say the fear in their own words before any advice.";
const BEFORE = BODY.replace("Let them say the fear in their own words before any advice.", "Calm them down early.");
const version = (number: number, body: string, by: string) => ({ number, body, parameters: ["persona", "firm", "topic", "emotion"], sha256: "0".repeat(64), note: "", created_at: `2026-11-${String(number * 4 + 4).padStart(2, "0")}T09:00:00Z`, created_by: "u1", created_by_name: by });

const PARAMETERS: Parameter[] = ["persona", "emotion", "topic", "intent", "tone", "turns"].map((name) => ({ name, source: "plan", may_be_empty: false, required_in: ["persona", "emotion", "topic"].includes(name) ? ["template", "scenario", "edge_case"] : [] }));
const items = [
  TEMPLATE,
  { ...TEMPLATE, id: "triumph", name: "Triumph", shares: [{ version: 1, percent: 100 }], usage: used(12, 8.6, 9, 8) },
  { ...TEMPLATE, id: "old", name: "Worry, the old way", state: "retired" as const, shares: [], usage: NONE },
  { ...TEMPLATE, id: "passage", name: "From a passage", tier: "scenario" as const, arc: null, shares: [{ version: 1, percent: 100 }], usage: NONE },
];

export const TEMPLATES: Templates = { items, total: items.length, next_cursor: null, parameters: [...PARAMETERS, { name: "firm", source: "firm", may_be_empty: false, required_in: [] }] };
export const TEMPLATE_IN_FULL: TemplateInFull = { ...TEMPLATE, versions: [version(4, BODY, "Maya"), version(3, BEFORE, "Maya"), version(2, `${BEFORE} Be brief.`, "Ines"), version(1, "Write about {topic}.", "")] };

const figures = (number: number, usage: Usage): VersionUsage => ({ ...usage, number, used_in: usage.conversations ? [{ dataset_id: DATASET, dataset_name: "Retirement planning", conversations: usage.conversations }] : [] });
const USAGE: TemplateUsage = {
  total: TEMPLATE.usage,
  versions: [figures(4, used(21, 8.3, 21, 18)), figures(3, used(40, 7.7, 35, 25)), figures(2, used(9, 6.8, 9, 5)), figures(1, NONE)],
  verdict: { sentence: "Version 4 is ahead, 18 of 21 approved against 25 of 35. That can still be luck: about 110 more read for each would settle it.", leader: 4, settled: false, more_needed: 110 },
};

/** What stops a text: the same words as the server's, for the parameters that the pages' tests use. */
function check(body: string): unknown {
  const asked = [...body.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
  const unknown = asked.filter((name) => !TEMPLATES.parameters.some((one) => one.name === name));
  const missing = ["persona", "emotion", "topic"].filter((name) => !asked.includes(name));
  return {
    problems: [
      ...unknown.map((name) => ({ name, kind: "unknown", suggestion: name.startsWith("topi") ? "topic" : null, sentence: `It asks for {${name}}, which no conversation has.` })),
      ...missing.map((name) => ({ name, kind: "missing", suggestion: null, sentence: `It does not ask for {${name}}, which every template-tier template needs.` })),
    ],
  };
}

/** The answers under `/templates`, by what stands behind the id. */
export function templateAnswer(id: string, rest: string, body: Record<string, unknown>): unknown {
  if (id === "check") return check(String(body["body"]));
  if (rest === "usage") return USAGE;
  if (rest === "preview") return { system: "", prompt: "Write a conversation between Anxious Investor and an adviser at Hollis & Park about Mortgage payoff.", missing: [], unknown: [] };
  return TEMPLATE_IN_FULL;
}
