import {
  AlertTriangle,
  CheckCircle2,
  CircleDashed,
  CircleX,
  Clock3,
  FileText,
  Flag,
  Loader,
  PencilLine,
  type LucideIcon,
} from "lucide-react";
import type { ConversationRow, Status } from "@/api/types";
import { cx } from "@/lib/cx";
import { STATUS_WORDS } from "@/lib/words";

export type Shown = Status | "flagged";

interface Look {
  icon: LucideIcon;
  badge: string;
  solid: string;
  ink: string;
}

export const STATUS_LOOKS: Record<Shown, Look> = {
  planned: { icon: CircleDashed, badge: "bg-st-planned-bg text-st-planned-text", solid: "bg-st-planned", ink: "text-st-planned" },
  queued: { icon: Clock3, badge: "bg-st-queued-bg text-st-queued-text", solid: "bg-st-queued", ink: "text-st-queued" },
  generating: { icon: Loader, badge: "bg-st-generating-bg text-st-generating-text", solid: "bg-st-generating", ink: "text-st-generating" },
  generated: { icon: FileText, badge: "bg-st-generated-bg text-st-generated-text", solid: "bg-st-generated", ink: "text-st-generated" },
  flagged: { icon: Flag, badge: "bg-st-flagged-bg text-st-flagged-text", solid: "bg-st-flagged", ink: "text-st-flagged" },
  approved: { icon: CheckCircle2, badge: "bg-st-approved-bg text-st-approved-text", solid: "bg-st-approved", ink: "text-st-approved" },
  rejected: { icon: CircleX, badge: "bg-st-rejected-bg text-st-rejected-text", solid: "bg-st-rejected", ink: "text-st-rejected" },
  needs_edit: { icon: PencilLine, badge: "bg-st-flagged-bg text-st-flagged-text", solid: "bg-st-flagged", ink: "text-st-flagged" },
  failed: { icon: AlertTriangle, badge: "bg-st-failed-bg text-st-failed-text", solid: "bg-st-failed", ink: "text-st-failed" },
};

/** "Flagged" is a mark on a generated conversation, and what a reader needs to see first. */
export const shownStatus = (row: Pick<ConversationRow, "status" | "flagged">): Shown =>
  row.status === "generated" && row.flagged ? "flagged" : row.status;

export function StatusIcon({ status, size = 14 }: { status: Shown; size?: number }) {
  const Icon = STATUS_LOOKS[status].icon;
  return <Icon aria-hidden size={size} strokeWidth={1.75} className={cx("shrink-0", status === "generating" && "animate-spin")} />;
}

export const badgeClass = (status: Shown): string =>
  cx("inline-flex h-6 items-center gap-1.5 rounded-pill pr-2 pl-1.5 text-12 font-medium whitespace-nowrap", STATUS_LOOKS[status].badge);

export const StatusBadge = ({ status }: { status: Shown }) => (
  <span className={badgeClass(status)}>
    <StatusIcon status={status} />
    {STATUS_WORDS[status]}
  </span>
);

export const MEANINGS: Record<Shown, string> = {
  planned: "Planned, nothing written, nothing spent.",
  queued: "Waiting for its turn.",
  generating: "Claude is writing it now.",
  generated: "Written and scored, waiting for you to read it.",
  flagged: "Written, but its score is low or a check found something.",
  approved: "You want to train with it. Only these are exported.",
  rejected: "Stays here, is never exported.",
  needs_edit: "Someone marked it: good after a change.",
  failed: "Could not be written. It says why and what to do.",
};
