import type { ScoreRules, Tier } from "@/api/types";
import { TIERS } from "@/lib/words";

export type RangeName = "messages" | "client_words" | "advisor_words";
export type Part = keyof ScoreRules["weights"];

export const RANGES: readonly [RangeName, string, string][] = [
  ["messages", "Turns", "turns"],
  ["client_words", "Words of a client's turn", "words"],
  ["advisor_words", "Words of an advisor's turn", "words"],
];
export const PARTS: readonly [Part, string][] = [
  ["structure", "Structure"],
  ["length", "Length"],
  ["arc", "Arc"],
  ["voice", "Persona and tone"],
  ["facts", "Subject and source facts"],
  ["repetition", "Repetition"],
  ["confidence", "Claude's own confidence"],
];
/** The parts that can be measured on any conversation: one of them has to count. */
const ALWAYS: readonly Part[] = ["structure", "length", "voice", "facts", "repetition"];

/** As typed: `template.messages.least`, `weights.arc`. */
export type RulesForm = Record<string, string>;

export const rangeKey = (tier: Tier, range: RangeName, end: "least" | "most"): string => `${tier}.${range}.${end}`;
export const weightKey = (part: Part): string => `weights.${part}`;

export function toRules(rules: ScoreRules): RulesForm {
  const form: RulesForm = {};
  for (const tier of TIERS) {
    for (const [range] of RANGES) {
      form[rangeKey(tier, range, "least")] = String(rules[tier][range].least);
      form[rangeKey(tier, range, "most")] = String(rules[tier][range].most);
    }
  }
  for (const [part] of PARTS) form[weightKey(part)] = String(rules.weights[part]);
  return form;
}

const whole = (text: string | undefined, low: number, high: number): boolean => /^\d{1,4}$/.test((text ?? "").trim()) && Number(text) >= low && Number(text) <= high;

export function rangeError(form: RulesForm, tier: Tier, range: RangeName): string | null {
  const [least, most] = [form[rangeKey(tier, range, "least")], form[rangeKey(tier, range, "most")]];
  if (!whole(least, 1, 1000) || !whole(most, 1, 1000)) return "Whole numbers from 1 to 1000.";
  return Number(least) > Number(most) ? "The first is more than the second." : null;
}

export function weightError(form: RulesForm, part: Part): string | null {
  if (!whole(form[weightKey(part)], 0, 100)) return "Between 0 and 100.";
  const counts = ALWAYS.some((one) => Number(form[weightKey(one)]) > 0);
  return !counts && ALWAYS.includes(part) ? "One of the parts that can always be measured has to count." : null;
}

export const rulesAreFine = (form: RulesForm): boolean =>
  TIERS.every((tier) => RANGES.every(([range]) => rangeError(form, tier, range) === null)) && PARTS.every(([part]) => weightError(form, part) === null);

/** How much of the score a part makes, in percent of what is typed now. */
export function share(form: RulesForm, part: Part): number {
  const total = PARTS.reduce((sum, [one]) => sum + (Number(form[weightKey(one)]) || 0), 0);
  return total ? Math.round((100 * (Number(form[weightKey(part)]) || 0)) / total) : 0;
}

export function fromRules(form: RulesForm): ScoreRules {
  const number = (key: string): number => Number(form[key]);
  const range = (tier: Tier, name: RangeName) => ({ least: number(rangeKey(tier, name, "least")), most: number(rangeKey(tier, name, "most")) });
  const of = (tier: Tier) => ({ messages: range(tier, "messages"), client_words: range(tier, "client_words"), advisor_words: range(tier, "advisor_words") });
  const weights = Object.fromEntries(PARTS.map(([part]) => [part, number(weightKey(part))])) as ScoreRules["weights"];
  return { template: of("template"), scenario: of("scenario"), edge_case: of("edge_case"), weights };
}
