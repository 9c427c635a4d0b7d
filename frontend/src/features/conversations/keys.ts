import { useEffect } from "react";
import type { ConversationRow } from "@/api/types";
import { typing, useShortcuts } from "@/lib/shortcuts";

interface Options {
  items: readonly ConversationRow[];
  focusId: string | null;
  setFocusId: (id: string | null) => void;
  onOpen: (row: ConversationRow) => void;
  onReview: (row: ConversationRow) => void;
  onSelect: (row: ConversationRow) => void;
  onPage: (page: number) => void;
  onEscape: () => void;
  /** From where the selection began to this row. */
  onRange: (row: ConversationRow) => void;
  onSelectAll: () => void;
  page: number;
  pages: number;
  active: boolean;
}

const A_SCREENFUL = 10;

/** Moving in the table without the mouse. While the panel is open the same keys belong to it. */
export function useTableKeys({ items, focusId, setFocusId, onOpen, onReview, onSelect, onRange, onSelectAll, onPage, onEscape, page, pages, active }: Options): void {
  const at = items.findIndex((row) => row.id === focusId);
  const focus = (index: number) => (event: KeyboardEvent): void => {
    const row = items[Math.max(0, Math.min(items.length - 1, index))];
    if (!row) return;
    setFocusId(row.id);
    if (event.shiftKey && event.key.startsWith("Arrow")) onRange(row);
  };
  const onRow = (act: (row: ConversationRow) => void) => (): void => {
    const row = items[at];
    if (row) act(row);
  };
  useShortcuts(
    {
      j: focus(at + 1),
      ArrowDown: focus(at + 1),
      k: focus(at < 0 ? 0 : at - 1),
      ArrowUp: focus(at < 0 ? 0 : at - 1),
      Home: focus(0),
      End: focus(items.length - 1),
      PageDown: focus(at + A_SCREENFUL),
      PageUp: focus(at < 0 ? 0 : at - A_SCREENFUL),
      " ": onRow(onSelect),
      Enter: onRow(onOpen),
      "Shift Enter": onRow(onReview),
      "]": () => page < pages && onPage(page + 1),
      "[": () => page > 1 && onPage(page - 1),
      Escape: onEscape,
    },
    active,
  );
  // With Ctrl it is no single key, so it has a listener of its own.
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "a" || typing(event.target)) return;
      event.preventDefault();
      onSelectAll();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
