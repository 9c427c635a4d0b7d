import type { Attempt } from "@/api/types";

const OUTCOMES: Record<Attempt["outcome"], string> = {
  running: "Being written",
  succeeded: "Written",
  unreadable: "Not usable",
  refused: "Declined",
  rejected: "Not taken",
  unknown: "No answer",
};

/** What became of a call, in a word or two. */
export const outcomeWords = (one: Pick<Attempt, "outcome" | "kind" | "task">): string =>
  one.task === "judge" && one.outcome === "succeeded" ? "Opinion given" : one.task === "judge" && one.outcome === "running" ? "Being read" : (one.kind === "repair" && one.outcome === "succeeded" ? "Put right" : OUTCOMES[one.outcome]);

/** "31 s", "2 min 5 s", or a dash while nobody knows. */
export function took(milliseconds: number | null): string {
  if (milliseconds === null) return "–";
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 1) return "under 1 s";
  return seconds < 60 ? `${String(seconds)} s` : `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}

/** How much of what was written was thinking; not every provider says. */
export const thinkingWords = ({ thinking_tokens: thinking }: Pick<Attempt, "thinking_tokens">): string => (thinking === null ? "thinking included" : `${figure(thinking)} of it thinking`);

export const figure = (value: number): string => value.toLocaleString("en-US");
export const readOf = (one: Attempt): number => one.input_tokens + one.cache_read_tokens + one.cache_write_tokens;
