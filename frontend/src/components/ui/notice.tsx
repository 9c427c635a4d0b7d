import type { ReactNode } from "react";
import { AlertTriangle, CheckCircle2, Info, type LucideIcon, XCircle } from "lucide-react";
import { cx } from "@/lib/cx";

export type Tone = "info" | "warn" | "problem" | "done";

const TONES: Record<Tone, { box: string; icon: LucideIcon }> = {
  info: { box: "bg-st-generating-bg text-st-generating-text", icon: Info },
  warn: { box: "bg-st-flagged-bg text-st-flagged-text", icon: AlertTriangle },
  problem: { box: "bg-st-rejected-bg text-st-rejected-text", icon: XCircle },
  done: { box: "bg-st-approved-bg text-st-approved-text", icon: CheckCircle2 },
};

interface Props {
  tone: Tone;
  title: string;
  icon?: LucideIcon;
  action?: ReactNode;
  children?: ReactNode;
}

/** What, so what, action. */
export function Notice({ tone, title, icon, action, children }: Props) {
  const Icon = icon ?? TONES[tone].icon;
  return (
    <div role={tone === "problem" ? "alert" : "status"} className={cx("flex gap-2.5 rounded-3 px-4 py-2.5 text-13", action ? "items-center" : "items-start", TONES[tone].box)}>
      <Icon aria-hidden size={16} strokeWidth={1.75} className={cx("shrink-0", !action && "mt-0.5")} />
      <p className="min-w-0 flex-1 anywhere">
        <strong className="font-semibold">{title}</strong> {children}
      </p>
      {action}
    </div>
  );
}

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  tone?: "plain" | "info" | "warn" | "problem";
  actions?: ReactNode;
  details?: string | null;
  children?: ReactNode;
}

const EMPTY_TONES = {
  plain: "text-text-3",
  info: "text-st-generating",
  warn: "text-st-flagged",
  problem: "text-st-failed",
};

/** What happened, what it means for one's work, what to do next. */
export function EmptyState({ icon: Icon, title, tone = "plain", actions, details, children }: EmptyProps) {
  return (
    <section className="m-auto grid max-w-120 justify-items-start gap-2 rounded-3 border border-line bg-surface p-5">
      <Icon aria-hidden size={20} strokeWidth={1.75} className={EMPTY_TONES[tone]} />
      <h2 className="text-15 font-title">{title}</h2>
      <p className="text-13 text-text-2 anywhere">{children}</p>
      {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      {details ? (
        <details className="mt-1 text-12 text-text-3">
          <summary>Details for technicians</summary>
          <p className="mt-1 font-mono anywhere">{details}</p>
        </details>
      ) : null}
    </section>
  );
}
