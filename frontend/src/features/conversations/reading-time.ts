import { useEffect, useRef } from "react";

/** Longer without a sign of the reader is no reading. */
export const IDLE_MS = 5 * 60_000;
const SIGNS = ["keydown", "pointermove", "pointerdown", "wheel", "focus"] as const;

/** Adds up time between signs of a reader; a gap of more than five minutes is left out. */
export class ReadingClock {
  private total = 0;
  constructor(private last: number) {}

  sign(now: number): void {
    const gap = now - this.last;
    if (gap <= IDLE_MS) this.total += gap;
    this.last = now;
  }

  seconds(now: number): number {
    this.sign(now);
    return Math.round(this.total / 1000);
  }
}

/** How long this has been read since it was opened, in seconds. */
export function useReadingTime(): () => number {
  const clock = useRef<ReadingClock | null>(null);
  useEffect(() => {
    const started = new ReadingClock(Date.now());
    clock.current = started;
    const sign = (): void => started.sign(Date.now());
    SIGNS.forEach((name) => window.addEventListener(name, sign, { passive: true, capture: true }));
    return () => SIGNS.forEach((name) => window.removeEventListener(name, sign, { capture: true }));
  }, []);
  return () => clock.current?.seconds(Date.now()) ?? 0;
}
