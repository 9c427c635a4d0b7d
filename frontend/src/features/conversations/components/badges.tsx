import { X } from "lucide-react";
import { shownFilters, type Labels } from "../filters";
import { isFiltered, withFilter, withoutFilters, type TableSearch } from "../url";

interface Props {
  search: TableSearch;
  labels: Labels;
  /** Unknown until the first page is there; nothing is said about it before. */
  matching: number | undefined;
  total: number | undefined;
  onChange: (next: TableSearch) => void;
  /** Said behind the count, such as that a search looked into a part only. */
  note?: string | null;
}

interface BadgeProps {
  name: string;
  text: string;
  onRemove: () => void;
}

function Badge({ name, text, onRemove }: BadgeProps) {
  return (
    <button
      type="button"
      title={`${name}: ${text}`}
      aria-label={`Remove the filter ${name}: ${text}`}
      onClick={onRemove}
      onKeyDown={(event) => {
        if (event.key === "Delete" || event.key === "Backspace") onRemove();
      }}
      className="flex h-6 max-w-112 items-center gap-1.5 rounded-pill bg-primary-soft pr-2 pl-2.5 text-12 text-primary-text hover:brightness-95"
    >
      <span className="truncate">
        {name}: <strong className="font-semibold">{text}</strong>
      </span>
      <X aria-hidden size={14} className="shrink-0" />
    </button>
  );
}

/** What is filtered, each removable; how many match is announced. */
export function FilterBadges({ search, labels, matching, total, onChange, note }: Props) {
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-1.5">
      {shownFilters(search, labels).map(({ name, text, without }) => (
        <Badge key={`${name} ${Object.keys(without).join(" ")}`} name={name} text={text} onRemove={() => onChange(withFilter(search, without))} />
      ))}
      {isFiltered(search) ? (
        <button type="button" className="h-6 px-1.5 text-12 font-semibold text-primary-text hover:underline" onClick={() => onChange(withoutFilters(search))}>
          Clear all filters
        </button>
      ) : null}
      <p role="status" className="ml-auto text-13 text-text-2">
        {matching === undefined || total === undefined ? null : (
          <>
            <span className="tnum font-semibold text-text">{matching.toLocaleString("en-US")}</span> of {total.toLocaleString("en-US")}
            {isFiltered(search) ? " match" : ""}
          </>
        )}
        {note ? `. ${note}` : ""}
      </p>
    </div>
  );
}
