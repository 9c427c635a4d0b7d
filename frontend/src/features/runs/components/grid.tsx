import { useRef, useState, type KeyboardEvent } from "react";
import { AlertTriangle, Check, Flag, Loader } from "lucide-react";
import { Link } from "@tanstack/react-router";
import type { Batch, ConversationRow } from "@/api/types";
import { cx } from "@/lib/cx";

type Kind = "ready" | "flagged" | "failed" | "writing" | "waiting";

const kindOf = (row: ConversationRow): Kind => {
  if (row.status === "failed") return "failed";
  if (row.status === "generating") return "writing";
  if (row.status === "queued" || row.status === "planned") return "waiting";
  return row.flagged ? "flagged" : "ready";
};

const LOOK: Record<Kind, { box: string; words: string }> = {
  ready: { box: "bg-st-generated-bg text-st-generated-text border-transparent", words: "ready" },
  flagged: { box: "bg-st-flagged-bg text-st-flagged-text border-transparent", words: "ready, with a flag" },
  failed: { box: "bg-st-failed-bg text-st-failed-text border-st-failed", words: "not written" },
  writing: { box: "bg-st-generating-bg text-st-generating-text border-st-generating", words: "being written" },
  waiting: { box: "bg-surface border-line-strong", words: "waiting" },
};

function Icon({ kind }: { kind: Kind }) {
  if (kind === "ready") return <Check aria-hidden size={14} />;
  if (kind === "flagged") return <Flag aria-hidden size={14} strokeWidth={1.75} />;
  if (kind === "failed") return <AlertTriangle aria-hidden size={14} strokeWidth={1.75} />;
  return kind === "writing" ? <Loader aria-hidden size={14} className="animate-spin" /> : null;
}

/** Where an arrow leads from one cell to another; null for any other key. */
export function nextCell(key: string, at: number, count: number, columns: number): number | null {
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + columns, ArrowUp: at - columns, Home: 0, End: count - 1 };
  const to = steps[key];
  return to === undefined ? null : to >= 0 && to < count ? to : at;
}

/** One cell a conversation; hovering names it, a click opens it. One stop for the Tab key, arrows move inside. */
export function RunGrid({ batch, rows }: { batch: Batch; rows: readonly ConversationRow[] }) {
  const [at, setAt] = useState(0);
  const grid = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent): void => {
    if (!grid.current) return;
    const columns = getComputedStyle(grid.current).gridTemplateColumns.split(" ").length;
    const to = nextCell(event.key, at, rows.length, columns);
    if (to === null) return;
    event.preventDefault();
    grid.current.querySelectorAll("a").item(to).focus();
  };
  return (
    <ul aria-label="The conversations of this run" ref={grid} className="grid grid-cols-[repeat(auto-fill,minmax(32px,1fr))] gap-1.5">
      {rows.map((row, index) => {
        const kind = kindOf(row);
        const name = `${row.ref}, ${row.persona}, ${row.topic}: ${LOOK[kind].words}`;
        return (
          <li key={row.id}>
            <Link to="/d/$id" params={{ id: batch.dataset_id }} search={{ open: row.ref }} title={name} aria-label={name} tabIndex={index === Math.min(at, rows.length - 1) ? 0 : -1} onFocus={() => setAt(index)} onKeyDown={move} className={cx("grid h-8 place-items-center rounded-2 border", LOOK[kind].box)}>
              <Icon kind={kind} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

export function GridLegend({ batch }: { batch: Batch }) {
  const { succeeded, flagged, failed, generating, queued, cancelled } = batch.counts;
  const entries: [Kind, number, string][] = [
    ["ready", succeeded - flagged, "ready"],
    ["flagged", flagged, "ready, with a flag"],
    ["failed", failed, "not written"],
    ["writing", generating, "being written"],
    ["waiting", queued, "waiting"],
  ];
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-12 text-text-2">
      {entries.map(([kind, count, words]) => (
        <li key={kind} className="flex items-center gap-2">
          <span aria-hidden className={cx("grid size-5 place-items-center rounded-1 border", LOOK[kind].box)}>
            <Icon kind={kind} />
          </span>
          <span className="tnum font-semibold text-text">{count}</span> {words}
        </li>
      ))}
      {cancelled > 0 ? (
        <li>
          <span className="tnum font-semibold text-text">{cancelled}</span> cancelled
        </li>
      ) : null}
    </ul>
  );
}

/** The whole as one bar: written, failed, being written, waiting. */
export function RunBar({ batch }: { batch: Batch }) {
  const { total, succeeded, failed, generating } = batch.counts;
  const part = (count: number): { width: string } => ({ width: `${String(total ? (count / total) * 100 : 0)}%` });
  return (
    <div role="progressbar" aria-label="Conversations finished" aria-valuenow={Math.floor(batch.percent)} aria-valuemin={0} aria-valuemax={100} className="flex h-2.5 gap-0.5 overflow-hidden rounded-pill bg-line">
      <span className="bg-st-generated" style={part(succeeded)} />
      {failed > 0 ? <span className="bg-st-failed" style={part(failed)} /> : null}
      {generating > 0 ? <span className="bg-st-generating opacity-60" style={part(generating)} /> : null}
    </div>
  );
}
