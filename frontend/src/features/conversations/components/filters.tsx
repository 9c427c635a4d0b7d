import { useState, type ReactNode } from "react";
import { ChevronDown } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { cx } from "@/lib/cx";
import { BAR, DATE_NAMES, FILTER_NAMES, MORE, ORDERED } from "../filters";
import { DATE_FILTERS, withFilter, type ListFilter } from "../url";
import { ChoiceList, Choices, type FilterProps } from "./choices";

const trigger = (active: boolean): string =>
  buttonClass("default", "s", cx("gap-1! px-2! font-medium!", active && "border-primary! bg-primary-soft! text-primary-text!"));

const Count = ({ value }: { value: number }) => (
  <span className="tnum grid h-4 min-w-4 place-items-center rounded-pill bg-primary px-1 text-11 text-on-primary">{value}</span>
);

const BOX = "h-7 rounded-2 border border-control bg-surface px-2";

function Dropdown({ name, count, children }: { name: string; count: number; children: ReactNode }) {
  return (
    <Popover
      label={name}
      trigger={
        <button type="button" className={trigger(count > 0)}>
          {name}
          {count > 0 ? <Count value={count} /> : null}
          <ChevronDown aria-hidden size={14} className="opacity-60" />
        </button>
      }
    >
      {children}
    </Popover>
  );
}

const chosen = ({ search }: FilterProps, names: readonly ListFilter[]): number => names.reduce((sum, name) => sum + (search[name]?.length ?? 0), 0);

/** What came of reading belongs to the status in a reader's mind, so it stands under it. */
function StatusDropdown(props: FilterProps) {
  return (
    <Dropdown name="Status" count={chosen(props, ["status", "review"])}>
      <Choices filter="status" {...props} />
      <ul aria-label="What came of reading" className="border-t border-line p-1.5">
        <li className="px-2 pt-1 text-12 text-text-3">What came of reading</li>
        <ChoiceList filter="review" {...props} values={["not_reviewed", "flagged"]} />
      </ul>
    </Dropdown>
  );
}

function ScoreDropdown(props: FilterProps) {
  const { search, onChange } = props;
  const { min_score: min = "", max_score: max = "" } = search;
  const set = (low: string, high: string): void => onChange(withFilter(search, { min_score: low, max_score: high }));
  return (
    <Dropdown name="Score" count={chosen(props, ["band"]) + (min || max ? 1 : 0)}>
      <ul className="w-60 p-1.5">
        <ChoiceList filter="band" {...props} values={ORDERED.band ?? []} />
      </ul>
      <div className="flex items-center gap-2 border-t border-line px-3.5 py-2 text-13">
        <input aria-label="Lowest score" placeholder="from" inputMode="decimal" value={min} onChange={(event) => set(event.target.value, max)} className={cx(BOX, "w-16")} />
        to
        <input aria-label="Highest score" placeholder="to" inputMode="decimal" value={max} onChange={(event) => set(min, event.target.value)} className={cx(BOX, "w-16")} />
      </div>
    </Dropdown>
  );
}

function Dates({ search, onChange }: FilterProps) {
  return (
    <div className="grid w-66 content-start gap-3 p-3">
      {DATE_FILTERS.map((name) => (
        <fieldset key={name} className="grid gap-1.5 text-13">
          <legend className="mb-1 font-semibold">{DATE_NAMES[name]}</legend>
          {(["from", "to"] as const).map((end) => (
            <label key={end} className="flex items-center justify-between gap-2 text-text-2">
              {end === "from" ? "From" : "To"}
              <input type="date" value={search[`${name}_${end}`] ?? ""} onChange={(event) => onChange(withFilter(search, { [`${name}_${end}`]: event.target.value }))} className={cx(BOX, "text-text")} />
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function MoreDropdown({ names, label, ...props }: FilterProps & { names: readonly ListFilter[]; label: string }) {
  const [open, setOpen] = useState<ListFilter | "dates">(names[0] ?? "arc");
  const dates = DATE_FILTERS.filter((name) => props.search[`${name}_from`] || props.search[`${name}_to`]).length;
  const entry = (key: ListFilter | "dates", name: string, count: number): ReactNode => (
    <li key={key}>
      <button type="button" aria-pressed={open === key} onClick={() => setOpen(key)} className="flex h-8 w-40 items-center justify-between rounded-2 px-2 text-left text-13 hover:bg-hover aria-pressed:bg-selected aria-pressed:font-semibold">
        {name}
        {count > 0 ? <Count value={count} /> : null}
      </button>
    </li>
  );
  return (
    <Dropdown name={label} count={chosen(props, names) + dates}>
      <div className="flex max-sm:flex-col">
        <ul className="max-h-96 overflow-y-auto border-r border-line p-1.5 max-sm:max-h-40">
          {names.map((name) => entry(name, FILTER_NAMES[name], props.search[name]?.length ?? 0))}
          {entry("dates", "Dates", dates)}
        </ul>
        {open === "dates" ? <Dates {...props} /> : <Choices key={open} filter={open} {...props} />}
      </div>
    </Dropdown>
  );
}

interface Props extends FilterProps {
  folded: boolean;
  /** Filters that this table has beside the usual ones, first in the row. */
  first?: readonly ListFilter[];
}

/** All filters as buttons, or folded into one where the panel takes the room. */
export function Filters({ folded, first = [], ...props }: Props) {
  if (folded) {
    return (
      <>
        <MoreDropdown {...props} label="Filters" names={[...first, ...BAR, ...MORE]} />
        <ScoreDropdown {...props} />
      </>
    );
  }
  return (
    <>
      {[...first, ...BAR].map((filter) =>
        filter === "status" ? (
          <StatusDropdown key={filter} {...props} />
        ) : (
          <Dropdown key={filter} name={FILTER_NAMES[filter]} count={chosen(props, [filter])}>
            <Choices filter={filter} {...props} />
          </Dropdown>
        ),
      )}
      <ScoreDropdown {...props} />
      <MoreDropdown {...props} label="More" names={MORE} />
    </>
  );
}
