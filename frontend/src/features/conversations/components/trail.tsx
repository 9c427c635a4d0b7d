import { Check } from "lucide-react";
import { Link } from "@tanstack/react-router";
import type { Summary } from "@/api/types";
import { cx } from "@/lib/cx";

type Step = "describe" | "generate" | "review" | "export";

/** Where a dataset stands: the first step that is not done yet is the current one. */
export function currentStep({ counts }: Summary): Step {
  if (counts.total === 0) return "describe";
  const written = counts.total - counts.planned - counts.queued - counts.generating - counts.failed;
  if (written === 0) return "generate";
  return counts.approved + counts.rejected < written ? "review" : "export";
}

export function Trail({ summary, dataset, at }: { summary: Summary; dataset: string; at?: Step }) {
  const { counts } = summary;
  const now = at ?? currentStep(summary);
  const written = counts.total - counts.planned - counts.queued - counts.generating - counts.failed;
  const read = counts.approved + counts.rejected;
  const steps = [
    { key: "describe", label: "Describe", done: counts.total > 0, left: "", to: "/d/$id/plan" },
    { key: "generate", label: "Generate", done: written > 0, left: now === "generate" && counts.planned ? `${String(counts.planned)} left` : "", to: "/d/$id" },
    { key: "review", label: "Review", done: written > 0 && read >= written, left: now === "review" ? `${String(read)} of ${String(written)}` : "", to: "/d/$id" },
    { key: "export", label: "Export", done: false, left: "", to: "/d/$id/export" },
  ] as const;
  return (
    <ol aria-label="Steps" className="flex items-center max-xl:hidden">
      {steps.map((step, index) => (
        <li key={step.key} className="flex items-center">
          {index > 0 ? <span aria-hidden className="mx-1 w-3 border-t border-line-strong" /> : null}
          <Link
            to={step.to}
            params={{ id: dataset }}
            aria-current={step.key === now ? "step" : undefined}
            className={cx(
              "flex h-7 items-center gap-1.5 rounded-pill px-2 text-12 font-medium text-text-2 hover:bg-hover",
              step.key === now && "bg-primary-soft text-primary-text",
            )}
          >
            <span
              aria-hidden
              className={cx(
                "grid size-4.5 place-items-center rounded-pill text-12 font-semibold",
                step.key === now ? "bg-primary text-on-primary" : step.done ? "bg-st-approved text-surface" : "border border-control",
              )}
            >
              {step.done && step.key !== now ? <Check size={12} strokeWidth={2.5} /> : index + 1}
            </span>
            {step.label}
            {step.done && step.key !== now ? <span className="sr-only">, done</span> : null}
            {step.left ? <span className="tnum">{step.left}</span> : null}
          </Link>
        </li>
      ))}
    </ol>
  );
}
