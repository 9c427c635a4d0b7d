import { X } from "lucide-react";
import { joinWords } from "@/lib/words";
import { isFiltered, LIST_FILTERS, withFilter, withoutFilters, type TableSearch } from "../url";
import { FILTER_NAMES, valueWord } from "./filters";

interface Props {
  search: TableSearch;
  matching: number;
  total: number;
  onChange: (next: TableSearch) => void;
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
export function FilterBadges({ search, matching, total, onChange }: Props) {
  const { min_score: min, max_score: max, q, flagged, template_id: template, template_version: version } = search;
  const scores = min && max ? `${min} to ${max}` : min ? `${min} or more` : `${max ?? ""} or less`;
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-1.5">
      {LIST_FILTERS.map((name) => {
        const values = search[name];
        if (!values) return null;
        const text = joinWords(values.map((value) => valueWord(name, value)));
        return <Badge key={name} name={FILTER_NAMES[name]} text={text} onRemove={() => onChange(withFilter(search, { [name]: [] }))} />;
      })}
      {min || max ? <Badge name="Score" text={scores} onRemove={() => onChange(withFilter(search, { min_score: "", max_score: "" }))} /> : null}
      {flagged ? <Badge name="Flag" text={flagged === "true" ? "with one" : "without"} onRemove={() => onChange(withFilter(search, { flagged: undefined }))} /> : null}
      {template ? <Badge name="Template" text={version ? `${template}, version ${version}` : template} onRemove={() => onChange(withFilter(search, { template_id: "", template_version: "" }))} /> : null}
      {q ? <Badge name="Search" text={q} onRemove={() => onChange(withFilter(search, { q: "" }))} /> : null}
      {isFiltered(search) ? (
        <button type="button" className="h-6 px-1.5 text-12 font-semibold text-primary-text hover:underline" onClick={() => onChange(withoutFilters(search))}>
          Clear all filters
        </button>
      ) : null}
      <p role="status" className="ml-auto text-13 text-text-2">
        <span className="tnum font-semibold text-text">{matching.toLocaleString("en-US")}</span> of {total.toLocaleString("en-US")}
        {isFiltered(search) ? " match" : ""}
      </p>
    </div>
  );
}
