import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Ellipsis, ExternalLink, PanelRight, Play, RotateCw } from "lucide-react";
import type { ConversationRow } from "@/api/types";
import { useMay } from "@/api/queries";
import { DropMenu, MenuItem } from "@/components/ui/popover";
import { unitPriceQuery } from "@/features/generate/api";
import { useGenerateOne } from "@/features/generate/one";
import { ask } from "@/features/generate/state";
import { money } from "@/lib/money";
import { useNow } from "@/lib/now";
import { secondsSince } from "@/lib/time";

const LINK = "inline-flex h-6 items-center gap-1.5 rounded-1 px-1 text-13 font-medium text-primary-text hover:underline";

function Since({ at }: { at: string }) {
  const now = useNow(true);
  return <span className="tnum text-12 text-text-3">{secondsSince(at, now)} s</span>;
}

/** What the actions of all rows share: asked and worked out once, not in each of a hundred rows. */
export interface RowTools {
  mayGenerate: boolean;
  /** ", about $0.04", or nothing while nobody knows. */
  cost: string;
  generate: (row: ConversationRow) => void;
}

const working = (row: ConversationRow): boolean => row.status === "queued" || row.status === "generating";

export function useRowTools(dataset: string, rows: readonly ConversationRow[] | undefined): RowTools {
  const generate = useGenerateOne(dataset);
  const mayGenerate = useMay("editor");
  const sample = rows?.find((row) => !row.is_seed && !working(row))?.id ?? "";
  const { data: price } = useQuery({ ...unitPriceQuery(dataset, sample), enabled: mayGenerate && sample !== "" });
  return useMemo(() => ({ mayGenerate, cost: price ? `, about ${money(price)}` : "", generate }), [mayGenerate, price, generate]);
}

interface Props {
  row: ConversationRow;
  tools: RowTools;
  onOpen: (row: ConversationRow) => void;
}

/** The next thing to do with a row, and the rest behind the dots. */
export function RowActions({ row, tools, onOpen }: Props) {
  const mayGenerate = tools.mayGenerate && !row.is_seed;
  const { cost } = tools;
  const generate = (): void => tools.generate(row);
  if (row.status === "generating") return row.started_at ? <Since at={row.started_at} /> : null;
  if (row.status === "queued") return <span className="text-12 text-text-3">waiting</span>;
  if (row.status === "planned" && mayGenerate) {
    return (
      <button type="button" className={LINK} title={`Generate ${row.ref}${cost}`} aria-label={`Generate ${row.ref}${cost}`} onClick={generate}>
        <Play aria-hidden size={14} strokeWidth={1.75} /> Generate
      </button>
    );
  }
  if (row.status === "failed" && mayGenerate && row.failure?.kind === "transient") {
    return (
      <button type="button" className={LINK} title={`Retry ${row.ref}${cost}`} aria-label={`Retry ${row.ref}${cost}`} onClick={generate}>
        <RotateCw aria-hidden size={14} strokeWidth={1.75} /> Retry
      </button>
    );
  }
  if (row.status === "generated" || row.status === "needs_edit") {
    return (
      <button type="button" className={LINK} aria-label={`Review ${row.ref}`} onClick={() => onOpen(row)}>
        Review
      </button>
    );
  }
  return <More row={row} mayGenerate={mayGenerate} cost={cost} generate={generate} onOpen={onOpen} />;
}

interface MoreProps {
  row: ConversationRow;
  mayGenerate: boolean;
  cost: string;
  generate: () => void;
  onOpen: (row: ConversationRow) => void;
}

function More({ row, mayGenerate, cost, generate, onOpen }: MoreProps) {
  const navigate = useNavigate();
  const href = `/d/${row.dataset_id}?open=${row.ref}`;
  return (
    <DropMenu
      trigger={
        <button type="button" aria-label={`More for ${row.ref}`} className="inline-grid size-6 place-items-center rounded-1 text-text-2 hover:bg-hover">
          <Ellipsis aria-hidden size={16} />
        </button>
      }
    >
      <MenuItem icon={PanelRight} onSelect={() => onOpen(row)}>
        Read it
      </MenuItem>
      <MenuItem icon={ExternalLink} onSelect={() => void window.open(href, "_blank", "noopener")}>
        Read it in a new tab
      </MenuItem>
      {mayGenerate && ["approved", "rejected", "failed"].includes(row.status) ? (
        <MenuItem icon={RotateCw} onSelect={row.status === "failed" ? generate : () => ask({ dataset: row.dataset_id, selection: { ids: [row.id] }, one: row, again: 1 })}>
          {row.status === "failed" ? "Try all the same" : "Generate again"}
          {cost}
        </MenuItem>
      ) : null}
      {row.batch_id ? (
        <MenuItem onSelect={() => void navigate({ to: "/d/$id/runs/$batch", params: { id: row.dataset_id, batch: row.batch_id ?? "" } })}>
          The run that wrote it
        </MenuItem>
      ) : null}
    </DropMenu>
  );
}
