import type { QueryClient } from "@tanstack/react-query";
import { get, post } from "@/api/client";
import { keys } from "@/api/queries";
import type { BulkPreview, Operation, Selection } from "@/api/types";
import { toast } from "@/lib/toasts";
import { plural } from "@/lib/words";
import { matchingIds } from "./api";
import type { Selected } from "./selection";
import { filterOf, type TableSearch } from "./url";

export type BulkAction = "approve" | "reject" | "tag" | "delete";

export interface Asked {
  action: BulkAction;
  add_tags?: string[];
  remove_tags?: string[];
}

export const BULK_WORDS = {
  approve: { verb: "Approve", done: "approved" },
  reject: { verb: "Reject", done: "rejected" },
  tag: { verb: "Tag", done: "tagged" },
  delete: { verb: "Delete", done: "deleted" },
} as const;

/** Which are meant, as the route wants it: their ids, or the filter that the person sees. */
export async function chosen(dataset: string, search: TableSearch, selected: Selected): Promise<Selection> {
  if (!selected.all) return { ids: [...selected.ids] };
  return search.in_text ? { ids: await matchingIds(dataset, search) } : { filter: filterOf(search) };
}

export const previewBulk = (dataset: string, which: object, asked: Asked): Promise<BulkPreview> =>
  post<BulkPreview>(`/datasets/${dataset}/bulk/preview`, { ...asked, ...which });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What is more than the call could do goes on elsewhere: asked for until it has ended. */
async function ended(operation: Operation): Promise<Operation> {
  let now = operation;
  while (now.state === "running") {
    await pause(1500);
    now = await get<Operation>(`/operations/${operation.id}`);
  }
  return now;
}

/** "87 approved, 3 could not be: they are still being written." */
export function outcome(done: string, operation: Pick<Operation, "done" | "failed_count" | "reasons">): string {
  const head = `${operation.done.toLocaleString("en-US")} ${done}`;
  if (operation.failed_count === 0) return `${head}.`;
  const [first, ...others] = operation.reasons;
  const why = others.length === 0 && first ? first.phrase : operation.reasons.map((one) => `${String(one.count)} because ${one.phrase}`).join(", ");
  return `${head}, ${operation.failed_count.toLocaleString("en-US")} could not be: ${why.replace(/\.$/, "")}.`;
}

function refresh(client: QueryClient, dataset: string): void {
  void client.invalidateQueries({ queryKey: keys.rows(dataset) });
  void client.invalidateQueries({ queryKey: keys.summary(dataset) });
  void client.invalidateQueries({ queryKey: ["conversation"] });
}

async function undo(client: QueryClient, dataset: string, operation: Operation): Promise<void> {
  const done = await ended(await post<Operation>(`/operations/${operation.id}/undo`));
  refresh(client, dataset);
  toast(outcome("taken back", done));
}

/** Does it, and tells at the end what came of it; `show` leads to those that could not be done. */
export async function actOnMany(client: QueryClient, dataset: string, which: object, asked: Asked, show: (refs: string[]) => void): Promise<void> {
  const started = await post<Operation>(`/datasets/${dataset}/bulk`, { ...asked, ...which });
  if (started.state === "running") toast(`${plural(started.total, "conversation")}: this goes on while you work.`, { tone: "info" });
  const tell = async (): Promise<void> => {
    const operation = await ended(started);
    refresh(client, dataset);
    const refs = operation.failed.map((one) => one.ref).filter(Boolean);
    toast(outcome(BULK_WORDS[asked.action].done, operation), {
      ...(operation.undoable ? { undo: () => void undo(client, dataset, operation) } : {}),
      ...(refs.length > 0 ? { action: { label: `Show the ${String(refs.length)}`, run: () => show(refs) } } : {}),
    });
  };
  if (started.state === "ended") await tell();
  else void tell().catch(() => refresh(client, dataset));
}
