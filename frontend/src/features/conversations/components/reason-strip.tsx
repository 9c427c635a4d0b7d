import { useEffect, useRef } from "react";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { REASONS, type Deciding } from "../deciding";

/** Six reasons on six keys. Enter sends, with or without one; a note can be added with N. */
export function ReasonStrip({ deciding, onNote }: { deciding: Deciding; onNote: () => void }) {
  const { asking, reasons, toggle, press, cancel } = deciding;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [asking]);
  const offered = asking ? (REASONS[asking] ?? []) : [];
  if (!asking) return null;
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const reason = offered[Number(event.key) - 1];
    if (reason) toggle(reason);
    else if (event.key === "Escape") cancel();
    else if (event.key === "Enter" && event.target === box.current) press(asking);
    else if (event.key.toLowerCase() === "n") onNote();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The strip takes the keys while it asks; each of them is a button in it too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="group"
      tabIndex={-1}
      aria-label={asking === "reject" ? "Why reject" : "Why flag"}
      onKeyDown={onKeyDown}
      className="flex flex-wrap items-center gap-2 border-t border-line bg-sunken px-5 py-2.5 outline-none"
    >
      <p className="text-12 font-semibold text-text-2">{asking === "reject" ? "Why not?" : "What is to be looked at?"}</p>
      {offered.map((reason, index) => (
        <button
          key={reason}
          type="button"
          aria-pressed={reasons.includes(reason)}
          onClick={() => toggle(reason)}
          className={cx(
            "inline-flex h-7 items-center gap-1.5 rounded-pill border px-2.5 text-12 font-medium",
            reasons.includes(reason) ? "border-primary bg-primary-soft text-primary-text" : "border-control bg-surface hover:bg-hover",
          )}
        >
          <Kbd>{index + 1}</Kbd> {reason}
        </button>
      ))}
      <Button size="s" variant="quiet" className="ml-auto" onClick={cancel}>
        Cancel <Kbd>Esc</Kbd>
      </Button>
    </div>
  );
}
