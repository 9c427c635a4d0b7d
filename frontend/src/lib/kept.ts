import { useCallback, useState } from "react";

/** A value that stays with the person, in this browser. A blocked storage only means that it is not kept. */
export function useKept<T>(name: string, initial: T): [T, (next: T) => void] {
  const key = `br.${name}`;
  const [value, setValue] = useState<T>(() => readKept(key, initial));
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Not kept, still in effect.
      }
    },
    [key],
  );
  return [value, keep];
}

function readKept<T>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}
