import { createColumnHelper } from "@tanstack/react-table";
import { Star } from "lucide-react";
import type { ConversationRow } from "@/api/types";
import { Score } from "@/components/score";
import { shownStatus } from "@/components/status";
import { Time } from "@/components/ui/bits";
import { isPractice, TIER_WORDS, writerName } from "@/lib/words";
import { FailedBadge } from "./components/failed-badge";

const column = createColumnHelper<ConversationRow>();

const cut = (text: string | null) => (
  <span className="block truncate" title={text ?? undefined}>
    {text ?? "–"}
  </span>
);

const WRITER = (row: ConversationRow): string | undefined =>
  row.written_by ? `Written by ${writerName(row.written_by)}${isPractice(row.written_by) ? ", not by Claude" : ""}` : undefined;

/** `size` is the width in pixels; Topic has none and takes the rest. */
export const COLUMNS = [
  column.accessor("ref", {
    header: "ID",
    size: 80,
    enableHiding: false,
    cell: ({ row }) => (
      <span className="flex items-center gap-1 ref-id">
        {row.original.ref}
        {row.original.is_seed ? <Star aria-label="Your example" size={12} className="fill-brand text-brand" /> : null}
      </span>
    ),
  }),
  column.accessor("persona", { header: "Persona", size: 166, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("emotion", { header: "Emotion", size: 82, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("topic", { header: "Topic", size: 0, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("intent", { header: "Intent", size: 72, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("tone", { header: "Tone", size: 92, cell: (cell) => cut(cell.getValue()) }),
  column.accessor("tier", { header: "Tier", size: 80, cell: (cell) => cut(TIER_WORDS[cell.getValue()]) }),
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
];

export const COLUMN_NAMES: Record<string, string> = {
  persona: "Persona",
  emotion: "Emotion",
  topic: "Topic",
  intent: "Intent",
  tone: "Tone",
  tier: "Tier",
  status: "Status",
  score: "Score",
  generated_at: "Generated",
};
