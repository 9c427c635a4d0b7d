import { createColumnHelper } from "@tanstack/react-table";
import { Star } from "lucide-react";
import type { ConversationRow } from "@/api/types";
import { Score } from "@/components/score";
import { shownStatus } from "@/components/status";
import { Time } from "@/components/ui/bits";
import { money } from "@/lib/money";
import { isPractice, TIER_WORDS, writerName } from "@/lib/words";
import { FailedBadge } from "./components/failed-badge";

const column = createColumnHelper<ConversationRow>();

const cut = (text: string | null) => (
  <span className="block truncate" title={text ?? undefined}>
    {text || "–"}
  </span>
);

const WRITER = (row: ConversationRow): string | undefined =>
  row.written_by ? `Written by ${writerName(row.written_by)}${isPractice(row.written_by) ? ", not by Claude" : ""}` : undefined;

/** An opinion stands without the score's shapes and meter, so that nobody takes it for a measure. */
function SecondOpinionCell({ row: { opinion } }: { row: ConversationRow }) {
  if (!opinion) return <span className="text-text-3">–</span>;
  return (
    <span title={`By ${writerName(opinion.written_by)}${isPractice(opinion.written_by) ? ", not Claude" : ""}`}>
      <span className="tnum">{opinion.overall.toFixed(1)}</span> <span className="text-text-2">{opinion.verdict}</span>
    </span>
  );
}

/** `size` is the width in pixels; Topic has none and takes the rest. */
export const COLUMNS = [
  column.accessor("ref", {
    header: "ID",
    size: 80,
    enableHiding: false,
    cell: ({ row }) => (
      <span className="flex items-center gap-1 whitespace-nowrap ref-id">
        {row.original.ref}
        {row.original.is_seed ? <Star aria-label="Your example" size={12} className="shrink-0 fill-brand text-brand" /> : null}
      </span>
    ),
  }),
  column.accessor("persona", { header: "Persona", size: 164, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("emotion", { header: "Emotion", size: 90, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("topic", { header: "Topic", size: 0, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("intent", { header: "Intent", size: 72, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("tone", { header: "Tone", size: 92, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("tier", { header: "Tier", size: 74, cell: (cell) => cut(TIER_WORDS[cell.getValue()]) }),
  column.accessor((row) => shownStatus(row), {
    id: "status",
    header: "Status",
    size: 130,
    cell: ({ row }) => <FailedBadge row={row.original} />,
  }),
  column.accessor("score", {
    header: "Score",
    size: 62,
    cell: ({ row }) => <Score value={row.original.score} meter />,
  }),
  column.accessor("generated_at", {
    header: "Generated",
    size: 102,
    cell: ({ row }) => (
      <span title={WRITER(row.original)}>
        <Time at={row.original.generated_at} />
      </span>
    ),
  }),
  column.accessor("title", { header: "Title", size: 220, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("arc", { header: "Arc", size: 140, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("content_category", { header: "Category", size: 140, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("topic_cluster", { header: "Topic cluster", size: 120, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("outcome", { header: "Outcome", size: 120, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("turn_count", { header: "Messages", size: 82, cell: (cell) => <span className="tnum">{cell.getValue() || "–"}</span> }),
  column.accessor("cost_micros", { header: "Cost", size: 66, cell: (cell) => <span className="tnum">{money(cell.getValue())}</span> }),
  column.accessor((row) => row.template_name ?? row.template_id, { id: "template_id", header: "Template", size: 150, cell: (cell) => cut(cell.getValue()) }),
  column.accessor((row) => row.opinion?.overall ?? null, { id: "opinion", header: "Second opinion", size: 124, cell: ({ row }) => <SecondOpinionCell row={row.original} /> }),
  column.accessor((row) => row.tags.join(", "), { id: "tags", header: "Tags", size: 120, cell: (cell) => cut(cell.getValue()) }),
  column.accessor((row) => row.review?.by_name ?? "", { id: "reviewer", header: "Read by", size: 120, cell: (cell) => cut(cell.getValue()) }),
  column.accessor((row) => row.review?.at ?? null, { id: "reviewed_at", header: "Read", size: 102, cell: (cell) => <Time at={cell.getValue()} /> }),
];

/** For lists over several datasets. */
export const datasetColumn = (names: Record<string, string>) =>
  column.accessor((row) => names[row.dataset_id] ?? "", { id: "dataset", header: "Dataset", size: 170, cell: (cell) => cut(cell.getValue()) });

export const COLUMN_NAMES: Record<string, string> = Object.fromEntries(
  COLUMNS.flatMap((one) => {
    const id = one.id ?? ("accessorKey" in one ? String(one.accessorKey) : "");
    return id === "ref" ? [] : [[id, String(one.header)] as const];
  }),
);
/** What the table shows unless someone chose otherwise, after the short id, which always leads. */
export const USUAL_COLUMNS: readonly string[] = ["persona", "emotion", "topic", "intent", "tone", "tier", "status", "score", "generated_at"];

export const chosenColumns = (cols: readonly string[] | undefined): readonly string[] => {
  const known = cols?.filter((one) => one in COLUMN_NAMES);
  return known?.length ? known : USUAL_COLUMNS;
};

/** The list with one entry moved to where another stands. */
export function moved(list: readonly string[], what: string, to: number): string[] {
  const rest = list.filter((one) => one !== what);
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, what);
  return rest;
}

