import { useEffect, useRef, useState } from "react";
import { CircleHelp, Columns3, Search } from "lucide-react";
import { MEANINGS, StatusBadge, type Shown } from "@/components/status";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { DropMenu, MenuCheck, MenuItem, MenuLine, Popover } from "@/components/ui/popover";
import { cx } from "@/lib/cx";
import { useShortcuts } from "@/lib/shortcuts";
import { COLUMN_NAMES } from "../columns";
import { LIST_FILTERS, withFilter, type TableSearch } from "../url";
import { Filters } from "./filters";

interface Props {
  search: TableSearch;
  facets: Record<string, Record<string, number>>;
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
      now.onChange(withFilter(now.search, { q: text.trim() }), true);
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
        className="peer h-7 w-full rounded-2 border border-control bg-surface pr-8 pl-8 text-13 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="absolute top-1 right-2 peer-focus:hidden">
        <Kbd>/</Kbd>
      </span>
    </div>
  );
}

const SHOWN: readonly Shown[] = ["planned", "queued", "generating", "generated", "flagged", "approved", "rejected", "needs_edit", "failed"];

/** As light as the filters beside it, so that one line holds them all. */
const TOOL = "gap-1! px-2! font-medium!";

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

function Columns({ search, onChange }: Pick<Props, "search" | "onChange">) {
  const hidden = search.hide ?? [];
  return (
    <DropMenu
      trigger={
        <Button size="s" icon={Columns3} className={TOOL}>
          Columns
        </Button>
      }
    >
      {Object.entries(COLUMN_NAMES).map(([key, name]) => (
        <MenuCheck
          key={key}
          checked={!hidden.includes(key)}
          onChange={(on) => onChange({ ...search, hide: on ? hidden.filter((one) => one !== key) : [...hidden, key] }, true)}
        >
          {name}
        </MenuCheck>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => onChange({ ...search, hide: [] }, true)}>Show all columns</MenuItem>
    </DropMenu>
  );
}

export function Toolbar({ search, facets, folded, onChange }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <SearchBox search={search} onChange={onChange} />
      <Filters search={search} facets={facets} folded={folded} onChange={onChange} />
      <span className="ml-auto flex gap-1.5">
        {folded ? null : <Legend brief={LIST_FILTERS.filter((name) => search[name]).length > 2} />}
        <Columns search={search} onChange={onChange} />
      </span>
    </div>
  );
}
