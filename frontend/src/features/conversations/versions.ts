import { queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { newKey, patch, post } from "@/api/client";
import { Problem, sentenceOf } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Batch, Conversation, DeletedVersions, Edit, Estimate, Turn, Version, VersionLine } from "@/api/types";
import { follow } from "@/features/generate/one";
import { toast } from "@/lib/toasts";
import { versionQuery } from "./api";

const lineOf = (version: Version): VersionLine => ({
  ...version,
  score: version.quality.score,
  by: version.created_by,
  by_name: version.created_by_name,
});

/** Puts a stored edit wherever it is shown, so that the editor stays where it is. */
function show(client: QueryClient, id: string, edit: Edit): void {
  const { version, row } = edit;
  client.setQueryData(versionQuery(id, version.number).queryKey, version);
  client.setQueryData<Conversation>(keys.conversation(id), (one) =>
    one
      ? {
          ...one,
          ...row,
          version: row.current_version === version.number ? version : one.version,
          versions: [lineOf(version), ...one.versions.filter((line) => line.number !== version.number)],
        }
      : one,
  );
  void client.invalidateQueries({ queryKey: keys.rows(row.dataset_id) });
}

/** Stores messages on top of a version; refused with the newest row when somebody else was quicker. */
export async function saveTurns(client: QueryClient, id: string, version: number, turns: Pick<Turn, "number" | "content">[], revision: number): Promise<Edit> {
  const edit = await patch<Edit>(`/conversations/${id}/turns`, { version, turns }, revision);
  show(client, id, edit);
  return edit;
}

export function useSaveTurn(one: Pick<Conversation, "id">) {
  const client = useQueryClient();
  return (version: number, number: number, content: string, revision: number): Promise<Edit> => saveTurns(client, one.id, version, [{ number, content }], revision);
}

/** What a rewrite of this message costs. Asking is free. */
export const rewritePriceQuery = (one: Pick<Conversation, "id" | "dataset_id">, version: number, turn: number | null) =>
  queryOptions({
    queryKey: ["rewrite-price", one.id, version, turn],
    queryFn: ({ signal }) =>
      post<Estimate>(
        `/datasets/${one.dataset_id}/batches/estimate`,
        { selection: { ids: [one.id] }, mode: "now", task: { kind: "rewrite", instruction: "Warmer", turn, base_version: version } },
        { signal },
      ),
    staleTime: 300_000,
    retry: false,
  });

interface Rewrite {
  version: number;
  turn: number | null;
  instruction: string;
}

/** Asks Claude for the change; its price stood on the button. The text as it was stays a version. */
export function useRewrite(one: Conversation) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, turn, instruction }: Rewrite) =>
      post<{ batch: Batch }>(`/conversations/${one.id}/repair`, { version, instruction, ...(turn ? { turn } : {}) }, { idempotencyKey: newKey() }),
    meta: { ownError: true },
    onSuccess: ({ batch }) => {
      client.setQueryData(keys.batch(batch.id), batch);
      follow({ batch: batch.id, row: one });
      toast(`${one.ref} is being rewritten. The text as it was stays a version.`, { tone: "info" });
    },
    onError: (error) => {
      if (error instanceof Problem && error.status === 401) return;
      toast(sentenceOf(error), { tone: "problem" });
    },
    onSettled: () => {
      for (const key of [keys.summary(one.dataset_id), keys.rows(one.dataset_id), keys.conversation(one.id)]) void client.invalidateQueries({ queryKey: key });
    },
  });
}

export function useDeleteVersions(one: Conversation) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (numbers: number[]) => post<DeletedVersions>(`/conversations/${one.id}/versions/delete`, { numbers }, { revision: one.revision }),
    meta: { ownError: true },
    onSuccess: (done) => {
      const stayed = done.kept.map((kept) => kept.reason).join(" ");
      const gone = done.deleted.length === 1 ? "1 version deleted." : `${String(done.deleted.length)} versions deleted.`;
      toast(`${gone}${stayed ? ` ${stayed}` : ""}`, { tone: stayed ? "info" : "done" });
    },
    onError: (error) => {
      toast(sentenceOf(error), { tone: "problem" });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.conversation(one.id) });
      void client.invalidateQueries({ queryKey: ["version", one.id] });
      void client.invalidateQueries({ queryKey: keys.rows(one.dataset_id) });
    },
  });
}

export const originWord = (line: Pick<VersionLine, "origin" | "base_version">): string =>
  line.origin === "edit" ? "edited" : line.origin === "import" ? "imported" : line.base_version === null ? "generated" : "rewritten";
