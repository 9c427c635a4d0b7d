import type { Estimate, Settings } from "@/api/types";
import { money } from "@/lib/money";
import { roughly } from "@/lib/time";
import { plural, TIER_WORDS } from "@/lib/words";
import type { Ask } from "./state";

export type Mode = Estimate["mode"];
export type Offer = Estimate["modes"][number];

const figure = (count: number): string => count.toLocaleString("en-US");

/** The whole question; how many are written already only the page that asks can know. */
export function question({ one, again = 0, selection, rewrite, judge }: Ask, count: number | undefined): string {
  if (rewrite) return count === undefined ? "Change several as you say?" : `Change ${plural(count, "conversation")} as you say?`;
  if (judge) return count === undefined ? "Ask for second opinions?" : `Ask for ${count === 1 ? "a second opinion" : `${figure(count)} second opinions`}?`;
  if (one) return one.status === "planned" ? `Generate ${one.ref}?` : `Generate ${one.ref} again?`;
  if (count === undefined) return "Generate conversations?";
  if ("all" in selection) return count === 1 ? "Generate the conversation that is left?" : `Generate the ${figure(count)} conversations that are left?`;
  if ("tier" in selection) return `Generate all ${TIER_WORDS[selection.tier].toLowerCase()} (${figure(count)})?`;
  if (again > 0 && again >= count) return `Generate ${figure(count)} again?`;
  return `Generate ${figure(count)} ${count === 1 ? "conversation" : "conversations"}?`;
}

/** What the dialog promises under its question. */
export function promise({ judge, rewrite }: Ask, again: number, count: number): string {
  if (rewrite) return "Each is rewritten by the same words and keeps its facts. The texts as they are stay as older versions.";
  if (judge) return "A model reads each one against your facts and says what it thinks. No text and no decision changes.";
  return keptVersions(again, count) ?? "You can close the browser. We keep going and tell you when it is done.";
}

/** What happens to texts that are there already. */
export function keptVersions(again: number, count: number): string | null {
  if (again === 0) return null;
  if (again >= count) return "The old versions stay. What you approved stays approved until you choose a new one.";
  return `${figure(again)} of them ${again === 1 ? "is" : "are"} written already: the old versions stay, approved ones until you choose a new one.`;
}

/** How long it will probably take: in economy the longest is a day, and says little. */
export const likelySeconds = (estimate: Estimate): number => estimate.modes.find(({ mode }) => mode === estimate.mode)?.expected_seconds ?? estimate.expected_seconds_high;

/** "half the price", or how much less it is. */
export function cheaper(now: Offer, other: Offer): string {
  const percent = now.expected_micros === 0 ? 50 : Math.round(100 - (100 * other.expected_micros) / now.expected_micros);
  return Math.abs(percent - 50) <= 2 ? "half the price" : `${String(percent)} % less`;
}

/** Why the owner's thresholds ask for the count to be typed, or null when they don't. */
export function overThreshold(estimate: Estimate, settings: Settings | undefined): string | null {
  if (!settings) return null;
  const reasons: string[] = [];
  if (estimate.expected_micros >= settings.warn_cost_micros) reasons.push(`costs about ${money(estimate.expected_micros)}, and your workspace asks twice from ${money(settings.warn_cost_micros)} on`);
  const seconds = likelySeconds(estimate);
  if (seconds >= settings.warn_minutes * 60) reasons.push(`will take about ${roughly(seconds)}, and your workspace asks twice from ${roughly(settings.warn_minutes * 60)} on`);
  return reasons.length > 0 ? `This ${reasons.join("; it ")}.` : null;
}

/** The server's warnings that the dialog does not say in its own place; none while something worse stands in the way. */
export const otherWarnings = (estimate: Estimate): Estimate["warnings"] =>
  estimate.problems.length > 0 ? [] : estimate.warnings.filter((one) => !["cost", "time"].includes(one.code));

/** What is wrong with a limit, in words; null when it can be used. */
export function capProblem(cap: number | null, estimate: Estimate): string | null {
  if (cap === null) return "Type an amount, for instance 2.50.";
  if (cap < estimate.one_call_at_most_micros) return `This is less than one conversation can cost: ${money(estimate.one_call_at_most_micros)}.`;
  return null;
}

/** What a limit means for this run. */
export function capMeaning(cap: number, estimate: Estimate, judge = false): string {
  if (judge) return cap < estimate.expected_micros ? "Less than expected, so some will get no opinion." : "We stop before going over. What waits then stays as it is.";
  if (cap < estimate.expected_micros) return `Less than expected, so it will pause on the way and ask you.`;
  if (cap >= estimate.at_most_micros) return "We pause before going over. Covers even the longest answers.";
  return `We pause before going over. The longest answers together could cost ${money(estimate.at_most_micros)}.`;
}
