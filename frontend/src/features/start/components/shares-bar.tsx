import { useRef } from "react";
import type { TierCounts } from "@/api/types";
import { cx } from "@/lib/cx";
import { TIER_HINTS, TIER_WORDS, TIERS } from "@/lib/words";
import { moveEdge } from "../shares";

const FILL = { template: "bg-heat-4", scenario: "bg-heat-2", edge_case: "bg-heat-1" } as const;

interface Props {
  counts: TierCounts;
  total: number;
  onChange: (counts: TierCounts) => void;
}

/** Three shares of one total. Edges are dragged, or moved by arrow keys: 1, with Shift 5. */
export function SharesBar({ counts, total, onChange }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const drag = (edge: 0 | 1) => (event: React.PointerEvent<HTMLSpanElement>): void => {
    const width = bar.current?.clientWidth ?? 1;
    const [from, start] = [event.clientX, counts];
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => onChange(moveEdge(start, edge, ((moved.clientX - from) / width) * total));
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", () => handle.removeEventListener("pointermove", move), { once: true });
  };
  const key = (edge: 0 | 1) => (event: React.KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    onChange(moveEdge(counts, edge, step * (event.shiftKey ? 5 : 1)));
  };
  return (
    <div>
      <div ref={bar} className="flex h-9 gap-0.75 overflow-hidden rounded-3">
        {TIERS.map((tier, index) => (
          <div key={tier} className={cx("relative flex min-w-6 items-center justify-between gap-2 px-3 text-13 font-semibold", FILL[tier])} style={{ flexGrow: counts[tier], flexBasis: 0 }}>
            <span className="truncate">{TIER_WORDS[tier]}</span>
            <span className="tnum">{counts[tier]}</span>
            {index < 2 ? (
              // A separator that can be focused and moved is a widget by its role.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
              <span
                role="separator"
                // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                tabIndex={0}
                aria-orientation="vertical"
                aria-label={`Edge between ${TIER_WORDS[tier]} and ${TIER_WORDS[TIERS[index + 1] ?? "edge_case"]}`}
                aria-valuenow={counts[tier]}
                aria-valuemin={0}
                aria-valuemax={total}
                onPointerDown={drag(index as 0 | 1)}
                onKeyDown={key(index as 0 | 1)}
                className="absolute inset-y-0 -right-1.5 w-3 cursor-ew-resize touch-none"
              />
            ) : null}
          </div>
        ))}
      </div>
      <ul className="mt-1 flex gap-0.75 text-12 text-text-2">
        {TIERS.map((tier) => (
          <li key={tier} className="min-w-24 pr-2" style={{ flexGrow: counts[tier], flexBasis: 0 }}>
            {TIER_HINTS[tier]}
          </li>
        ))}
      </ul>
    </div>
  );
}
