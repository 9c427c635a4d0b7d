import type { Batch, Estimate } from "../api/types";
import { TEMPLATES } from "./fake-templates";
import { DATASET, makeDataset, numbered } from "./fake-data";

const failure = (index: number, kind: "transient" | "needs_change", reason: string, next_step: string, code = "overloaded_error") => ({
  id: `01J0CONVERSATION000000${String(index).padStart(4, "0")}`,
  ref: numbered(index),
  persona: "Mid-Career Professional",
  emotion: "Overwhelm",
  topic: "Negotiating compensation",
  failure: { kind, code, reason, next_step, at: "2026-11-22T10:03:41Z", request_id: "req_011CVxH2mQ9sT4" },
  cost_micros: kind === "transient" ? 0 : 30_000,
});

export const BATCH: Batch = {
  id: "batch1",
  dataset_id: DATASET,
  kind: "batch",
  mode: "now",
  model: "claude-haiku-5-5",
  written_by: ["claude-haiku-5-5"],
  task: { kind: "write", template_id: null, template_version: null, instruction: "", turn: null, base_version: null },
  state: "running",
  pause_reason: null,
  end: null,
  run: 1,
  until_passing: null,
  rounds: 0,
  cap_micros: 6_000_000,
  spent_micros: 2_470_000,
  reserved_micros: 480_000,
  estimate: { expected_micros: 3_650_000, at_most_micros: 5_900_000, expected_seconds: 420 },
  counts: { total: 90, queued: 21, generating: 8, succeeded: 58, failed: 3, cancelled: 0, flagged: 5 },
  percent: 68,
  current: ["Anxious Investor", "Recently Widowed", "Overwhelmed Avoider", "Confident Planner", "Pragmatic Optimist"].map((persona, index) => ({
    id: `c${String(index)}`,
    ref: numbered(60 + index),
    persona,
    emotion: "Fear",
    topic: "Tax-loss harvesting",
    since: new Date(Date.now() - (31 - index * 3) * 1000).toISOString(),
  })),
  warnings: [],
  parts: [],
  rate_per_minute: 11,
  eta_seconds: 170,
  throttled: { until: new Date(Date.now() + 20_000).toISOString(), sentence: "Claude asked us to slow down for a moment." },
  failures: [
    failure(3, "transient", "Claude was too busy three times in a row.", "Trying again is all it takes."),
    failure(40, "transient", "The answer stopped before the end, twice.", "A shorter plan for this one usually helps."),
    failure(50, "needs_change", "Claude declined to write this one.", "Trying again won’t help: soften the situation first.", "declined"),
  ],
  started_at: "2026-11-22T09:42:00Z",
  started_by: "u1",
  started_by_name: "Maya Hollis",
  notify_email: "maya@hollispark.example",
  pause_sentence: "",
  pause_budget: null,
  stop_sentence: "",
  opinions_run: null,
  opinions_sentence: "",
  ended_at: null,
  revision: 4,
};

export const ESTIMATE: Estimate = {
  count: 31,
  by_tier: { template: 13, scenario: 11, edge_case: 7 },
  expected_micros: 1_160_000,
  at_most_micros: 2_400_000,
  one_call_at_most_micros: 80_000,
  drivers: [
    { key: "read", label: "What Claude reads", detail: "31 × about 2,300 words", micros: 180_000 },
    { key: "write", label: "What Claude writes", detail: "31 × about 2,600 words", micros: 1_020_000 },
    { key: "cache", label: "Saved on repeated instructions", detail: "read once, used 31 times", micros: -70_000 },
    { key: "retries", label: "Allowance for second tries", detail: "about 3 in 100", micros: 30_000 },
  ],
  expected_seconds_low: 180,
  expected_seconds_high: 300,
  model: "claude-sonnet-5-5",
  model_name: "Claude Sonnet 5.5",
  prices_as_of: "2026-11-20T12:00:00Z",
  alternatives: [{ model: "claude-haiku-5-5", model_name: "Claude Haiku 5.5", expected_micros: 60_000, economy_expected_micros: 30_000 }],
  mode: "now",
  modes: [
    { mode: "now", expected_micros: 1_160_000, at_most_micros: 2_400_000, one_call_at_most_micros: 80_000, held_micros: 2_400_000, suggested_cap_micros: 2_500_000, expected_seconds: 240, expected_seconds_low: 180, expected_seconds_high: 300 },
    { mode: "economy", expected_micros: 580_000, at_most_micros: 1_200_000, one_call_at_most_micros: 40_000, held_micros: 1_200_000, suggested_cap_micros: 2_000_000, expected_seconds: 3_600, expected_seconds_low: 600, expected_seconds_high: 86_400 },
  ],
  budget: { dataset_remaining_micros: 7_570_000, month_remaining_micros: 40_000_000 },
  suggested_cap_micros: 2_500_000,
  left_out: [],
  opinions: null,
  warnings: [],
  problems: [],
};

const page = (items: unknown[]) => ({ items, total: items.length, next_cursor: null });
const DOCUMENT = { id: "doc1", title: "Windfall checklist", category: "Knowledge Base", chunk_count: 31, created_at: "2026-11-20T09:00:00Z", updated_at: "2026-11-20T09:00:00Z" };
const PACK = { slug: "financial-planning", name: "Financial planning", description: "A fictional firm with three documents, six personas and five arcs.", taxonomy: makeDataset().taxonomy, documents: [] };
const CHECKS = [
  { code: "pii", level: "amber", sentence: "One looks like it holds a phone number. FP-0031, turn 6.", ids: [] },
  { code: "alternation", level: "ok", sentence: "Every conversation starts with the customer and ends with your adviser. 31 of 31", ids: [] },
  { code: "placeholders", level: "ok", sentence: "Nothing is empty, nothing appears twice, no placeholders are left. 31 of 31", ids: [] },
  { code: "readback", level: "ok", sentence: "The file was read back and equals what you approved. 31 of 31", ids: [] },
];
const SAMPLE = [{ messages: [{ role: "system", content: "You are the adviser at Hollis & Park. Calm, plain, never in a hurry." }, { role: "user", content: "My aunt left me $340,000 and I haven’t slept properly since the letter came." }, { role: "assistant", content: "I’m sorry about your aunt. And please don’t count these weeks as doing nothing." }] }];
const EXPORT = { id: "e1", dataset_id: DATASET, name: "training-data-2026-11-22-approved-24-conversations", state: "ready", reason: null, filter: {}, formats: ["openai_chat_jsonl"], count: 24, checks: [], files: [{ name: "training-data-2026-11-22-approved-24-conversations.jsonl", format: "openai_chat_jsonl", bytes: 184_233, rows: 24, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }], created_by: "u1", created_by_name: "Maya Hollis", created_at: "2026-11-22T16:00:00Z", ready_at: "2026-11-22T16:00:04Z" };

const TIER_RULES = { messages: { least: 8, most: 16 }, client_words: { least: 12, most: 60 }, advisor_words: { least: 40, most: 120 } };
const SCORE_RULES = { template: TIER_RULES, scenario: TIER_RULES, edge_case: TIER_RULES, weights: { structure: 20, length: 12, arc: 18, voice: 12, facts: 20, repetition: 12, confidence: 6 } };
const CALL = { id: "a1", kind: "generate", task: "write", outcome: "succeeded", model: "claude-haiku-5-5", input_tokens: 812, output_tokens: 3390, thinking_tokens: 420, cache_read_tokens: 2210, cache_write_tokens: 0, reserved_micros: 80_000, cost_micros: 41_900, request_id: "req_1", stop_reason: "end_turn", error: null, started_at: "2026-11-22T10:03:10Z", ended_at: "2026-11-22T10:03:41Z", duration_ms: 31_000 };
const FAILED = BATCH.failures.map(({ id, ref, failure, cost_micros }, index) => ({ ...failure, id: `f${String(index)}`, conversation_id: id, ref, dataset_id: DATASET, batch_id: BATCH.id, attempt_id: "a1", final: index > 0, http_status: index === 0 ? 529 : 200, cost_micros, retryable: failure.kind === "transient" }));

/** Answers that never change, by method and path, or by a short name. */
export const FIXED: Record<string, unknown> = {
  "POST /session/refresh": { id_token: "fake", expires_at: "2099-01-01T00:00:00Z" },
  "GET /me": { user: { id: "u1", email: "maya@hollispark.example", name: "Maya Hollis" }, tenant: { id: "hollis-park", name: "Hollis & Park", plan: "free" }, role: "owner", via: "session", is_staff: false, tenants: [], permissions: [] },
  "GET /settings": { monthly_budget_micros: 50_000_000, warn_cost_micros: 100_000_000, warn_minutes: 120, flag_below: 6, edge_case_min: 8, default_model: "claude-sonnet-5-5", notify_email: "maya@hollispark.example", max_paid_attempts: 3, score: SCORE_RULES, second_opinion: { on: true, model: "", monthly_micros: 5_000_000, after_runs: false }, revision: 1 },
  "GET /settings/second-opinion/agreement": { items: [{ model: "claude-haiku-5-5", n: 48, agreed: 40, unseen: 12, needed: 30, share: 0.83, kappa: 0.62, kappa_low: 0.38, kappa_high: 0.79, sentence: "40 of 48 agree with what people decided. That is far more than chance." }, { model: "claude-sonnet-5-5", n: 9, agreed: 8, unseen: 0, needed: 30, share: null, kappa: null, kappa_low: null, kappa_high: null, sentence: "9 of 30: too few decisions beside an opinion to say how far they agree." }], total: 2, next_cursor: null, spent_micros: 1_240_000, limit_micros: 5_000_000 },
  "GET /models": { items: [{ id: "claude-haiku-5-5", name: "Claude Haiku 5.5", available: true }, { id: "claude-sonnet-5-5", name: "Claude Sonnet 5.5", available: true }], prices_as_of: "2026-11-20" },
  "GET /datasets": page([makeDataset()]),
  "POST /datasets": makeDataset(),
  "GET /packs": page([PACK]),
  pack: PACK,
  "GET /documents": page([DOCUMENT, { ...DOCUMENT, id: "doc2", title: "First-year widow guide", chunk_count: 48 }]),
  document: DOCUMENT,
  chunks: page([{ id: "c1", document_id: "doc1", number: 1, text: "Twelve months of spending stays in cash.", dimensions: { key_terms: ["cash reserve"], audience: "new heirs" }, include_in_training: true, pii_flag: false, ip_sensitivity: "low", conversation_ids: ["a", "b"] }]),
  "GET /members": page([{ id: "u1", email: "maya@hollispark.example", name: "Maya Hollis", role: "owner" }, { id: "u2", email: "ines@hollispark.example", name: "Ines Duarte", role: "reviewer" }]),
  "GET /api-keys": page([{ id: "k1", name: "Nightly export", role: "editor", prefix: "br_live_3f9a", created_at: "2026-11-20T09:00:00Z" }]),
  "GET /templates": TEMPLATES,
  "GET /activity": page([{ id: "1", at: "2026-11-22T10:03:41Z", actor: { id: "u1", name: "Maya Hollis", via: "session" }, action: "conversation.approved", subject: { kind: "conversation", id: "x", ref: "FP-0007" }, summary: "Approved version 1", details: {} }]),
  "GET /activity/csv": { text: "time_utc,who\n2026-11-22T10:03:41Z,Maya Hollis\n", lines: 1, next_cursor: null },
  "GET /activity/verify": { whole: true, entries: 1204, waiting: 0, sentence: "The record is whole: 1,204 entries.", event_id: null },
  "GET /errors": { items: FAILED, next_cursor: null },
  call: { ...CALL, outcome: "rejected", stop_reason: null, error: { code: "overloaded_error", reason: "Claude was too busy." }, template_id: "anxiety-to-relief", template_version: 4, parameters: { persona: "Anxious Investor", topic: "Inheritance windfall" }, http_status: 529, request: { model: "claude-haiku-5-5", max_tokens: 9000 }, answer: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } } },
  attempts: page([CALL]),
  plan: { total: 90, tiers: { template: 40, scenario: 35, edge_case: 15 }, coverage: { persona: Object.fromEntries(["Anxious Investor", "Recently Widowed", "Mid-Career Professional", "Confident Planner", "Pragmatic Optimist", "Overwhelmed Avoider"].map((name) => [name, 15])), arc: {}, topic: {} }, pairs: [{ rows: "persona", columns: "arc", covered: 30, possible: 30 }, { rows: "persona", columns: "topic", covered: 72, possible: 72 }], alike: 0, sample: [], expected_micros: 3_650_000, at_most_micros: 6_000_000, expected_seconds: 420, problems: [] },
  "dataset plan": { created: 90, tiers: { template: 40, scenario: 35, edge_case: 15 }, total: 90 },
  "dataset exports/preview": { count: 31, checks: CHECKS, sample: SAMPLE, filename: "training-data-2026-11-23-approved-31-conversations.jsonl" },
  "dataset exports": page([EXPORT]),
};
