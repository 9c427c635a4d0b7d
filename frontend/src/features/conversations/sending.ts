import { useEffect } from "react";
import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { get, post } from "@/api/client";
import { isConflict, isOutOfReach, sentenceOf, type Problem } from "@/api/problem";
import { keys, meQuery } from "@/api/queries";
import { patchRow } from "@/api/rows";
import type { Conversation, ConversationRow, Review } from "@/api/types";
import { whenBack } from "@/lib/back";
import { toast } from "@/lib/toasts";
import { DECISION_WORDS } from "@/lib/words";
import { draftsOf, dropDraft, type EditDraft } from "./drafts";
import { saveTurns } from "./versions";
import { dropWaiting, keepWaiting, told, useWaiting, waitingOf, type KeptRuling, type Waiting } from "./waiting";

/** Conversations in which somebody types right now: their editor saves by itself. */
export const openEditors = new Set<string>();

/** Where an edit came to stand: what a decision on it is bound to. */
interface Stands {
  version: number;
  revision: number;
}

/** Who was quicker, and with what: the row that came with the refusal says so. */
export function whoWasFaster(error: Problem, ref: string): string {
  const now = (error.current as { review?: Review | null } | undefined)?.review;
  return now ? `${now.by_name} ${DECISION_WORDS[now.decision]} ${ref} while you were reading. You see the newest state now.` : `${ref} was changed by someone else meanwhile. You see the newest state now.`;
}

/** A decision whose answer got lost is refused as stale the second time, by itself. */
export function isMine(error: unknown, person: string, ruling: Pick<KeptRuling, "decision" | "version">): ConversationRow | null {
  if (!isConflict(error)) return null;
  const now = error.current as ConversationRow | undefined;
  return now?.review?.by === person && now.review.decision === ruling.decision && now.review.version === ruling.version ? now : null;
}

/** The version that these drafts go on top of: the one they were typed on, or what an earlier save made of it. */
function groundOf(one: Conversation, person: string, draft: EditDraft): number | null {
  const there = one.versions.filter((line) => !line.removed);
  const newest = there.reduce((a, b) => (b.number > a.number ? b : a), there[0] ?? { number: 0, by: "", base_version: null });
  const own = newest.by === person && newest.base_version === draft.version;
  return newest.number === draft.version || own ? newest.number : null;
}

async function sendTyped(client: QueryClient, { person, conversation }: Waiting): Promise<Stands | null> {
  const drafts = draftsOf(person, conversation);
  const one = await get<Conversation>(`/conversations/${conversation}`);
  const first = drafts[0];
  const newest = { version: one.latest_version, revision: one.revision };
  if (!first) return newest;
  const version = groundOf(one, person, first);
  if (version === null) return null;
  const turns = drafts.filter((draft) => draft.version === first.version).map(({ turn, text }) => ({ number: turn, content: text }));
  const edit = await saveTurns(client, conversation, version, turns, one.revision);
  drafts.filter((draft) => draft.version === first.version).forEach((draft) => dropDraft(person, conversation, draft));
  return { version: edit.version.number, revision: edit.row.revision };
}

async function sendRuling(client: QueryClient, { person, conversation, dataset }: Waiting, ruling: KeptRuling, at: Stands): Promise<void> {
  const { decision, note, reasons, reading_seconds } = ruling;
  const body = { decision, version: at.version, note, reasons, reading_seconds };
  try {
    patchRow(client, dataset, conversation, await post<ConversationRow>(`/conversations/${conversation}/review`, body, { revision: at.revision }));
  } catch (error) {
    const mine = isMine(error, person, { decision, version: at.version });
    if (!mine) throw error;
    patchRow(client, dataset, conversation, mine);
  }
}

/** One conversation's worth: what was typed first, then the decision that was made on it. True when all of it is stored. */
async function sendOne(client: QueryClient, one: Waiting): Promise<boolean> {
  const { ruling } = one;
  if (ruling && ruling.version !== "typed") {
    await sendRuling(client, one, ruling, { version: ruling.version, revision: ruling.revision });
    keepWaiting({ ...one, ruling: null });
  }
  if (one.typed) {
    const stands = await sendTyped(client, one);
    if (!stands) {
      toast(`${one.ref} was changed by someone else meanwhile. What you typed is kept: open it to see both.`, { tone: "problem" });
      return false;
    }
    if (ruling?.version === "typed") {
      keepWaiting({ ...one, ruling: { ...ruling, ...stands } });
      await sendRuling(client, one, ruling, stands);
    }
  }
  return true;
}

let atIt: Promise<void> | null = null;

async function sendAll(client: QueryClient, person: string): Promise<void> {
  const sent: Waiting[] = [];
  for (const one of waitingOf(person)) {
    if (one.typed && openEditors.has(one.conversation)) continue;
    try {
      if ((await sendOne(client, one)) && one.away) sent.push(one);
    } catch (error) {
      if (isOutOfReach(error)) break;
      toast(isConflict(error) ? whoWasFaster(error, one.ref) : `${one.ref}: ${sentenceOf(error)}`, { tone: "problem" });
    }
    dropWaiting(one);
    for (const key of [keys.summary(one.dataset), keys.rows(one.dataset), keys.conversation(one.conversation)]) void client.invalidateQueries({ queryKey: key });
  }
  if (sent.length > 0) toast(`You are back. ${told(sent, ["was", "were"])} saved.`);
}

/** However often it is asked for, one round goes at a time. */
export function sendWaiting(client: QueryClient, person: string): Promise<void> {
  atIt ??= sendAll(client, person).finally(() => {
    atIt = null;
  });
  return atIt;
}

/** Sends what waits as soon as the server is in reach; for the frame of the app. */
export function useSending(): readonly Waiting[] {
  const client = useQueryClient();
  const person = useQuery({ ...meQuery, enabled: false }).data?.user.id ?? "";
  const all = useWaiting().filter((one) => one.person === person);
  const some = all.length > 0;
  useEffect(() => {
    if (!some) return undefined;
    const send = (): void => void sendWaiting(client, person);
    send();
    return whenBack(send);
  }, [client, person, some]);
  return all;
}
