import { useCallback, useState } from "react";

const storage = (): Storage | null => {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
};

/** Typed text that outlives a reload, a closed panel or a refused request, until it is stored. */
export function useDraft(name: string): [string, (text: string) => void, () => void] {
  const key = `br.draft.${name}`;
  const [text, setText] = useState(() => storage()?.getItem(key) ?? "");
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next) storage()?.setItem(key, next);
      else storage()?.removeItem(key);
    },
    [key],
  );
  const clear = useCallback(() => write(""), [write]);
  return [text, write, clear];
}
