import type { FailureRecord } from "@/api/types";
import type { FailureSearch, Kind } from "./api";

export const KINDS: readonly Kind[] = ["transient", "needs_change", "permanent"];

/** Whether another try helps, in two words; colour is never alone. */
export const KIND_WORDS: Record<Kind, string> = { transient: "Passing", needs_change: "Needs a change", permanent: "Permanent" };

/** What that means for whoever reads it. */
export const KIND_HINTS: Record<Kind, string> = {
  transient: "Trying again helps.",
  needs_change: "Trying again helps after something was changed.",
  permanent: "Trying again does not help.",
};

/** What became of it: a call that came to nothing was mostly made again by itself. */
export const endWords = (one: Pick<FailureRecord, "final">): string => (one.final ? "Given up" : "Tried again");

const isKind = (text: unknown): text is Kind => KINDS.includes(text as Kind);

/** The filters as the address holds them; what nobody knows is dropped. */
export function readFailureSearch(search: Record<string, unknown>): FailureSearch {
  const given = [search["kind"]].flat().filter(isKind);
  const final = search["final"];
  return { ...(given.length > 0 ? { kind: given } : {}), ...(final === "yes" || final === "no" ? { final } : {}) };
}
