/** The wire model, by the names that the app uses. Money is integer micro-dollars, times are UTC ISO 8601. */

export type Role = "owner" | "editor" | "reviewer" | "viewer";
export type Tier = "template" | "scenario" | "edge_case";
export type Status =
  | "planned"
  | "queued"
  | "generating"
  | "generated"
  | "failed"
  | "approved"
  | "rejected"
  | "needs_edit";
export type Decision = "approve" | "reject" | "needs_edit" | "reset";

export interface Page<T> {
  items: T[];
  total: number;
  next_cursor: string | null;
}

export interface Me {
  user: { id: string; email: string; name: string };
  tenant: { id: string; name: string; plan: string } | null;
  role: Role | null;
  via: "session" | "api_key";
  is_staff: boolean;
  tenants: { id: string; name: string; role: Role }[];
  permissions: string[];
}

export interface Settings {
  monthly_budget_micros: number;
  warn_cost_micros: number;
  warn_minutes: number;
  flag_below: number;
  edge_case_min: number;
  default_model: string;
  notify_email: string | null;
  max_paid_attempts: number;
  revision: number;
}

export interface Member {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  state?: "active" | "invited";
}

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  accept_token: string;
}

export interface ApiKey {
  id: string;
  name: string;
  role: Role;
  prefix: string;
  created_at?: string;
  last_used_at?: string | null;
}

export interface Document {
  id: string;
  title: string;
  category: string;
  chunk_count: number;
  created_at: string;
  updated_at: string;
}

export interface Chunk {
  id: string;
  document_id: string;
  number: number;
  text: string;
  dimensions: Record<string, unknown>;
  include_in_training: boolean;
  pii_flag: boolean;
  ip_sensitivity: string;
  conversation_ids?: string[];
}

export interface ImportDocument {
  title: string;
  category: string;
  text?: string;
  chunks: { text: string; dimensions?: Record<string, unknown> }[];
}

export interface Taxonomy {
  personas?: TaxonomyEntry[];
  emotions?: TaxonomyEntry[];
  arcs?: TaxonomyEntry[];
  topics?: TaxonomyEntry[];
  intents?: TaxonomyEntry[];
  tones?: TaxonomyEntry[];
  content_categories?: TaxonomyEntry[];
  topic_clusters?: TaxonomyEntry[];
  outcomes?: TaxonomyEntry[];
}
export type TaxonomyEntry = string | { name: string; detail?: string; description?: string };

export interface Pack {
  slug: string;
  name: string;
  description: string;
  taxonomy: Taxonomy;
  documents: ImportDocument[];
}

export type TierCounts = Record<Tier, number>;

export interface Dataset {
  id: string;
  name: string;
  prefix: string;
  taxonomy: Taxonomy;
  tier_weights: TierCounts;
  budget_micros: number | null;
  thresholds: Record<string, number>;
  conversation_count: number;
  revision: number;
  created_at: string;
  updated_at: string;
}

export interface Counts {
  planned: number;
  queued: number;
  generating: number;
  generated: number;
  flagged: number;
  failed: number;
  approved: number;
  rejected: number;
  needs_edit: number;
  total: number;
  seeds: number;
}

export interface Summary {
  counts: Counts;
  by_tier: Record<Tier, { total: number; ready: number; approved: number }>;
  spent_micros: number;
  reserved_micros: number;
  budget_micros: number | null;
  running_batch: Batch | null;
  coverage: { persona: Record<string, number>; arc: Record<string, number>; topic: Record<string, number> };
  average_score: number | null;
}

export interface PlanRequest {
  total: number;
  tier_weights?: TierCounts;
  document_ids?: string[];
}

export interface PlanPreview {
  total: number;
  tiers: TierCounts;
  coverage: { persona: Record<string, number>; arc: Record<string, number>; topic: Record<string, number> };
  expected_micros: number;
  at_most_micros: number;
  expected_seconds: number;
  problems: Sentence[];
}

export type Sentence = string | { code: string; sentence: string; ids?: string[] };

export interface Failure {
  kind: "transient" | "permanent" | "needs_change";
  code: string;
  reason: string;
  next_step: string;
  at: string;
  request_id: string | null;
}

export interface Review {
  decision: string;
  by: string;
  by_name: string;
  at: string;
  note: string | null;
  version: number;
}

export interface ConversationRow {
  id: string;
  ref: string;
  dataset_id: string;
  title: string | null;
  persona: string;
  emotion: string;
  arc: string | null;
  topic: string;
  intent: string;
  tone: string;
  content_category: string;
  topic_cluster: string;
  outcome: string;
  tier: Tier;
  status: Status;
  flagged: boolean;
  flags: string[];
  score: number | null;
  turn_count: number | null;
  current_version: number | null;
  written_by: string | null;
  template_id: string | null;
  template_name: string | null;
  template_version: number | null;
  chunk_ids: string[];
  source_document_ids: string[];
  source_categories: string[];
  batch_id: string | null;
  failure: Failure | null;
  cost_micros: number;
  paid_attempts: number;
  is_seed: boolean;
  tags: string[];
  review: Review | null;
  revision: number;
  created_at: string;
  updated_at: string;
  generated_at: string | null;
  started_at: string | null;
}

export interface QualityPart {
  key: string;
  label: string;
  score: number | null;
  weight: number;
  sentence: string;
  turn: number | null;
}

export interface Quality {
  score: number;
  band: "low" | "fair" | "good";
  formula: string;
  parts: QualityPart[];
  flags: { code: string; sentence: string; turn: number | null }[];
}

export interface Turn {
  number: number;
  role: "user" | "assistant";
  content: string;
}

export interface Version {
  number: number;
  origin: "attempt" | "edit" | "import";
  title: string;
  turns: Turn[];
  quality: Quality | null;
  written_by: string | null;
  model: string | null;
  template_id: string | null;
  template_version: number | null;
  confidence: number | null;
  confidence_reason: string | null;
  facts_used: string[];
  created_at: string;
  created_by: string | null;
}

export interface Conversation extends ConversationRow {
  slot: {
    situation: string | null;
    turns_planned: number;
    edge_case: string | null;
    problem_context: string | null;
    solution_action: string | null;
    scenario_outcome: string | null;
  };
  chunks: { id: string; document_id: string; document_title: string; label: string; text: string }[];
  version: Version | null;
  versions: { number: number; score: number | null; written_by: string | null; created_at: string; by: string | null }[];
}

export interface RowsPage extends Page<ConversationRow> {
  facets: Record<string, Record<string, number>>;
  revision: string | number;
}

export interface Attempt {
  id: string;
  kind: string;
  outcome: string;
  model: string;
  input_tokens: number | null;
  output_tokens: number | null;
  cache_read_tokens: number | null;
  cache_write_tokens: number | null;
  reserved_micros: number;
  cost_micros: number | null;
  request_id: string | null;
  stop_reason: string | null;
  error: { code: string; reason: string } | null;
  started_at: string;
  ended_at: string | null;
  duration_ms: number | null;
}

export type Selection =
  | { all: true }
  | { ids: string[] }
  | { tier: Tier }
  | { filter: Record<string, unknown> };

export interface Estimate {
  count: number;
  by_tier: Partial<TierCounts>;
  expected_micros: number;
  at_most_micros: number;
  one_call_at_most_micros: number;
  drivers: { key: string; label: string; detail: string; micros: number }[];
  expected_seconds_low: number;
  expected_seconds_high: number;
  model: string;
  model_name: string;
  prices_as_of: string;
  alternatives: { model: string; model_name: string; expected_micros: number }[];
  budget: { dataset_remaining_micros: number | null; month_remaining_micros: number | null };
  suggested_cap_micros: number;
  warnings: { code: string; sentence: string }[];
  problems: { code: string; sentence: string; ids?: string[] }[];
}

export interface BatchFailure {
  id: string;
  ref: string;
  persona: string;
  emotion: string;
  topic: string;
  failure: Failure;
  cost_micros: number;
}

export interface Batch {
  id: string;
  dataset_id: string;
  kind: "batch" | "single";
  mode: "now" | "economy";
  model: string;
  state: "running" | "paused" | "cancelling" | "ended";
  pause_reason: "user" | "budget" | "provider" | null;
  end: "completed" | "with_failures" | "cancelled" | null;
  run: number;
  cap_micros: number | null;
  spent_micros: number;
  reserved_micros: number;
  estimate: { expected_micros: number; at_most_micros: number; expected_seconds?: number } | null;
  counts: {
    total: number;
    queued: number;
    generating: number;
    succeeded: number;
    failed: number;
    cancelled: number;
    flagged: number;
  };
  percent: number;
  current: { id: string; ref: string; persona: string; emotion: string; topic: string; since: string }[];
  rate_per_minute: number | null;
  eta_seconds: number | null;
  throttled: { until: string | null; sentence: string } | null;
  failures: BatchFailure[];
  started_at: string;
  started_by: string;
  ended_at: string | null;
  revision: number;
}

export type ExportFormat = "openai_chat_jsonl" | "full_json";
export type ExportFilter = Record<string, unknown>;

export interface ExportCheck {
  code: string;
  level: "red" | "amber" | "ok";
  sentence: string;
  ids: string[];
}

export interface ExportPreview {
  count: number;
  checks: ExportCheck[];
  sample: unknown[];
  filename: string;
}

export interface ExportRecord {
  id: string;
  dataset_id: string;
  name: string;
  state: "building" | "ready" | "failed";
  reason: string | null;
  filter: ExportFilter;
  formats: ExportFormat[];
  count: number;
  checks: ExportCheck[];
  files: { name: string; format: string; bytes: number; rows: number; sha256: string }[];
  created_by: string;
  created_by_name: string;
  created_at: string;
  ready_at: string | null;
}

export interface ActivityEvent {
  id: string;
  at: string;
  actor: { id: string; name: string; via: string };
  action: string;
  subject: { kind: string; id: string; ref: string | null };
  summary: string;
  details: Record<string, unknown>;
}

export interface TemplateVersion {
  number: number;
  body: string;
  parameters: string[];
  created_at?: string;
}

export interface Template {
  id: string;
  name: string;
  tier: Tier | "quality";
  arc: string | null;
  edge_case?: string | null;
  description: string;
  versions?: TemplateVersion[];
}

export interface Model {
  id: string;
  name: string;
  input_micros_per_mtok: number;
  output_micros_per_mtok: number;
  available: boolean;
}

export interface BulkResult {
  done: number;
  failed: { id: string; ref: string; code: string; reason: string }[];
}
