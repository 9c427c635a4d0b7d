import { useEffect, useState } from "react";

/** The time, once a second while something on the page counts it. */
export function useNow(active: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [active]);
  return now;
}

/** Two seconds while someone looks, fifteen while nobody does. */
export const pollEvery = (seconds = 2): number => (document.hidden ? 15_000 : seconds * 1000);
