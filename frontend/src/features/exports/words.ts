import type { ExportFormat } from "@/api/types";

export const FORMATS: { key: ExportFormat; name: string; hint: string; exact: string }[] = [
  { key: "openai_chat_jsonl", name: "Training file", hint: "For Together AI, Fireworks AI, TRL, Axolotl and others", exact: "OpenAI chat JSONL" },
  { key: "anthropic_jsonl", name: "Training file in Anthropic's shape", hint: "For trainers that read it; Claude itself can't be trained at present", exact: "Anthropic JSONL" },
  { key: "full_json", name: "Everything", hint: "With scores, sources and who approved, for your records", exact: "Full JSON" },
];

/** Every export also brings its certificate: what, who, when, and the fingerprints. */
export const formatName = (format: string): string =>
  format === "manifest" ? "Certificate" : (FORMATS.find((one) => one.key === format)?.name ?? format);

export function bytes(size: number): string {
  if (size < 1000) return `${String(size)} bytes`;
  return size < 1_000_000 ? `${(size / 1000).toFixed(0)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
