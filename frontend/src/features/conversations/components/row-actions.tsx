import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Ellipsis, ExternalLink, PanelRight, Play, RotateCw } from "lucide-react";
import type { ConversationRow } from "@/api/types";
import { useMay } from "@/api/queries";
import { DropMenu, MenuItem } from "@/components/ui/popover";
import { unitPriceQuery } from "@/features/generate/api";
import { useGenerateOne } from "@/features/generate/one";
import { useGenerate } from "@/features/generate/state";
import { money } from "@/lib/money";
import { useNow } from "@/lib/now";
import { secondsSince } from "@/lib/time";

const LINK = "inline-flex h-6 items-center gap-1.5 rounded-1 px-1 text-13 font-medium text-primary-text hover:underline";

function Since({ at }: { at: string }) {
  const now = useNow(true);
  return <span className="tnum text-12 text-text-3">{secondsSince(at, now)} s</span>;
}

interface Props {
  row: ConversationRow;
  onOpen: (row: ConversationRow) => void;
}

/** The next thing to do with a row, and the rest behind the dots. */
export function RowActions({ row, onOpen }: Props) {
  const generateOne = useGenerateOne(row.dataset_id);
  const navigate = useNavigate();
  const { ask } = useGenerate();
  const mayGenerate = useMay("editor") && !row.is_seed;
  const { data: price } = useQuery({ ...unitPriceQuery(row.dataset_id, row.id), enabled: mayGenerate && !["queued", "generating"].includes(row.status) });
  const cost = price ? `, about ${money(price)}` : "";
  const generate = (): void => generateOne(row);
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
