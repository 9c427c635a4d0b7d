import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { Select } from "@/components/ui/field";

interface Props {
  page: number;
  size: number;
  sizes: readonly number[];
  total: number;
  onPage: (page: number) => void;
  onSize: (size: number) => void;
  compact?: boolean;
}

export function TableFooter({ page, size, sizes, total, onPage, onSize, compact }: Props) {
  const pages = Math.max(1, Math.ceil(total / size));
  const first = total === 0 ? 0 : (page - 1) * size + 1;
  return (
    <footer className="flex h-11 shrink-0 items-center gap-4 border-t border-line px-5 text-13 text-text-2">
      <span className="tnum">
        {first.toLocaleString("en-US")} to {Math.min(page * size, total).toLocaleString("en-US")} of {total.toLocaleString("en-US")}
      </span>
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
          Page {page} of {pages}
        </span>
        <IconButton icon={ChevronRight} label="Next page" hint="]" size="s" variant="default" disabledReason={page >= pages && "This is the last page"} onClick={() => onPage(page + 1)} />
      </span>
    </footer>
  );
}
