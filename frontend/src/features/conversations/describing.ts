import { useState } from "react";
import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { get, patch } from "@/api/client";
import { isConflict, Problem, sentenceOf } from "@/api/problem";
import { datasetQuery, keys } from "@/api/queries";
import { patchRow } from "@/api/rows";
import type { Conversation, ConversationRow, Dataset } from "@/api/types";
import { toast } from "@/lib/toasts";
import { conversationQuery } from "./api";

export const FILED = ["persona", "emotion", "topic", "intent", "tone", "content_category", "topic_cluster", "outcome"] as const;
export type Filed = (typeof FILED)[number];
export type Name = Filed | "tags";
export type Filing = Pick<Conversation, Name>;
export type Change = Partial<Filing>;

/** What each may be, in the dataset's own words; the one that it has stays on offer when the words have changed. */
export function choicesOf({ taxonomy }: Dataset): Record<Filed, string[]> {
  const sorted = (words: readonly string[]): string[] => [...new Set(words.filter(Boolean))].sort((a, b) => a.localeCompare(b, "en"));
  const { personas, emotions, arcs, topics } = taxonomy;
  return {
    persona: sorted(personas.map((one) => one.name)),
    emotion: sorted([...emotions.map((one) => one.name), ...personas.flatMap((one) => one.emotions), ...arcs.flatMap((one) => [one.from, one.to])]),
    topic: sorted(topics.map((one) => one.name)),
    intent: sorted(taxonomy.intents),
    tone: sorted(taxonomy.tones),
    content_category: ["", ...sorted([...taxonomy.content_categories, ...topics.map((one) => one.content_category)])],
    topic_cluster: ["", ...sorted([...taxonomy.topic_clusters, ...topics.map((one) => one.cluster)])],
    outcome: sorted(taxonomy.outcomes),
  };
}

const same = (a: Filing[Name] | undefined, b: Filing[Name] | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
const namesOf = (change: Change): Name[] => Object.keys(change) as Name[];
const part = (of: Change, names: readonly Name[]): Change => Object.fromEntries(names.map((name) => [name, of[name]]));

/** Who changed one of these last, as the record says. */
async function whoChanged(id: string, names: readonly Name[]): Promise<string> {
  const query = { subject: id, action: ["conversation.described", "conversation.tagged"], limit: 10 };
  const { items } = await get<{ items: { actor: { name: string }; action: string; details: { after?: object } }[] }>("/activity", query);
  const found = items.find(({ action, details }) => (action === "conversation.tagged" ? names.includes("tags") : names.some((name) => name in (details.after ?? {}))));
  return found?.actor.name ?? "Somebody";
}

export interface Clash {
  who: string;
  names: Name[];
  mine: Change;
  theirs: Change;
}

export interface Refusal {
  change: Change;
  sentence: string;
  /** What is wrong, by the field that it is wrong in. */
  fields: Partial<Record<Name, string>>;
}

const refusalOf = (error: unknown, change: Change): Refusal => ({
  change,
  sentence: error instanceof Problem ? error.message : sentenceOf(error),
  fields: error instanceof Problem ? Object.fromEntries(error.fields.map(({ field, message }) => [field, message])) : {},
});

/** The newest state, and which of the fields that were to be changed somebody else has changed since. */
async function meanwhile(client: QueryClient, id: string, seen: Change, change: Change): Promise<{ now: Conversation; names: Name[] }> {
  const now = await client.query({ ...conversationQuery(id), staleTime: 0 });
  return { now, names: namesOf(change).filter((name) => !same(now[name], seen[name]) && !same(now[name], change[name])) };
}

/** Stores each choice as it is made, never over what a colleague chose and this person has not seen. */
export function useDescribe(one: Conversation) {
  const client = useQueryClient();
  const choices = useQuery({ ...datasetQuery(one.dataset_id), select: choicesOf }).data;
  const [busy, setBusy] = useState(false);
  const [clash, setClash] = useState<Clash | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const show = (after: Partial<ConversationRow>): void => void patchRow(client, one.dataset_id, one.id, after);
  const done = (row: ConversationRow, back: Change): void => {
    show(row);
    for (const key of [keys.summary(one.dataset_id), keys.rows(one.dataset_id)]) void client.invalidateQueries({ queryKey: key });
    toast(`What ${one.ref} is filed under is changed.`, { undo: () => void store(back, part(row, namesOf(back))) });
  };
  const send = async (change: Change, seen: Change, revision: number): Promise<void> => {
    const row = await patch<ConversationRow>(`/conversations/${one.id}`, change, revision);
    done(row, part(seen, namesOf(change)));
  };

  /** `seen`: what stood there when this was chosen. */
  async function store(change: Change, seen: Change): Promise<boolean> {
    setBusy(true);
    setClash(null);
    setRefusal(null);
    const revision = client.getQueryData<Conversation>(keys.conversation(one.id))?.revision ?? one.revision;
    show(change);
    try {
      await send(change, seen, revision);
      return true;
    } catch (error) {
      return await refused(error, change, seen);
    } finally {
      setBusy(false);
    }
  }

  /** Whether it is stored all the same. */
  async function refused(error: unknown, change: Change, seen: Change): Promise<boolean> {
    if (!isConflict(error) || error.code !== "stale_revision") {
      show(seen);
      setRefusal(refusalOf(error, change));
      return false;
    }
    try {
      const { now, names } = await meanwhile(client, one.id, seen, change);
      show(part(now, namesOf(change)));
      // Something else of it was changed: nobody's choice is lost by going on from there.
      if (names.length === 0) {
        await send(change, seen, now.revision);
        return true;
      }
      setClash({ who: await whoChanged(one.id, names).catch(() => "Somebody"), names, mine: change, theirs: part(now, names) });
    } catch (again) {
      setRefusal(refusalOf(again, change));
    }
    return false;
  }

  return { choices, busy, clash, refusal, store, keepTheirs: () => setClash(null) };
}
export type Describing = ReturnType<typeof useDescribe>;
