import { useEffect, useRef, useState } from "react";
import { CircleHelp, Search } from "lucide-react";
import { MEANINGS, StatusBadge, type Shown } from "@/components/status";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import { cx } from "@/lib/cx";
import { useShortcuts } from "@/lib/shortcuts";
import type { Labels } from "../filters";
import { LIST_FILTERS, withFilter, type ListFilter, type TableSearch } from "../url";
import { ColumnChooser } from "./column-chooser";
import { Filters } from "./filters";

interface Props {
  search: TableSearch;
  facets: Record<string, Record<string, number>>;
  labels: Labels;
  folded: boolean;
  onChange: (next: TableSearch, replace?: boolean) => void;
}

/** Typing replaces the address instead of adding to the history, a quarter of a second after the last key. */
function SearchBox({ search, onChange }: Pick<Props, "search" | "onChange">) {
  const [text, setText] = useState(search.q ?? "");
  const box = useRef<HTMLInputElement>(null);
  const latest = useRef({ search, onChange });
  useEffect(() => {
    latest.current = { search, onChange };
  });
  // Back, a badge and "clear all" change the address too; what was typed here meanwhile is not overwritten by its echo.
  const [sent, setSent] = useState(search.q ?? "");
  if ((search.q ?? "") !== sent) {
    setSent(search.q ?? "");
    setText(search.q ?? "");
  }
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = latest.current;
      if (text.trim() === (now.search.q ?? "")) return;
      setSent(text.trim());
      now.onChange(withFilter(now.search, text.trim() ? { q: text.trim() } : { q: "", in_text: undefined }), true);
    }, 250);
    return () => clearTimeout(timer);
  }, [text]);
  useShortcuts({ "/": () => box.current?.focus() });
  return (
    <div className="relative min-w-24 flex-1 basis-24">
      <Search aria-hidden size={16} strokeWidth={1.75} className="absolute top-1.5 left-2.5 text-text-3" />
      <input
        ref={box}
        type="search"
        aria-label="Search the conversations"
        placeholder="Search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && box.current?.blur()}
        className={cx("peer h-7 w-full rounded-2 border border-control bg-surface pl-8 text-13 [&::-webkit-search-cancel-button]:hidden", search.q ? "pr-28" : "pr-8")}
      />
      {search.q ? (
        <label className="absolute top-0.5 right-2 flex h-6 items-center gap-1.5 bg-surface pl-1 text-12 whitespace-nowrap text-text-2" title="Also look at what was said in up to 1,000 of the conversations">
          <Checkbox checked={search.in_text === "true"} onChange={(event) => onChange(withFilter(search, { in_text: event.target.checked ? "true" : undefined }), true)} />
          inside the text
        </label>
      ) : (
        <span className="absolute top-1 right-2 peer-focus:hidden">
          <Kbd>/</Kbd>
        </span>
      )}
    </div>
  );
}

const SHOWN: readonly Shown[] = ["planned", "queued", "generating", "generated", "flagged", "approved", "rejected", "needs_edit", "failed"];

/** As light as the filters beside it, so that one line holds them all. */
export const TOOL = "gap-1! px-2! font-medium!";

const Legend = ({ brief }: { brief: boolean }) => (
  <Popover
    label="What the badges mean"
    align="end"
    className="w-96 max-w-[calc(100vw-32px)] p-3"
    trigger={
      <Button size="s" icon={CircleHelp} className={cx(TOOL, brief ? "w-7 px-0!" : "max-xl:w-7 max-xl:px-0!")} aria-label="What the badges mean">
        <span className={brief ? "hidden" : "max-xl:hidden"}>What the badges mean</span>
      </Button>
    }
  >
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
      {SHOWN.map((status) => (
        <div key={status} className="contents">
          <dt>
            <StatusBadge status={status} />
          </dt>
          <dd className="text-12 text-text-2">{MEANINGS[status]}</dd>
        </div>
      ))}
    </dl>
  </Popover>
);

interface ToolbarProps extends Props {
  /** Which columns there are to choose from, when a table lets people choose. */
  columns?: boolean;
  first?: readonly ListFilter[];
}

export function Toolbar({ search, facets, labels, folded, onChange, columns = true, first }: ToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <SearchBox search={search} onChange={onChange} />
      <Filters search={search} facets={facets} labels={labels} folded={folded} onChange={onChange} {...(first ? { first } : {})} />
      <span className="ml-auto flex gap-1.5">
        {folded ? null : <Legend brief={LIST_FILTERS.filter((name) => search[name]).length > 2} />}
        {columns ? <ColumnChooser search={search} onChange={onChange} /> : null}
      </span>
    </div>
  );
}
