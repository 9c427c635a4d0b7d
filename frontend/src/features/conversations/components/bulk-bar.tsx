import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCircle2, CircleX, MessageSquareQuote, MessageSquareText, PenLine, Play, RotateCw, Tag, Trash2, X, type LucideIcon } from "lucide-react";
import { settingsQuery, useMay } from "@/api/queries";
import type { ConversationRow } from "@/api/types";
import { Kbd } from "@/components/ui/bits";
import { useGenerate } from "@/features/generate/state";
import { toast } from "@/lib/toasts";
import { sentenceOf } from "@/api/problem";
import { matchingIds } from "../api";
import { actOnMany, chosen, previewBulk, type Asked, type BulkAction } from "../bulk";
import { NOTHING, type Selected } from "../selection";
import { filterOf, type TableSearch } from "../url";
import { BulkQuestion } from "./bulk-question";

/** One line at 1366: what an icon or a number says without it gives way. */
const WHERE_THERE_IS_ROOM = "max-[1439px]:sr-only";
const BUTTON = "flex h-8 items-center gap-2 rounded-2 px-2.5 text-13 font-semibold hover:bg-on-bulk/15";

/** What is asked of the server before a dialog opens may fail as well. */
async function told(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    toast(sentenceOf(error), { tone: "problem" });
  }
}

/** So many rows fit into an address by their names. */
const MOST_BY_NAME = 100;

interface Props {
  dataset: string;
  search: TableSearch;
  selected: Selected;
  onSelect: (next: Selected) => void;
  /** The rows that are known, to say beforehand what will not be touched. */
  rows: readonly ConversationRow[];
  matching: number;
  /** Shows just these in the table, the first of them open if it is to be read. */
  onShow: (refs: string[], read: boolean) => void;
  /** Reads the chosen ones in the review mode; null means all that match. */
  onRead: (refs: string[] | null) => void;
}

export function BulkBar({ dataset, search, selected, onSelect, rows, matching, onShow, onRead }: Props) {
  const [asking, setAsking] = useState<BulkAction | null>(null);
  const { ask } = useGenerate();
  const client = useQueryClient();
  const { data: settings } = useQuery(settingsQuery);
  const [mayReview, mayChange] = [useMay("reviewer"), useMay("editor")];
  const count = selected.all ? matching : selected.ids.size;
  const known = rows.filter((row) => selected.ids.has(row.id));
  const busy = known.filter((row) => ["queued", "generating"].includes(row.status)).length;
  const again = selected.all ? 0 : known.filter((row) => row.current_version !== null && !["queued", "generating"].includes(row.status)).length;

  const preview = useQuery({
    queryKey: ["bulk preview", dataset, asking, selected.all ? filterOf(search) : [...selected.ids]],
    queryFn: async () => previewBulk(dataset, await chosen(dataset, search, selected), { action: asking ?? "approve" }),
    enabled: asking !== null && asking !== "tag",
    gcTime: 0,
  });
  const show = (refs: string[], read = false): void => {
    setAsking(null);
    onSelect(NOTHING);
    onShow(refs, read);
  };
  const run = useMutation({
    mutationFn: async (asked: Asked) => actOnMany(client, dataset, await chosen(dataset, search, selected), asked, (refs) => show(refs)),
    onSuccess: () => {
      setAsking(null);
      onSelect(NOTHING);
    },
  });
  const ids = [...selected.ids];
  const rewrite = async (): Promise<void> => ask({ dataset, selection: await chosen(dataset, search, selected), rewrite: {} });
  const judge = async (): Promise<void> => ask({ dataset, selection: await chosen(dataset, search, selected), judge: true });
  const writeAgain = async (): Promise<void> => {
    const found = await matchingIds(dataset, search, true);
    if (found.length === 0) toast("Nothing that matches is written yet.", { tone: "info" });
    else ask({ dataset, again: found.length, selection: { ids: found } });
  };
  const writing: [LucideIcon, string, () => unknown][] = selected.all
    ? [
        [Play, "Generate what is left", () => ask({ dataset, selection: { filter: filterOf(search) } })],
        [RotateCw, "Write again", writeAgain],
        [PenLine, "Rewrite", rewrite],
      ]
    : [
        [RotateCw, `Generate ${String(count)}${again === count ? " again" : ""}`, () => ask({ dataset, again, selection: { ids } })],
        ...(again > 0 || known.length < ids.length ? [[PenLine, "Rewrite", rewrite] as [LucideIcon, string, () => unknown]] : []),
      ];
  const actions = [
    { action: "approve", icon: CheckCircle2, label: "Approve", may: mayReview, short: false },
    { action: "reject", icon: CircleX, label: "Reject", may: mayReview, short: false },
    { action: "tag", icon: Tag, label: "Tag", may: mayChange, short: true },
    { action: "delete", icon: Trash2, label: "Delete", may: mayChange, short: true },
  ] as const;

  return (
    <div role="region" aria-label="Selected conversations" className="mx-3 mb-2 flex min-h-11 shrink-0 flex-wrap items-center gap-x-1 rounded-3 bg-bulk px-4 text-13 text-on-bulk">
      <span role="status" className="font-medium">
        {count.toLocaleString("en-US")} <span className={WHERE_THERE_IS_ROOM}>{count === 1 ? "conversation" : "conversations"} </span>selected
      </span>
      {!selected.all && matching > selected.ids.size ? (
        <button type="button" className="mx-2 h-8 font-medium underline underline-offset-2" onClick={() => onSelect({ ...selected, all: true })}>
          Select all {matching.toLocaleString("en-US")} that match
        </button>
      ) : null}
      {busy > 0 ? <span className="ml-2 text-12">{busy === 1 ? "1 is still being written" : `${String(busy)} are still being written`}</span> : null}
      <span className="ml-auto" />
      {known.length > 0 && known.length <= MOST_BY_NAME ? (
        <button type="button" className={BUTTON} onClick={() => onRead(selected.all ? null : known.map((row) => row.ref))}>
          <MessageSquareText aria-hidden size={16} strokeWidth={1.75} /> Review
        </button>
      ) : null}
      {mayChange
        ? writing.map(([Icon, label, act]) => (
            <button key={label} type="button" className={BUTTON} onClick={() => void told(act)}>
              <Icon aria-hidden size={16} strokeWidth={1.75} /> {label}
            </button>
          ))
        : null}
      {mayChange && settings?.second_opinion.on ? (
        <button type="button" className={BUTTON} aria-label="Second opinion" title="Second opinion" onClick={() => void told(judge)}>
          <MessageSquareQuote aria-hidden size={16} strokeWidth={1.75} /> Opinion
        </button>
      ) : null}
      {actions.map(({ action, icon: Icon, label, may, short }) =>
        may ? (
          <button key={action} type="button" className={BUTTON} title={label} onClick={() => setAsking(action)}>
            <Icon aria-hidden size={16} strokeWidth={1.75} /> {short ? <span className={WHERE_THERE_IS_ROOM}>{label}</span> : label}
          </button>
        ) : null,
      )}
      <span aria-hidden className="mx-2 h-5 border-l border-current opacity-30" />
      <button type="button" className={BUTTON} onClick={() => onSelect(NOTHING)}>
        <X aria-hidden size={16} /> Cancel <Kbd dark>Esc</Kbd>
      </button>
      {/* What was typed stays until it is done or called off: a new question begins with nothing. */}
      <BulkQuestion
        key={asking}
        action={asking}
        count={count}
        tags={[...new Set(known.flatMap((row) => row.tags))]}
        preview={preview.data}
        busy={run.isPending}
        onClose={() => setAsking(null)}
        onConfirm={(asked) => run.mutate(asked)}
        onRead={(refs) => show(refs, true)}
      />
    </div>
  );
}
