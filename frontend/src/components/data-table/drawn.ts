import { useCallback, useEffect, useEffectEvent, useState, type RefObject } from "react";
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";

/** Pages up to this long are drawn whole, so that the browser finds every word of them. */
const WHOLE = 50;
/** Rows beyond both edges, for a fast wheel and for the tab key. */
const BEYOND = 10;
/** Heights in rem, as in the classes of the head and of the rows. */
const HEAD = 2;
const ROW = { compact: 2.25, comfortable: 2.75 };

/** Which rows of a page stand in the document, each with the empty space above it in pixels. */
interface Drawn {
  rows: { index: number; above: number }[];
  below: number;
}

/** The row that holds the keyboard is kept, however far it is scrolled away. */
function heldBy(region: HTMLElement | null): number | null {
  const row = region?.contains(document.activeElement) ? document.activeElement?.closest<HTMLElement>("[data-at]") : null;
  return row ? Number(row.dataset["at"]) : null;
}

const rem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/**
 * Draws the rows in sight of a long page and leaves space where the others are.
 * Another focused row is brought into sight, below the head that stays.
 */
export function useDrawn(region: RefObject<HTMLDivElement | null>, ids: readonly string[], focusId: string | null, density: keyof typeof ROW): Drawn {
  const count = ids.length;
  const long = count > WHOLE;
  const [unit] = useState(rem);
  const height = ROW[density] * unit;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const held = heldBy(region.current);
      const inSight = defaultRangeExtractor(range);
      return held === null || held >= range.count || inSight.includes(held) ? inSight : [...inSight, held].sort((one, other) => one - other);
    },
    [region],
  );
  const virtualizer = useVirtualizer({
    count,
    enabled: long,
    getScrollElement: () => region.current,
    estimateSize: () => height,
    overscan: BEYOND,
    scrollMargin: HEAD * unit,
    scrollPaddingStart: HEAD * unit,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    rangeExtractor,
    useFlushSync: false,
  });
  const show = useEffectEvent(() => {
    const index = focusId === null ? -1 : ids.indexOf(focusId);
    if (index < 0) return;
    if (long) virtualizer.scrollToIndex(index, { align: "auto" });
    else region.current?.querySelector(`[data-at="${String(index)}"]`)?.scrollIntoView({ block: "nearest" });
  });
  useEffect(() => {
    show();
  }, [focusId]);
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, height]);
  const items = long ? virtualizer.getVirtualItems().map((item) => item.index) : Array.from({ length: count }, (_, index) => index);
  const rows = items.map((index, at) => ({ index, above: (index - (items[at - 1] ?? -1) - 1) * height }));
  return { rows, below: (count - 1 - (items.at(-1) ?? -1)) * height };
}
