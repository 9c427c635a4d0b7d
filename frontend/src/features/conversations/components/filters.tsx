import { useState } from "react";
import { ChevronDown, Search } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { buttonClass } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { cx } from "@/lib/cx";
import { STATUS_WORDS, TIER_WORDS } from "@/lib/words";
import { withFilter, type ListFilter, type TableSearch } from "../url";

export const FILTER_NAMES: Record<ListFilter, string> = {
  persona: "Persona",
  emotion: "Emotion",
  topic: "Topic",
  intent: "Intent",
  tone: "Tone",
  tier: "Tier",
  status: "Status",
  arc: "Arc",
  content_category: "Category",
  topic_cluster: "Topic cluster",
  outcome: "Outcome",
};
const BAR: readonly ListFilter[] = ["persona", "emotion", "topic", "intent", "tone", "tier", "status"];
const MORE: readonly ListFilter[] = ["arc", "content_category", "topic_cluster", "outcome"];

export const valueWord = (filter: ListFilter, value: string): string =>
  (filter === "tier" ? TIER_WORDS[value as keyof typeof TIER_WORDS] : undefined) ??
  (filter === "status" ? STATUS_WORDS[value as keyof typeof STATUS_WORDS] : undefined) ??
  value;

type Facets = Record<string, Record<string, number>>;
interface Props {
  search: TableSearch;
  facets: Facets;
  onChange: (next: TableSearch) => void;
}

const trigger = (active: boolean): string =>
  buttonClass("default", "s", cx("gap-1! px-2! font-medium!", active && "border-primary! bg-primary-soft! text-primary-text!"));

const Count = ({ value }: { value: number }) => (
  <span className="tnum grid h-4 min-w-4 place-items-center rounded-pill bg-primary px-1 text-11 text-on-primary">{value}</span>
);

function Choices({ filter, search, facets, onChange }: Props & { filter: ListFilter }) {
  const [find, setFind] = useState("");
  const chosen = search[filter] ?? [];
  const counts = facets[filter] ?? {};
  const values = [...new Set([...Object.keys(counts), ...chosen])].sort((a, b) => valueWord(filter, a).localeCompare(valueWord(filter, b)));
  const shown = values.filter((value) => valueWord(filter, value).toLowerCase().includes(find.toLowerCase()));
  const flip = (value: string): void =>
    onChange(withFilter(search, { [filter]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] }));
  return (
    <div className="grid w-66">
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
        {shown.map((value) => (
          <li key={value}>
            <label className={cx("flex h-8 items-center gap-2 rounded-2 px-2 text-13 hover:bg-hover", !counts[value] && "text-text-3")}>
              <Checkbox checked={chosen.includes(value)} onChange={() => flip(value)} />
              <span className="flex-1 truncate" title={valueWord(filter, value)}>
                {valueWord(filter, value)}
              </span>
              <span className="tnum text-12 text-text-2">{counts[value] ?? 0}</span>
            </label>
          </li>
        ))}
        {shown.length === 0 ? <li className="px-2 py-1.5 text-13 text-text-3">Nothing by that name.</li> : null}
      </ul>
      <p className="mt-1 flex h-8 items-center justify-between border-t border-line px-3.5 text-12 text-text-3">
        Counts follow your other filters
        {chosen.length > 0 ? (
          <button type="button" className="font-semibold text-primary-text" onClick={() => onChange(withFilter(search, { [filter]: [] }))}>
            Clear
          </button>
        ) : null}
      </p>
    </div>
  );
}

function ListDropdown({ filter, ...props }: Props & { filter: ListFilter }) {
  const count = props.search[filter]?.length ?? 0;
  return (
    <Popover
      label={FILTER_NAMES[filter]}
      trigger={
        <button type="button" className={trigger(count > 0)}>
          {FILTER_NAMES[filter]}
          {count > 0 ? <Count value={count} /> : null}
          <ChevronDown aria-hidden size={14} className="opacity-60" />
        </button>
      }
    >
      <Choices filter={filter} {...props} />
    </Popover>
  );
}

const BANDS = [
  { name: "Low, under 6", min: "", max: "5.9" },
  { name: "Fair, 6 to 8", min: "6", max: "8" },
  { name: "Good, over 8", min: "8.1", max: "" },
];

function ScoreDropdown({ search, onChange }: Props) {
  const { min_score: min = "", max_score: max = "" } = search;
  const set = (low: string, high: string): void => onChange(withFilter(search, { min_score: low, max_score: high }));
  return (
    <Popover
      label="Score"
      trigger={
        <button type="button" className={trigger(Boolean(min || max))}>
          Score
          <ChevronDown aria-hidden size={14} className="opacity-60" />
        </button>
      }
    >
      <div className="grid w-56 p-1.5">
        {BANDS.map((band) => {
          const on = band.min === min && band.max === max;
          return (
            <label key={band.name} className="flex h-8 items-center gap-2 rounded-2 px-2 text-13 hover:bg-hover">
              <Checkbox checked={on} onChange={() => (on ? set("", "") : set(band.min, band.max))} />
              {band.name}
            </label>
          );
        })}
        <div className="mt-1 flex items-center gap-2 border-t border-line px-2 pt-2 text-13">
          <input aria-label="Lowest score" placeholder="from" inputMode="decimal" value={min} onChange={(event) => set(event.target.value, max)} className="h-7 w-16 rounded-2 border border-control bg-surface px-2" />
          to
          <input aria-label="Highest score" placeholder="to" inputMode="decimal" value={max} onChange={(event) => set(min, event.target.value)} className="h-7 w-16 rounded-2 border border-control bg-surface px-2" />
        </div>
      </div>
    </Popover>
  );
}

function MoreDropdown({ names, label, ...props }: Props & { names: readonly ListFilter[]; label: string }) {
  const [open, setOpen] = useState<ListFilter>(names[0] ?? "arc");
  const count = names.reduce((sum, name) => sum + (props.search[name]?.length ?? 0), 0);
  return (
    <Popover
      label={label}
      trigger={
        <button type="button" className={trigger(count > 0)}>
          {label}
          {count > 0 ? <Count value={count} /> : null}
          <ChevronDown aria-hidden size={14} className="opacity-60" />
        </button>
      }
    >
      <div className="flex max-sm:flex-col">
        <ul className="border-r border-line p-1.5">
          {names.map((name) => (
            <li key={name}>
              <button type="button" aria-pressed={open === name} onClick={() => setOpen(name)} className="flex h-8 w-36 items-center justify-between rounded-2 px-2 text-13 hover:bg-hover aria-pressed:bg-selected aria-pressed:font-semibold">
                {FILTER_NAMES[name]}
                {props.search[name] ? <Count value={props.search[name].length} /> : null}
              </button>
            </li>
          ))}
        </ul>
        <Choices key={open} filter={open} {...props} />
      </div>
    </Popover>
  );
}

/** All filters as buttons, or folded into one where the panel takes the room. */
export function Filters({ folded, ...props }: Props & { folded: boolean }) {
  if (folded) {
    return (
      <>
        <MoreDropdown {...props} label="Filters" names={[...BAR, ...MORE]} />
        <ScoreDropdown {...props} />
      </>
    );
  }
  return (
    <>
      {BAR.map((filter) => (
        <ListDropdown key={filter} filter={filter} {...props} />
      ))}
      <ScoreDropdown {...props} />
      <MoreDropdown {...props} label="More" names={MORE} />
    </>
  );
}
