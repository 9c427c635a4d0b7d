import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { post } from "@/api/client";
import { Problem, isConflict, isOutOfReach, sentenceOf } from "@/api/problem";
import { keys, meQuery } from "@/api/queries";
import { patchRow, putBack } from "@/api/rows";
import type { Conversation, ConversationRow, Decision, Status } from "@/api/types";
import { toast } from "@/lib/toasts";
import { DECISION_WORDS, STATUS_AFTER } from "@/lib/words";
import { whoWasFaster } from "./sending";
import { alsoWaiting, dropWaiting, keepWaiting, waitingFor } from "./waiting";

type Row = Pick<ConversationRow, "id" | "ref" | "dataset_id" | "revision" | "current_version" | "status">;

export interface Ruling {
  row: Row;
  decision: Decision;
  /** The version that was read: a decision holds for that one and no other. "typed": the one that a kept edit will make. */
  version: number | "typed";
  note?: string;
  reasons?: string[];
  /** From opening it to deciding, without the time in which nobody was there. */
  readingSeconds?: number;
  /** No message when it is stored: the page itself shows it and takes it back. */
  quiet?: boolean;
}

/** Stored on the server, kept on this computer until it is in reach, or refused with a reason that was shown. */
export type Outcome = "stored" | "kept" | "refused";

/** What is on its way, by conversation: whatever comes next on the same one waits for its answer. */
const onTheirWay = new Map<string, Promise<unknown>>();

/** One after the other on each conversation, or a quick "approve, undo, approve" would meet itself as stale. */
async function inTurn<T>(id: string, act: () => Promise<T>): Promise<T> {
  const mine = (onTheirWay.get(id) ?? Promise.resolve()).then(act);
  const settled = mine.catch(() => undefined);
  onTheirWay.set(id, settled);
  try {
    return await mine;
  } finally {
    if (onTheirWay.get(id) === settled) onTheirWay.delete(id);
  }
}

const send = ({ row, decision, version, note = "", reasons = [], readingSeconds = 0 }: Ruling): Promise<ConversationRow> =>
  post<ConversationRow>(`/conversations/${row.id}/review`, { decision, version, note, reasons, reading_seconds: readingSeconds }, { revision: row.revision });

function keep(person: string, { row, decision, version, note = "", reasons = [], readingSeconds = 0 }: Ruling): void {
  alsoWaiting(person, row, {
    away: true,
    ...(version === "typed" ? { typed: true } : {}),
    ruling: { decision, version, note, reasons, reading_seconds: readingSeconds, revision: row.revision, before: row.status },
  });
}

const seeAgain = (client: QueryClient, row: Row): void => {
  for (const key of [keys.conversation(row.id), keys.rows(row.dataset_id), keys.summary(row.dataset_id)]) void client.invalidateQueries({ queryKey: key });
};

/** The page shows the decision at once; if the server refuses, the row returns and says why. */
export function useReview(): (ruling: Ruling) => Promise<Outcome> {
  const client = useQueryClient();
  const person = useQuery(meQuery).data?.user.id ?? "";
  const takeBack = useTakeBack();

  const rule = async (ruling: Ruling): Promise<Outcome> => {
    const { row, decision, version } = ruling;
    const shown = { status: STATUS_AFTER[decision] };
    const waits = onTheirWay.has(row.id);
    const before = patchRow(client, row.dataset_id, row.id, shown);
    const say = (more = ""): void => {
      if (ruling.quiet || (decision === "reset" && row.status === "generated")) return;
      toast(`${row.ref} ${DECISION_WORDS[decision]}${more}.`, { undo: () => void takeBack(row) });
    };
    if (version === "typed") {
      keep(person, ruling);
      say(", kept on this computer until you are back");
      return "kept";
    }
    try {
      await client.cancelQueries({ queryKey: keys.rows(row.dataset_id) });
      const after = await inTurn(row.id, () => {
        if (!waits) return send(ruling);
        const { revision } = client.getQueryData<Conversation>(keys.conversation(row.id)) ?? row;
        patchRow(client, row.dataset_id, row.id, shown);
        return send({ ...ruling, row: { ...row, revision } });
      });
      patchRow(client, row.dataset_id, row.id, after);
    } catch (error) {
      if (isOutOfReach(error)) {
        keep(person, ruling);
        say(", kept on this computer until you are back");
        return "kept";
      } else {
        putBack(client, before);
        seeAgain(client, row);
        toast(isConflict(error) && error.current ? whoWasFaster(error, row.ref) : sentenceOf(error), { tone: "problem" });
        return "refused";
      }
    }
    void client.invalidateQueries({ queryKey: keys.summary(row.dataset_id) });
    say();
    return "stored";
  };
  return rule;
}

/** Takes the newest decision on it back: what waits here is dropped, what is stored is undone on the server. */
export function useTakeBack(): (row: Row, done?: () => void) => Promise<void> {
  const client = useQueryClient();
  const person = useQuery(meQuery).data?.user.id ?? "";
  const { mutateAsync } = useMutation({
    mutationFn: (row: Row) => post<ConversationRow>(`/conversations/${row.id}/undo`),
    networkMode: "always",
    meta: { ownError: true },
  });
  return async (row, done) => {
    const before = patchRow(client, row.dataset_id, row.id, { status: row.status });
    done?.();
    try {
      await inTurn(row.id, async () => {
        const waiting = waitingFor(person, row.id);
        if (!waiting?.ruling) patchRow(client, row.dataset_id, row.id, await mutateAsync(row));
        else if (waiting.typed) keepWaiting({ ...waiting, ruling: null });
        else dropWaiting(waiting);
      });
    } catch (error) {
      putBack(client, before);
      if (!(error instanceof Problem && error.status === 401)) toast(sentenceOf(error), { tone: "problem" });
      seeAgain(client, row);
    }
    void client.invalidateQueries({ queryKey: keys.summary(row.dataset_id) });
  };
}

/** Whether a decision would change how it stands. */
export const standsAs = (one: Pick<ConversationRow, "status" | "review">, status: Status, version: number): boolean =>
  one.status === status && one.review?.version === version;
