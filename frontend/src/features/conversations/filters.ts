import { useQuery } from "@tanstack/react-query";
import type { RowsPage } from "@/api/types";
import { batchesQuery } from "@/features/runs/api";
import { documentsQuery } from "@/features/sources/api";
import { longDay, shortTime } from "@/lib/time";
import { joinWords, STATUS_WORDS, TIER_WORDS } from "@/lib/words";
import { DATE_FILTERS, LIST_FILTERS, type DateFilter, type ListFilter, type TableSearch } from "./url";

export const FILTER_NAMES: Record<ListFilter, string> = {
  persona: "Persona",
  emotion: "Emotion",
  topic: "Topic",
  intent: "Intent",
  tone: "Tone",
  tier: "Tier",
  status: "Status",
  band: "Score",
  review: "Reading",
  arc: "Arc",
  content_category: "Category",
  topic_cluster: "Topic cluster",
  outcome: "Outcome",
  document_id: "Source",
  source_category: "Source category",
  expertise_level: "Expertise level",
  emotional_valence: "Emotional valence",
  domain: "Domain",
  scenario_type: "Kind of scenario",
  template_id: "Template",
  template_version: "Template version",
  batch_id: "Run",
  reviewer: "Read by",
  is_seed: "Your examples",
  flag: "Flag",
  tag: "Tag",
  dataset_id: "Dataset",
  ref: "Just these",
};
export const DATE_NAMES: Record<DateFilter, string> = { generated: "Generated", reviewed: "Read" };

export const BAR: readonly ListFilter[] = ["persona", "emotion", "topic", "intent", "tone", "tier", "status"];
export const MORE: readonly ListFilter[] = [
  "review", "arc", "content_category", "topic_cluster", "outcome", "document_id", "source_category", "expertise_level",
  "emotional_valence", "domain", "scenario_type", "template_id", "template_version", "batch_id", "reviewer", "is_seed", "flag", "tag",
];

const BANDS: Record<string, string> = { low: "Low, under 6", fair: "Fair, 6 to 8", good: "Good, over 8", none: "No score" };
const REVIEWS: Record<string, string> = { not_reviewed: "Not reviewed", approved: "Approved", rejected: "Rejected", flagged: "Flagged" };
const SEEDS: Record<string, string> = { true: "Your example", false: "All others" };
const FLAGS: Record<string, string> = { below_threshold: "Low score", ends_with_client: "Client has the last word", flat_arc: "Flat arc", turn_count: "Number of messages" };

/** Names for what the filters hold as ids, and fixed orders where the alphabet says nothing. */
export type Labels = Record<string, Record<string, string>>;
export const ORDERED: Partial<Record<ListFilter, readonly string[]>> = { band: Object.keys(BANDS), review: Object.keys(REVIEWS) };

const plain = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll("_", " ");

export function valueWord(filter: ListFilter, value: string, labels: Labels = {}): string {
  const fixed: Partial<Record<ListFilter, Record<string, string>>> = { tier: TIER_WORDS, status: STATUS_WORDS, band: BANDS, review: REVIEWS, is_seed: SEEDS, flag: FLAGS };
  const word = fixed[filter]?.[value] ?? labels[filter]?.[value];
  if (word) return word;
  if (filter === "template_version") return `Version ${value}`;
  return filter === "flag" ? plain(value) : value;
}

/** What documents and runs are called stands in lists of their own, which are mostly read already. */
export function useLabels(dataset: string | null, page: RowsPage | undefined): Labels {
  const { data: documents } = useQuery(documentsQuery);
  const { data: runs } = useQuery({ ...batchesQuery(dataset ?? ""), enabled: dataset !== null });
  return {
    ...page?.labels,
    document_id: Object.fromEntries(documents?.items.map((one) => [one.id, one.title]) ?? []),
    batch_id: Object.fromEntries(runs?.items.map((one) => [one.id, `${shortTime(one.started_at)}, ${one.started_by_name}`]) ?? []),
  };
}

const span = (from: string | undefined, to: string | undefined): string =>
  from && to ? `${longDay(from)} to ${longDay(to)}` : from ? `since ${longDay(from)}` : `until ${longDay(to ?? "")}`;

export interface ShownFilter {
  name: string;
  text: string;
  /** The change that takes it away. */
  without: Partial<TableSearch>;
}

/** Every filter that is set, in words. */
export function shownFilters(search: TableSearch, labels: Labels): ShownFilter[] {
  const { min_score: min, max_score: max, q, flagged } = search;
  const shown: ShownFilter[] = [];
  for (const name of LIST_FILTERS) {
    const values = search[name];
    if (values) shown.push({ name: FILTER_NAMES[name], text: joinWords(values.map((value) => valueWord(name, value, labels))), without: { [name]: [] } });
  }
  if (min || max) {
    const text = min && max ? `${min} to ${max}` : min ? `${min} or more` : `${max ?? ""} or less`;
    shown.push({ name: "Score", text, without: { min_score: "", max_score: "" } });
  }
  if (flagged) shown.push({ name: "Flag", text: flagged === "true" ? "with one" : "without", without: { flagged: undefined } });
  for (const name of DATE_FILTERS) {
    const [from, to] = [search[`${name}_from`], search[`${name}_to`]];
    if (from || to) shown.push({ name: DATE_NAMES[name], text: span(from, to), without: { [`${name}_from`]: "", [`${name}_to`]: "" } });
  }
  if (q) shown.push({ name: "Search", text: search.in_text ? `${q}, also inside the text` : q, without: { q: "", in_text: undefined } });
  return shown;
}

/** "none is a Recently Widowed with Discovery": the filters as one would say them. */
export function noneOfThem(search: TableSearch, labels: Labels): string {
  const persona = search.persona?.map((value) => valueWord("persona", value, labels));
  const others = shownFilters({ ...search, persona: undefined }, labels).map((one) => one.text);
  if (persona && others.length > 0) return `none is a ${joinWords(persona)} with ${joinWords(others, "and")}`;
  return persona ? `none is a ${joinWords(persona)}` : `none has ${joinWords(others, "and")}`;
}
