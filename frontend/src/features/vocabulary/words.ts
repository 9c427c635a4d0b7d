import type { Taxonomy } from "@/api/types";

/** One line of the editor, whatever list it is of. */
export type Word = Record<string, string>;

interface ListShape {
  key: keyof Taxonomy;
  name: string;
  one: string;
  /** The columns beside the name: field, head. Lists inside a cell are parted by semicolons. */
  columns: readonly [field: string, head: string][];
  /** How the name is called in the vocabulary; plain lists have none. */
  field?: string;
}

export const LISTS: readonly ListShape[] = [
  { key: "personas", name: "Personas", one: "persona", field: "name", columns: [["detail", "Who that is"], ["emotions", "Feelings"], ["tones", "Tones"]] },
  { key: "topics", name: "Topics", one: "topic", field: "name", columns: [["cluster", "Cluster"], ["content_category", "Category"], ["keywords", "Keywords"]] },
  { key: "arcs", name: "Emotional arcs", one: "arc", field: "name", columns: [["detail", "How it goes"], ["from", "From"], ["to", "To"]] },
  { key: "emotions", name: "Emotions", one: "emotion", field: "name", columns: [["family", "Family"], ["intensity", "Strength"]] },
  { key: "edge_cases", name: "Edge cases", one: "edge case", field: "kind", columns: [["detail", "What happens"]] },
  { key: "intents", name: "Intents", one: "intent", columns: [] },
  { key: "tones", name: "Tones", one: "tone", columns: [] },
  { key: "outcomes", name: "Outcomes", one: "outcome", columns: [] },
  { key: "content_categories", name: "Categories", one: "category", columns: [] },
  { key: "topic_clusters", name: "Topic clusters", one: "cluster", columns: [] },
];

const SEVERAL = new Set(["emotions", "tones", "keywords"]);

const shown = (value: unknown): string => (Array.isArray(value) ? value.join("; ") : typeof value === "string" ? value : "");
const parts = (text: string): string[] => text.split(";").map((part) => part.trim()).filter(Boolean);

/** A list as lines to edit. */
export function toLines(taxonomy: Taxonomy, list: ListShape): Word[] {
  const words = taxonomy[list.key] as unknown as (string | Record<string, unknown>)[];
  return words.map((word) =>
    typeof word === "string"
      ? { name: word }
      : { name: shown(word[list.field ?? "name"]), ...Object.fromEntries(list.columns.map(([field]) => [field, shown(word[field])])) },
  );
}

/** The vocabulary with this list as it was edited; lines without a name are left out. */
export function withLines(taxonomy: Taxonomy, list: ListShape, lines: readonly Word[]): Taxonomy {
  const named = lines.map((line) => ({ ...line, name: (line["name"] ?? "").trim() })).filter((line) => line.name !== "");
  const words = named.map((line: Word) => {
    if (!list.field) return line["name"];
    const cells = list.columns.map(([field]) => [field, SEVERAL.has(field) ? parts(line[field] ?? "") : (line[field] ?? "").trim()]);
    return { [list.field]: line["name"], ...Object.fromEntries(cells) as Word };
  });
  return { ...taxonomy, [list.key]: words };
}
