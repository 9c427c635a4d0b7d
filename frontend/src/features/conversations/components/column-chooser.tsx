import { useState, type KeyboardEvent } from "react";
import { Columns3, GripVertical } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import { cx } from "@/lib/cx";
import { useRowHeight } from "@/lib/row-height";
import { chosenColumns, COLUMN_NAMES, moved } from "../columns";
import { withFilter, type TableSearch } from "../url";

interface Props {
  search: TableSearch;
  onChange: (next: TableSearch, replace?: boolean) => void;
}

/** Which columns, in which order (by drag, or Alt and an arrow on a focused one), and how high the rows are. */
export function ColumnChooser({ search, onChange }: Props) {
  const shown = chosenColumns(search.cols);
  const names = [...shown, ...Object.keys(COLUMN_NAMES).filter((one) => !shown.includes(one))];
  const [dragged, setDragged] = useState<string | null>(null);
  const [height, setHeight] = useRowHeight();
  const choose = (cols: readonly string[]): void => onChange({ ...withFilter(search, { cols: [...cols] }), ...(search.page ? { page: search.page } : {}) }, true);
  const onKey = (name: string) => (event: KeyboardEvent): void => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || step === 0 || !shown.includes(name)) return;
    event.preventDefault();
    choose(moved(shown, name, shown.indexOf(name) + step));
  };
  return (
    <Popover
      label="Columns"
      align="end"
      trigger={
        <Button size="s" icon={Columns3} className="gap-1! px-2! font-medium!">
          Columns
        </Button>
      }
    >
      <ul className="max-h-80 w-full overflow-y-auto p-1.5">
        {names.map((name) => {
          const on = shown.includes(name);
          return (
            <li key={name}>
              {/* Dragging is the pointer's way to reorder; the checkbox inside has the keys for it. */}
              {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
              <label
                className={cx("flex h-8 items-center gap-2 rounded-2 px-2 text-13 hover:bg-hover", !on && "text-text-3")}
                draggable={on}
                onDragStart={() => setDragged(name)}
                onDragOver={(event) => on && event.preventDefault()}
                onDrop={() => dragged && choose(moved(shown, dragged, shown.indexOf(name)))}
              >
                <Checkbox checked={on} disabled={on && shown.length === 1} onKeyDown={onKey(name)} onChange={() => choose(on ? shown.filter((one) => one !== name) : [...shown, name])} />
                <span className="flex-1">{COLUMN_NAMES[name]}</span>
                {on ? <GripVertical aria-hidden size={14} className="cursor-grab text-text-3" /> : null}
              </label>
            </li>
          );
        })}
      </ul>
      <p className="px-3.5 pb-2 text-12 text-text-3">Drag to reorder, or press Alt and an arrow key.</p>
      <fieldset className="flex items-center gap-1 border-t border-line px-3.5 py-2 text-13">
        <legend className="sr-only">Row height</legend>
        <span className="flex-1">Rows</span>
        {(["compact", "comfortable"] as const).map((one) => (
          <Button key={one} size="s" variant="quiet" aria-pressed={height === one} className="px-2! font-medium! aria-pressed:bg-selected" onClick={() => setHeight(one)}>
            {one === "compact" ? "Compact" : "Comfortable"}
          </Button>
        ))}
      </fieldset>
      <div className="border-t border-line p-1.5">
        <Button size="s" variant="quiet" onClick={() => choose([])}>
          The usual columns
        </Button>
      </div>
    </Popover>
  );
}
