import type { Claim, Conversation, ConversationRow, Dataset, Quality, Status, Summary, Tier, Turn, Version, VersionLine } from "../api/types";
import { OPINION } from "./fake-opinion";

/** One story for tests and for `npm run dev:fake`: 90 planned, 58 written, 2 failed, 1 being written. */
export const DATASET = "01J0DATASET0000000000000AA";
const PERSONAS = ["Anxious Investor", "Recently Widowed", "Mid-Career Professional", "Confident Planner", "Pragmatic Optimist", "Overwhelmed Avoider"];
const ARCS = ["Anxiety-to-Relief", "Struggle-to-Success", "Triumph", "Steady Confidence", "Discovery"];
const EMOTIONS = ["Fear", "Grief", "Overwhelm", "Guilt", "Confusion", "Shame", "Hope", "Relief", "Doubt", "Worry"];
const TOPICS = ["Retirement timing", "Estate planning basics", "Negotiating compensation", "Inheritance windfall", "Life insurance types", "HSA vs FSA decision", "Hidden card debt", "RSU diversification", "Eldercare costs", "Roth IRA conversion", "Refinancing evaluation", "Social Security timing"];
const INTENTS = ["Reassure", "Explain", "Guide", "Compare"];
const TONES = ["Calm", "Gentle", "Direct", "Warm", "Practical"];
const pick = <T,>(list: readonly T[], at: number): T => list[at % list.length] as T;

const STATUSES: [Status, boolean, number][] = [
  ["approved", false, 31],
  ["generated", false, 18],
  ["generated", true, 6],
  ["rejected", false, 3],
  ["failed", false, 2],
  ["generating", false, 1],
  ["planned", false, 29],
];

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 10, 2 + Math.floor(minute / 4), (minute * 13) % 60)).toISOString();
export const numbered = (index: number): string => `FP-${String(index + 1).padStart(4, "0")}`;

function statusOf(index: number): [Status, boolean] {
  // 37 shares no factor with 90: it scatters the statuses over the table without chance.
  let place = (index * 37) % 90;
  for (const [status, flagged, count] of STATUSES) {
    if (place < count) return [status, flagged];
    place -= count;
  }
  return ["planned", false];
}

function row(index: number): ConversationRow {
  const [status, flagged] = statusOf(index);
  const tier: Tier = index % 9 < 4 ? "template" : index % 18 < 14 ? "scenario" : "edge_case";
  const written = ["approved", "generated", "rejected"].includes(status);
  const score = !written ? null : flagged ? 4.8 + (index % 9) / 10 : status === "rejected" ? 5.4 : status === "approved" ? 8.1 + (index % 10) / 10 : 6.9 + (index % 14) / 10;
  return {
    id: `01J0CONVERSATION000000${String(index).padStart(4, "0")}`,
    ref: numbered(index),
    dataset_id: DATASET,
    title: written ? `${pick(PERSONAS, index)} asks about ${pick(TOPICS, index).toLowerCase()}` : "",
    persona: pick(PERSONAS, index),
    emotion: pick(EMOTIONS, index),
    arc: tier === "template" ? pick(ARCS, index) : "",
    topic: pick(TOPICS, index),
    intent: pick(INTENTS, index),
    tone: pick(TONES, index),
    content_category: "Knowledge Base",
    topic_cluster: "Estate",
    outcome: "resolved",
    tier,
    status,
    flagged,
    flags: flagged ? ["low_score"] : [],
    score,
    opinion: null,
    turn_count: written ? 12 : 0,
    current_version: written ? 1 : null,
    latest_version: written ? 1 : 0,
    written_by: written ? "sandbox:claude-haiku-5-5" : null,
    template_id: "anxiety-to-relief",
    template_name: pick(ARCS, index),
    template_version: 1,
    chunk_ids: ["c1"],
    source_document_ids: ["doc1"],
    source_categories: ["Knowledge Base"],
    batch_id: status === "planned" ? null : "batch1",
    failure: status === "failed" ? { kind: "transient", code: "overloaded_error", reason: "Claude was too busy three times in a row.", next_step: "Trying again is all it takes.", at: at(index), request_id: "req_011CVxH2mQ9sT4" } : null,
    cost_micros: written ? 41_900 : 0,
    paid_attempts: written ? 1 : 0,
    is_seed: false,
    tags: [],
    review: null,
    stars: null,
    revision: 3,
    created_at: at(0),
    updated_at: at(index),
    generated_at: written || status === "failed" ? at(index) : null,
    started_at: status === "generating" ? new Date(Date.now() - 18_000).toISOString() : null,
  };
}

export const makeRows = (): ConversationRow[] => Array.from({ length: 90 }, (_, index) => row(index));

const TURNS: Turn[] = [
  { number: 1, role: "user", content: "My aunt left me $340,000 and I haven’t slept properly since the letter came. It’s sitting in my checking account. Every day I think about what she’d want me to do with it, and every day I do nothing. I’m terrified of getting this wrong." },
  { number: 2, role: "assistant", content: "I’m sorry about your aunt. And please don’t count these weeks as doing nothing: nothing about this money has to be decided this month. One practical step can come first. Bank deposits are insured up to $250,000 per bank, so about $90,000 of yours isn’t covered where it sits. Moving that part to a second bank fixes it and commits you to nothing." },
  { number: 3, role: "user", content: "I didn’t know that about the insurance. Okay. That’s something I could actually do on Monday. But everyone says the market is about to crash. What if I put it in and it’s gone?" },
  { number: 4, role: "assistant", content: "That fear makes sense, and you don’t have to settle it today. We split a windfall by when you’ll need it. First comes a year of spending that is never invested. Then anything you owe at more than 7 percent. Only what’s left, money that can stay put for ten years or more, meets the market at all." },
  { number: 5, role: "user", content: "A year for us is about $60,000. And there’s $18,000 on a credit card I haven’t told my husband about. I feel sick typing that." },
  { number: 6, role: "assistant", content: "Thank you for trusting me with it. Plenty of people I meet carry a balance they have never said out loud, and paying it off is the best return you will find anywhere this year." },
];

/** A claim about the words of a turn, and the words of the passage that speak of the same. */
function claim(turn: number, said: string, state: Claim["state"], passage: number | null = null, source = ""): Claim {
  const start = TURNS[turn - 1]?.content.indexOf(said) ?? 0;
  const from = passage === null ? null : (PASSAGES[passage - 1]?.indexOf(source) ?? 0);
  return { turn, start, end: start + said.length, kind: "figure", state, passage: passage === null ? null : `F${String(passage)}`, passage_start: from, passage_end: from === null ? null : from + source.length };
}
const PASSAGES = ["Twelve months of spending stays in cash.", "Clear any debt above 6 percent before you invest."];
const CLAIMS: Claim[] = [claim(2, "$90,000", "unsupported"), claim(4, "a year of spending", "found", 1, "Twelve months of spending"), claim(4, "7 percent", "differs", 2, "6 percent")];

const quality = (score: number): Quality => ({
  score,
  band: score < 6 ? "low" : score > 8 ? "good" : "fair",
  formula: "Weighted mean of what was assessed: structure 20, length 10, arc 20, persona and tone 15, facts 20, repetition 10, own confidence 5.",
  parts: [
    { key: "facts", label: "Your facts", score: 4.8, weight: 20, sentence: "A figure differs from your source: 7 percent, not 6.", turn: 4 },
    { key: "persona", label: "Persona and tone", score: 7, weight: 15, sentence: "The reply moves on fast after a painful admission.", turn: 6 },
    { key: "arc", label: "Emotional arc", score: 8.6, weight: 20, sentence: "Fear is named in turn 1 and has eased by turn 9.", turn: 1 },
    { key: "structure", label: "Structure", score: 9.4, weight: 20, sentence: "12 turns, in order, your adviser has the last word.", turn: null },
    { key: "length", label: "Length", score: 8.8, weight: 10, sentence: "Every answer has room to breathe.", turn: null },
    { key: "repetition", label: "Repetition", score: 9, weight: 10, sentence: "No sentence is used twice.", turn: null },
    { key: "judge", label: "Judgement of a reader", score: null, weight: 5, sentence: "Not assessed: no judge is set up.", turn: null },
  ],
  flags: score < 6 ? [{ code: "below_threshold", sentence: "The score is below your threshold of 6.", turn: null }] : [],
  claims: CLAIMS,
});

/** A version as one line of the history. */
export const lineOf = (version: Version): VersionLine => ({
  number: version.number,
  origin: version.origin,
  score: version.quality.score,
  written_by: version.written_by,
  model: version.model,
  template_id: version.template_id,
  template_version: version.template_version,
  cost_micros: version.cost_micros,
  base_version: version.base_version,
  instruction: version.instruction,
  created_at: version.created_at,
  by: version.created_by,
  by_name: version.created_by_name,
  removed: version.removed,
});

export function makeConversation(of: ConversationRow): Conversation {
  const version =
    of.current_version === null || of.score === null
      ? null
      : {
          number: of.current_version,
          origin: "attempt" as const,
          title: of.title,
          turns: TURNS,
          quality: quality(of.score),
          written_by: of.written_by ?? "",
          parameters: {},
          model: "claude-haiku-5-5",
          template_id: of.template_id ?? "",
          template_version: 1,
          confidence: 0.8,
          confidence_reason: "",
          facts_used: ["F1"],
          created_at: of.generated_at ?? of.created_at,
          created_by: "u1",
          created_by_name: "Maya Hollis",
          changed_at: null,
          opinion: of.status === "approved" ? OPINION : null,
          removed: null,
          cost_micros: 40_000,
          base_version: null,
          instruction: "",
        };
  return {
    ...of,
    slot: { situation: "A letter about an inheritance arrived three weeks ago.", turns_planned: 12, edge_case: null, problem_context: "", solution_action: "", scenario_outcome: "" },
    chunks: [
      { id: "c1", document_id: "doc1", document_title: "Windfall checklist", label: "F1", text: PASSAGES[0] ?? "" },
      { id: "c2", document_id: "doc1", document_title: "Windfall checklist", label: "F2", text: PASSAGES[1] ?? "" },
    ],
    version,
    versions: version ? [lineOf(version)] : [],
    similar: [],
  };
}

export const makeDataset = (): Dataset => ({
  id: DATASET,
  name: "Retirement planning",
  prefix: "FP",
  taxonomy: {
    personas: PERSONAS.map((name) => ({ name, detail: "Wants clear steps and someone who listens", emotions: [], tones: [] })),
    arcs: ARCS.map((name) => ({ name, detail: "", from: "", to: "" })),
    topics: TOPICS.map((name) => ({ name, cluster: "", content_category: "", keywords: [] })),
    emotions: EMOTIONS.map((name) => ({ name, family: "", intensity: "" })),
    intents: INTENTS,
    tones: TONES,
    content_categories: [],
    topic_clusters: [],
    outcomes: ["resolved"],
    edge_cases: [{ kind: "hostility", detail: "" }],
    firm: "Hollis & Park",
    advisor_name: "Maya",
  },
  not_needed: [],
  tier_weights: { template: 40, scenario: 35, edge_case: 15 },
  budget_micros: 10_000_000,
  thresholds: { flag_below: 6, edge_case_min: 8 },
  conversation_count: 90,
  revision: 1,
  created_at: at(0),
  updated_at: at(60),
});

const tally = (rows: readonly ConversationRow[], key: "persona" | "arc" | "topic"): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of rows) {
    const value = one[key];
    if (value) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
};

export function makeSummary(rows: readonly ConversationRow[]): Summary {
  const count = (status: Status, flagged?: boolean): number => rows.filter((one) => one.status === status && (flagged === undefined || one.flagged === flagged)).length;
  const tier = (name: Tier) => {
    const all = rows.filter((one) => one.tier === name);
    return { total: all.length, ready: all.filter((one) => ["generated", "approved"].includes(one.status)).length, approved: all.filter((one) => one.status === "approved").length };
  };
  return {
    counts: { planned: count("planned"), queued: count("queued"), generating: count("generating"), generated: count("generated"), flagged: count("generated", true), failed: count("failed"), approved: count("approved"), rejected: count("rejected"), needs_edit: count("needs_edit"), total: rows.length, seeds: 0 },
    by_tier: { template: tier("template"), scenario: tier("scenario"), edge_case: tier("edge_case") },
    spent_micros: 2_430_000,
    reserved_micros: 0,
    budget_micros: 10_000_000,
    running_batch: null,
    coverage: { persona: tally(rows, "persona"), arc: tally(rows, "arc"), topic: tally(rows, "topic") },
    average_score: 7.6,
  };
}
