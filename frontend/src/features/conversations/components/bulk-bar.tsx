import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CheckCircle2, CircleX, RotateCw, X } from "lucide-react";
import { keys, useMay } from "@/api/queries";
import type { ConversationRow, Status } from "@/api/types";
import { Kbd } from "@/components/ui/bits";
import { Confirm } from "@/components/ui/dialog";
import { useGenerate } from "@/features/generate/state";
import { toast } from "@/lib/toasts";
import { plural } from "@/lib/words";
import { bulk, matchingIds } from "../api";
import { undoBulk } from "../review";
import { NOTHING, type Selected } from "../selection";
import { filterOf, type TableSearch } from "../url";

const BUTTON = "flex h-8 items-center gap-2 rounded-2 px-2.5 text-13 font-semibold hover:bg-on-bulk/15";

interface Props {
  dataset: string;
  search: TableSearch;
  selected: Selected;
  onSelect: (next: Selected) => void;
  /** The rows that are known, to say beforehand what will not be touched. */
  rows: readonly ConversationRow[];
  matching: number;
}

type Action = "approve" | "reject";
const WORDS = {
  approve: { verb: "Approve", done: "approved" },
  reject: { verb: "Reject", done: "rejected" },
} as const;

/** "2 approved, 1 could not be: it is still being written." */
function outcome(action: Action, done: number, failed: { reason: string }[]): string {
  const first = failed[0];
  const head = `${String(done)} ${WORDS[action].done}`;
  return first ? `${head}, ${String(failed.length)} could not be: ${first.reason}` : `${head}.`;
}

export function BulkBar({ dataset, search, selected, onSelect, rows, matching }: Props) {
  const [asking, setAsking] = useState<Action | null>(null);
  const { ask } = useGenerate();
  const client = useQueryClient();
  const [mayReview, mayGenerate] = [useMay("reviewer"), useMay("editor")];
  const count = selected.all ? matching : selected.ids.size;
  const known = rows.filter((row) => selected.ids.has(row.id));
  const busy = known.filter((row) => ["queued", "generating"].includes(row.status)).length;
  const again = selected.all ? 0 : known.filter((row) => row.current_version !== null && !["queued", "generating"].includes(row.status)).length;
  const generate = selected.all ? "Generate what is left" : `Generate ${String(count)}${again === count ? " again" : ""}`;
  const unwritten = known.filter((row) => ["planned", "failed"].includes(row.status)).length;

  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: keys.rows(dataset) });
    void client.invalidateQueries({ queryKey: keys.summary(dataset) });
  };
  const undo = (before: ReadonlyMap<string, Status>) => () =>
    void undoBulk(client, before).then((done) => {
      refresh();
      toast(`${plural(done, "decision")} taken back.`);
    });
  const run = useMutation({
    mutationFn: async (action: Action) => {
      const ids = selected.all ? await matchingIds(dataset, search) : [...selected.ids];
      return { action, result: await bulk(dataset, action, ids) };
    },
    onSuccess: ({ action, result }) => {
      const refused = new Set(result.failed.map((one) => one.id));
      const before = new Map(known.filter((row) => !refused.has(row.id)).map((row) => [row.id, row.status]));
      const wholeIsKnown = before.size >= result.done && result.done > 0;
      toast(outcome(action, result.done, result.failed), wholeIsKnown ? { undo: undo(before) } : {});
      setAsking(null);
      onSelect(NOTHING);
      refresh();
    },
  });

  return (
    <div role="region" aria-label="Selected conversations" className="mx-3 mb-2 flex min-h-11 shrink-0 flex-wrap items-center gap-x-1 rounded-3 bg-bulk px-4 text-13 text-on-bulk">
      <span role="status" className="font-medium">{plural(count, "conversation")} selected</span>
      {!selected.all && matching > selected.ids.size ? (
        <button type="button" className="mx-2 h-8 font-medium underline underline-offset-2" onClick={() => onSelect({ ...selected, all: true })}>
          Select all {matching.toLocaleString("en-US")} that match
        </button>
      ) : null}
      {busy > 0 ? <span className="ml-2 text-12">{busy === 1 ? "1 is still being written" : `${String(busy)} are still being written`}</span> : null}
      <span className="ml-auto" />
      {mayGenerate ? (
        <button type="button" className={BUTTON} onClick={() => ask({ dataset, again, selection: selected.all ? { filter: filterOf(search) } : { ids: [...selected.ids] } })}>
          <RotateCw aria-hidden size={16} strokeWidth={1.75} /> {generate}
        </button>
      ) : null}
      {mayReview ? (
        <>
          <button type="button" className={BUTTON} onClick={() => setAsking("approve")}>
            <CheckCircle2 aria-hidden size={16} strokeWidth={1.75} /> Approve
          </button>
          <button type="button" className={BUTTON} onClick={() => setAsking("reject")}>
            <CircleX aria-hidden size={16} strokeWidth={1.75} /> Reject
          </button>
        </>
      ) : null}
      <span aria-hidden className="mx-2 h-5 border-l border-current opacity-30" />
      <button type="button" className={BUTTON} onClick={() => onSelect(NOTHING)}>
        <X aria-hidden size={16} /> Cancel <Kbd dark>Esc</Kbd>
      </button>
      <Confirm
        open={asking !== null}
        onClose={() => setAsking(null)}
        onConfirm={() => asking && run.mutate(asking)}
        busy={run.isPending}
        title={`${WORDS[asking ?? "approve"].verb} ${plural(count, "conversation")}?`}
        verb={`${WORDS[asking ?? "approve"].verb} ${count.toLocaleString("en-US")}`}
        variant={asking === "reject" ? "reject" : "approve"}
      >
        <p>
          {asking === "reject"
            ? "They stay here but are never exported."
            : "Only approved conversations are exported. Edge cases that need a higher score are left out, and you are told which."}
        </p>
        {busy + unwritten > 0 ? <p>{plural(busy + unwritten, "selected one")} without text will not be touched.</p> : null}
      </Confirm>
    </div>
  );
}
