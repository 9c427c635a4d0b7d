import { cx } from "@/lib/cx";

export type Band = "low" | "fair" | "good";

/** Below 6, 6 to 8, above 8. */
export const bandOf = (score: number): Band => (score < 6 ? "low" : score > 8 ? "good" : "fair");

const LOOK: Record<Band, { text: string; fill: string; bar: string; shape: string }> = {
  low: { text: "text-score-low-text", fill: "fill-score-low", bar: "bg-score-low", shape: "M0 1h10L5 9z" },
  fair: { text: "text-score-mid-text", fill: "fill-score-mid", bar: "bg-score-mid", shape: "M5 0l5 5-5 5-5-5z" },
  good: { text: "text-score-high-text", fill: "fill-score-high", bar: "bg-score-high", shape: "M0 9h10L5 1z" },
};

export const Shape = ({ band, className }: { band: Band; className?: string }) => (
  <svg aria-hidden viewBox="0 0 10 10" className={cx("size-2.5 shrink-0", LOOK[band].fill, className)}>
    <path d={LOOK[band].shape} />
  </svg>
);

/** Number, shape, and a meter where there is room: on wide screens, and on small ones that show few columns. */
export function Score({ value, meter = false }: { value: number | null; meter?: boolean }) {
  if (value === null) {
    return (
      <span className="inline-block w-12 text-center text-text-3">
        <span aria-hidden>–</span>
        <span className="sr-only">no score</span>
      </span>
    );
  }
  const band = bandOf(value);
  return (
    <span className="inline-flex items-center gap-2">
      <Shape band={band} />
      <span className={cx("tnum w-7 text-right font-semibold", LOOK[band].text)}>{value.toFixed(1)}</span>
      <span className="sr-only">{band}</span>
      {meter ? (
        <span aria-hidden className="hidden h-1 w-10 rounded-pill bg-line max-lg:block min-[1600px]:block">
          <span className={cx("block h-full rounded-pill", LOOK[band].bar)} style={{ width: `${String(value * 10)}%` }} />
        </span>
      ) : null}
    </span>
  );
}

export const bandClass = (band: Band): string => LOOK[band].text;
