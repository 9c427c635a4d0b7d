import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { Select } from "@/components/ui/field";

interface Props {
  page: number;
  size: number;
  sizes: readonly number[];
  /** Unknown until the first page is there. */
  total: number | undefined;
  onPage: (page: number) => void;
  onSize: (size: number) => void;
  compact?: boolean;
}

const figure = (value: number): string => value.toLocaleString("en-US");
const shownOf = (page: number, size: number, total: number): string =>
  total === 0 ? "None" : `${figure((page - 1) * size + 1)} to ${figure(Math.min(page * size, total))} of ${figure(total)}`;

export function TableFooter({ page, size, sizes, total, onPage, onSize, compact }: Props) {
  const pages = total === undefined ? page : Math.max(1, Math.ceil(total / size));
  return (
    <footer className="flex h-11 shrink-0 items-center gap-4 border-t border-line px-5 text-13 text-text-2">
      <span className="tnum">{total === undefined ? null : shownOf(page, size, total)}</span>
      <span className="ml-auto flex items-center gap-2">
        {compact ? null : (
          <label className="flex items-center gap-2">
            Rows
            <Select value={size} onChange={(event) => onSize(Number(event.target.value))}>
              {sizes.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          </label>
        )}
      </span>
      <span className="flex items-center gap-1">
        <IconButton icon={ChevronLeft} label="Previous page" hint="[" size="s" disabledReason={page <= 1 && "This is the first page"} onClick={() => onPage(page - 1)} />
        <span className="tnum px-1">
          {total === undefined ? null : `Page ${String(page)} of ${String(pages)}`}
        </span>
        <IconButton icon={ChevronRight} label="Next page" hint="]" size="s" variant="default" disabledReason={page >= pages && "This is the last page"} onClick={() => onPage(page + 1)} />
      </span>
    </footer>
  );
}
