import { useState } from "react";
import type { Template } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { cx } from "@/lib/cx";
import { useSetShares } from "../api";
import { withShare } from "../text";

const FILL = ["bg-heat-4", "bg-heat-2", "bg-heat-1"];

/** Shares of the versions in use. An edge moves by arrow keys (Shift: 5) or by dragging; the total stays 100. */
export function VersionShares({ template, readOnly }: { template: Template; readOnly: string | null }) {
  const stored = Object.fromEntries(template.shares.map((one) => [one.version, one.percent]));
  const [shares, setShares] = useState<Record<number, number>>(stored);
  const save = useSetShares(template);
  const numbers = Object.keys(shares).map(Number).sort((a, b) => b - a);
  const changed = numbers.some((number) => shares[number] !== stored[number]);
  const move = (number: number, by: number): void => setShares(withShare(shares, number, (shares[number] ?? 0) + by));
  const drag = (number: number) => (event: React.PointerEvent<HTMLSpanElement>): void => {
    const handle = event.currentTarget;
    const width = handle.closest("[data-bar]")?.clientWidth ?? 1;
    const [from, start] = [event.clientX, shares];
    handle.setPointerCapture(event.pointerId);
    const moved = (to: PointerEvent): void => setShares(withShare(start, number, (start[number] ?? 0) + ((to.clientX - from) / width) * 100));
    handle.addEventListener("pointermove", moved);
    handle.addEventListener("pointerup", () => handle.removeEventListener("pointermove", moved), { once: true });
  };
  const key = (number: number) => (event: React.KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!step || readOnly) return;
    event.preventDefault();
    move(number, step * (event.shiftKey ? 5 : 1));
  };
  return (
    <div className="grid gap-2 border-t border-line px-4 py-3">
      <div data-bar className="flex h-9 gap-0.75 overflow-hidden rounded-3">
        {numbers.map((number, index) => (
          <div key={number} className={cx("relative flex min-w-6 items-center justify-between gap-2 px-3 text-13 font-semibold", FILL[index % FILL.length])} style={{ flexGrow: shares[number] ?? 0, flexBasis: 0 }}>
            <span className="truncate">{`Version ${String(number)}`}</span>
            <span className="tnum">{`${String(shares[number] ?? 0)}%`}</span>
            {index < numbers.length - 1 && !readOnly ? (
              // A separator that can be focused and moved is a widget by its role.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
              <span
                role="separator"
                // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                tabIndex={0}
                aria-orientation="vertical"
                aria-label={`Share of version ${String(number)}`}
                aria-valuenow={shares[number] ?? 0}
                aria-valuemin={0}
                aria-valuemax={100}
                onPointerDown={drag(number)}
                onKeyDown={key(number)}
                className="absolute inset-y-0 -right-1.5 w-3 cursor-ew-resize touch-none"
              />
            ) : null}
          </div>
        ))}
      </div>
      {readOnly ? null : (
        <div className="flex flex-wrap items-center gap-3">
          {numbers.map((number) => (
            <label key={number} className="flex items-center gap-1.5 text-12 whitespace-nowrap text-text-2">
              {`Version ${String(number)}`}
              <Input type="number" min={0} max={100} aria-label={`Percent of version ${String(number)}`} className="w-16!" value={shares[number] ?? 0} onChange={(event) => setShares(withShare(shares, number, Number(event.target.value)))} />
              %
            </label>
          ))}
          <Button size="s" className="ml-auto" busy={save.isPending} disabledReason={changed ? null : "Move a share first"} onClick={() => save.mutate(shares)}>
            Use these shares
          </Button>
        </div>
      )}
    </div>
  );
}
