import { Star } from "lucide-react";
import { useReadOnlyReason } from "@/api/queries";
import type { Conversation } from "@/api/types";
import { cx } from "@/lib/cx";
import { useRate } from "../comments";

const FIVE = [1, 2, 3, 4, 5];

/** How good a reader finds it. The star that is set takes the rating away again. */
export function Stars({ one }: { one: Conversation }) {
  const rate = useRate();
  const readOnly = useReadOnlyReason("reviewer");
  const stars = one.stars ?? 0;
  if (readOnly) return stars > 0 ? <span className="text-12 text-text-2">{stars} of 5 stars</span> : null;
  return (
    <span role="group" aria-label="Stars" className="inline-flex">
      {FIVE.map((number) => (
        <button
          key={number}
          type="button"
          title={stars === number ? "Take the stars away" : `${String(number)} of 5 stars`}
          aria-label={`${String(number)} of 5 stars`}
          aria-pressed={stars === number}
          className="grid size-6 place-items-center rounded-1 hover:bg-hover"
          onClick={() => rate.mutate({ row: one, stars: stars === number ? null : number })}
        >
          <Star aria-hidden size={14} strokeWidth={1.75} className={cx(number <= stars ? "fill-mark-line text-mark-line" : "text-text-3")} />
        </button>
      ))}
    </span>
  );
}
