import { useState } from "react";
import { Search } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/lib/cx";
import { FILTER_NAMES, ORDERED, valueWord, type Labels } from "../filters";
import { withFilter, type ListFilter, type TableSearch } from "../url";

export interface FilterProps {
  search: TableSearch;
  facets: Record<string, Record<string, number>>;
  labels: Labels;
  onChange: (next: TableSearch) => void;
}

/** The values of one filter that are on offer, each with what choosing it would give. */
function useValues({ filter, search, facets, labels }: FilterProps & { filter: ListFilter }): string[] {
  const fixed = ORDERED[filter];
  if (fixed) return [...fixed];
  const word = (value: string): string => valueWord(filter, value, labels);
  return [...new Set([...Object.keys(facets[filter] ?? {}), ...(search[filter] ?? [])])].sort((a, b) => word(a).localeCompare(word(b), "en", { numeric: true }));
}

export function ChoiceList({ values, ...props }: FilterProps & { filter: ListFilter; values: readonly string[] }) {
  const { filter, search, facets, labels, onChange } = props;
  const chosen = search[filter] ?? [];
  const counts = facets[filter] ?? {};
  const flip = (value: string): void =>
    onChange(withFilter(search, { [filter]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] }));
  return values.map((value) => (
    <li key={value}>
      <label className={cx("flex h-8 items-center gap-2 rounded-2 px-2 text-13 hover:bg-hover", !counts[value] && "text-text-3")}>
        <Checkbox checked={chosen.includes(value)} onChange={() => flip(value)} />
        <span className="flex-1 truncate" title={valueWord(filter, value, labels)}>
          {valueWord(filter, value, labels) || "None"}
        </span>
        <span className="tnum text-12 text-text-2">{counts[value] ?? 0}</span>
      </label>
    </li>
  ));
}

/** One filter: find a value, choose any number, see what each would give. */
export function Choices(props: FilterProps & { filter: ListFilter }) {
  const { filter, search, labels, onChange } = props;
  const [find, setFind] = useState("");
  const values = useValues(props);
  const shown = values.filter((value) => valueWord(filter, value, labels).toLowerCase().includes(find.toLowerCase()));
  return (
    <div className="grid w-66 content-start">
      <div className="relative p-1.5">
        <Search aria-hidden size={14} className="absolute top-4 left-4 text-text-3" />
        <input
          aria-label={`Find in ${FILTER_NAMES[filter]}`}
          placeholder={`Find a ${FILTER_NAMES[filter].toLowerCase()}`}
          value={find}
          onChange={(event) => setFind(event.target.value)}
          className="h-8 w-full rounded-2 border border-control bg-surface pl-7.5 text-13"
        />
      </div>
      <ul className="max-h-72 overflow-y-auto px-1.5">
        <ChoiceList {...props} values={shown} />
        {shown.length === 0 ? <li className="px-2 py-1.5 text-13 text-text-3">{values.length === 0 ? "There is none here." : "Nothing by that name."}</li> : null}
      </ul>
      <p className="mt-1 flex h-8 items-center justify-between border-t border-line px-3.5 text-12 text-text-3">
        Counts follow your other filters
        {search[filter] ? (
          <button type="button" className="font-semibold text-primary-text" onClick={() => onChange(withFilter(search, { [filter]: [] }))}>
            Clear
          </button>
        ) : null}
      </p>
    </div>
  );
}
