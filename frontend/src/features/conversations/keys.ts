import type { ConversationRow } from "@/api/types";
import { useShortcuts } from "@/lib/shortcuts";

interface Options {
  items: readonly ConversationRow[];
  focusId: string | null;
  setFocusId: (id: string | null) => void;
  onOpen: (row: ConversationRow) => void;
  onSelect: (row: ConversationRow) => void;
  onPage: (page: number) => void;
  onEscape: () => void;
  page: number;
  pages: number;
  active: boolean;
}

/** Moving in the table without the mouse. While the panel is open the same keys belong to it. */
export function useTableKeys({ items, focusId, setFocusId, onOpen, onSelect, onPage, onEscape, page, pages, active }: Options): void {
  const at = items.findIndex((row) => row.id === focusId);
  const focus = (index: number) => (): void => {
    const row = items[Math.max(0, Math.min(items.length - 1, index))];
    if (row) setFocusId(row.id);
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
      " ": onRow(onSelect),
      Enter: onRow(onOpen),
      "]": () => page < pages && onPage(page + 1),
      "[": () => page > 1 && onPage(page - 1),
      Escape: onEscape,
    },
    active,
  );
}
