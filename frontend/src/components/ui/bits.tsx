import { useEffect, useState, type ReactNode } from "react";
import { cx } from "@/lib/cx";
import { exactTime, shortTime } from "@/lib/time";

export const Kbd = ({ children, dark }: { children: ReactNode; dark?: boolean }) => (
  <kbd
    aria-hidden
    className={cx(
      "inline-grid h-4.5 min-w-4.5 place-items-center rounded-1 border px-1 font-sans text-11",
      dark ? "border-current" : "border-line-strong bg-sunken text-text-2",
    )}
  >
    {children}
  </kbd>
);

export function Time({ at, empty = "–" }: { at: string | null | undefined; empty?: string }) {
  if (!at) return <>{empty}</>;
  return (
    <time dateTime={at} title={exactTime(at)} className="tnum">
      {shortTime(at)}
    </time>
  );
}

/** A share of something as a bar; the figure stands beside it, never in it alone. */
export function Meter({ share, className, tone = "bg-text-2" }: { share: number; className?: string; tone?: string }) {
  return (
    <span aria-hidden className={cx("block h-1.5 overflow-hidden rounded-pill bg-line", className)}>
      <span className={cx("block h-full", tone)} style={{ width: `${String(Math.min(100, Math.max(0, share * 100)))}%` }} />
    </span>
  );
}

export const Card = ({ children, className }: { children: ReactNode; className?: string }) => (
  <section className={cx("rounded-3 border border-line bg-surface", className)}>{children}</section>
);

export const Bone = ({ className }: { className?: string }) => (
  <span aria-hidden className={cx("block bg-line", className?.includes("rounded") ? "" : "rounded-pill", /\bh-/.test(className ?? "") ? "" : "h-2.5", className)} />
);

/** Nothing for 150 ms, then the shape of what comes, after four seconds a word about it. */
export function Waiting({ children }: { children: ReactNode }) {
  const [stage, setStage] = useState<"quiet" | "shape" | "words">("quiet");
  useEffect(() => {
    const shape = setTimeout(() => setStage("shape"), 150);
    const words = setTimeout(() => setStage("words"), 4000);
    return () => {
      clearTimeout(shape);
      clearTimeout(words);
    };
  }, []);
  if (stage === "quiet") return null;
  return (
    <div aria-busy="true">
      {children}
      <p role="status" className="px-5 py-2 text-13 text-text-3">
        {stage === "words" ? "Still loading, this takes longer than usual" : <span className="sr-only">Loading</span>}
      </p>
    </div>
  );
}

export const Chip = ({ name, children }: { name?: string; children: ReactNode }) => (
  <span className="inline-flex h-5.5 items-center gap-1.5 rounded-1 border border-line bg-sunken px-2 text-12 text-text-2">
    {name}
    <span className={cx(name && "font-semibold text-text")}>{children}</span>
  </span>
);
