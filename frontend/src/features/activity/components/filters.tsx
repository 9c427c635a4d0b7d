import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, X } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import { membersQuery } from "@/features/people/api";
import { cx } from "@/lib/cx";
import { isNarrowed, narrowed, type ActivitySearch } from "../search";
import { ACTION_GROUPS, actionWords } from "../words";

interface Props {
  search: ActivitySearch;
  /** Who has been seen in the record: people who have left stand in it too. */
  seen: ReadonlyMap<string, string>;
  onChange: (next: ActivitySearch) => void;
}

function Dropdown({ name, count, children }: { name: string; count: number; children: ReactNode }) {
  return (
    <Popover
      label={name}
      trigger={
        <button type="button" className={buttonClass("default", "s", cx("font-medium!", count > 0 && "border-primary! bg-primary-soft! text-primary-text!"))}>
          {name}
          {count > 0 ? <span className="tnum">{count}</span> : null}
          <ChevronDown aria-hidden size={14} className="opacity-60" />
        </button>
      }
    >
      {children}
    </Popover>
  );
}

function Choice({ label, on, onToggle }: { label: string; on: boolean; onToggle: () => void }) {
  return (
    <li>
      <label className="flex min-h-7 cursor-pointer items-center gap-2 rounded-2 px-2 text-13 hover:bg-hover">
        <Checkbox checked={on} onChange={onToggle} />
        <span className="anywhere">{label}</span>
      </label>
    </li>
  );
}

const toggled = (list: string[] | undefined, value: string): string[] =>
  list?.includes(value) ? list.filter((one) => one !== value) : [...(list ?? []), value];

const DATE = "h-7 rounded-2 border border-control bg-surface px-2 text-13 text-text";

function Badge({ children, onRemove }: { children: string; onRemove: () => void }) {
  return (
    <button type="button" aria-label={`Remove the filter ${children}`} onClick={onRemove} className="flex h-6 max-w-112 items-center gap-1.5 rounded-pill bg-primary-soft pr-2 pl-2.5 text-12 text-primary-text hover:brightness-95">
      <span className="truncate">{children}</span>
      <X aria-hidden size={14} className="shrink-0" />
    </button>
  );
}

/** By person, day and action; everything stands in the address. */
export function ActivityFilters({ search, seen, onChange }: Props) {
  const { data: members } = useQuery(membersQuery);
  const people = new Map([...seen, ...(members?.items.map((one) => [one.id, one.name || one.email] as const) ?? [])]);
  for (const id of search.user ?? []) if (!people.has(id)) people.set(id, id);
  const set = (change: Parameters<typeof narrowed>[1]): void => onChange(narrowed(search, change));
  return (
    <div className="mb-3 grid gap-2">
      <div role="group" aria-label="Filters" className="flex flex-wrap items-center gap-2">
        <Dropdown name="Who" count={search.user?.length ?? 0}>
          <ul className="w-60 p-1.5">
            {[...people].map(([id, name]) => (
              <Choice key={id} label={name} on={Boolean(search.user?.includes(id))} onToggle={() => set({ user: toggled(search.user, id) })} />
            ))}
          </ul>
        </Dropdown>
        <Dropdown name="What" count={search.action?.length ?? 0}>
          <div className="max-h-96 w-66 overflow-y-auto p-1.5">
            {[...ACTION_GROUPS].map(([name, actions]) => (
              <section key={name}>
                <h3 className="px-2 pt-1.5 text-12 text-text-3">{name}</h3>
                <ul aria-label={name}>
                  {actions.map((action) => (
                    <Choice key={action} label={actionWords(action)} on={Boolean(search.action?.includes(action))} onToggle={() => set({ action: toggled(search.action, action) })} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Dropdown>
        <label className="flex items-center gap-1.5 text-13 text-text-2">
          From
          <input type="date" value={search.since ?? ""} max={search.until} onChange={(event) => set({ since: event.target.value })} className={DATE} />
        </label>
        <label className="flex items-center gap-1.5 text-13 text-text-2">
          To
          <input type="date" value={search.until ?? ""} min={search.since} onChange={(event) => set({ until: event.target.value })} className={DATE} />
        </label>
      </div>
      {isNarrowed(search) ? (
        <div className="flex flex-wrap items-center gap-1.5">
          {search.user?.map((id) => (
            <Badge key={id} onRemove={() => set({ user: toggled(search.user, id) })}>{`Who: ${people.get(id) ?? id}`}</Badge>
          ))}
          {search.action?.map((action) => (
            <Badge key={action} onRemove={() => set({ action: toggled(search.action, action) })}>{`What: ${actionWords(action)}`}</Badge>
          ))}
          {search.since ? <Badge onRemove={() => set({ since: undefined })}>{`From ${search.since}`}</Badge> : null}
          {search.until ? <Badge onRemove={() => set({ until: undefined })}>{`To ${search.until}`}</Badge> : null}
          <button type="button" className="h-6 px-1.5 text-12 font-semibold text-primary-text hover:underline" onClick={() => set({ user: [], action: [], since: undefined, until: undefined })}>
            Clear all filters
          </button>
        </div>
      ) : null}
    </div>
  );
}
