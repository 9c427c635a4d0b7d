import type { components } from "./schema.gen";

/** The wire model by the names that the app uses. Money is integer micro-dollars, times are UTC ISO 8601. */
type Schemas = components["schemas"];

export interface Page<T> {
  items: T[];
  total: number;
  next_cursor: string | null;
}

export type Role = Schemas["Role"];
export type Tier = Schemas["Tier"];
export type Status = Schemas["Status"];
export type Decision = Schemas["ReviewRequest"]["decision"];
export type Me = Schemas["Me"];
export type Settings = Schemas["Settings"];
export type Member = Schemas["Member"];
export type Invitation = Schemas["InvitationMade"];
export type ApiKey = Schemas["ApiKey"];
export type ApiKeyMade = Schemas["ApiKeyMade"];
export type Document = Schemas["Document"];
export type Chunk = Schemas["Chunk"];
export type TracedChunk = Schemas["TracedChunk"];
export type ImportDocument = Schemas["ImportedDocument"];
export type ImportResult = Schemas["ImportResult"];
export type Taxonomy = Schemas["Taxonomy"];
export type PackSummary = Schemas["PackSummary"];
export type Pack = Schemas["Pack"];
export type TierCounts = Record<Tier, number>;
export type Dataset = Schemas["Dataset"];
export type Counts = Schemas["StatusCounts"];
export type Summary = Omit<Schemas["Summary"], "by_tier"> & { by_tier: Record<Tier, Schemas["TierFigures"]> };
export type PlanRequest = Pick<Schemas["PlanRequest"], "total"> & Partial<Schemas["PlanRequest"]>;
export type PlanPreview = Schemas["PlanPreview"];
export type PlanApplied = Schemas["PlanApplied"];
export type Failure = Schemas["Failure"];
export type Review = Schemas["Review"];
export type ConversationRow = Schemas["ConversationRow"];
export type QualityPart = Schemas["QualityPart"];
export type Quality = Schemas["Quality"];
export type QualityFlag = Schemas["QualityFlag"];
export type Claim = Schemas["Claim"];
export type ScoreRules = Schemas["ScoreRules"];
export type Turn = Schemas["Turn"];
export type Version = Schemas["Version"];
export type VersionLine = Schemas["VersionLine"];
export type Task = Schemas["Task"];
export type Edit = Schemas["Edit"];
export type DeletedVersions = Schemas["DeletedVersions"];
export type Conversation = Schemas["Conversation"];
export type RowsPage = Schemas["Rows"];
export type Attempt = Schemas["Attempt"];
export type FullAttempt = Schemas["FullAttempt"];
export type FailureRecord = Schemas["FailureRecord"];
export type Estimate = Omit<Schemas["Estimate"], "by_tier"> & { by_tier: Partial<TierCounts> };
export type Batch = Schemas["Batch"];
export type RunPart = Schemas["RunPart"];
export type BatchFailure = Schemas["FailedItem"];
export type ExportFormat = Schemas["ExportRequest"]["formats"][number];
export type ExportFilter = Partial<Schemas["RowFilter"]>;
export type ExportCheck = Schemas["Check"];
export type ExportPreview = Schemas["ExportPreview"];
export type ExportRecord = Schemas["Export"];
export type ActivityEvent = Schemas["ActivityEvent"];
export type Activity = Schemas["Activity"];
export type Template = Schemas["Template"];
export type Templates = Schemas["Templates"];
export type TemplateInFull = Schemas["TemplateInFull"];
export type TemplateVersion = Schemas["TemplateVersion"];
export type NewTemplate = Schemas["NewTemplate"];
export type TemplateCheck = Schemas["TemplateCheck"];
export type TemplatePreview = Schemas["TemplatePreview"];
export type TemplateUsage = Schemas["TemplateUsage"];
export type Usage = Schemas["Usage"];
export type VersionUsage = Schemas["VersionUsage"];
export type Interval = Schemas["Interval"];
export type Parameter = Schemas["Parameter"];
export type ParameterProblem = Schemas["ParameterProblem"];
export type Model = Schemas["Model"];
export type Models = Schemas["Models"];
export type BulkResult = Schemas["BulkResult"];

/** Which conversations a run is about: exactly one of these. */
export type Selection = { all: true } | { ids: string[] } | { tier: Tier } | { filter: Record<string, unknown> };
