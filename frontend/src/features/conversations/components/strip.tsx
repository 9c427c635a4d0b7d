import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Star } from "lucide-react";
import type { Summary } from "@/api/types";
import { STATUS_LOOKS, StatusIcon, type Shown } from "@/components/status";
import { Meter } from "@/components/ui/bits";
import { cx } from "@/lib/cx";
import { money } from "@/lib/money";
import { STATUS_WORDS } from "@/lib/words";
import { unreadQuery } from "../api";
import { withFilter, type TableSearch } from "../url";

const ORDER: readonly Shown[] = ["approved", "generated", "flagged", "needs_edit", "rejected", "failed", "generating", "queued", "planned"];

interface Props {
  dataset: string;
  summary: Summary;
  search: TableSearch;
  onChange: (next: TableSearch) => void;
}

/** What a click on a count filters by; "flagged" is a mark on generated ones. */
const filterFor = (status: Shown): Pick<TableSearch, "status" | "flagged"> =>
  status === "flagged"
    ? { status: ["generated"], flagged: "true" }
    : { status: [status], flagged: status === "generated" ? "false" : undefined };

const isOn = (search: TableSearch, status: Shown): boolean => {
  const wanted = filterFor(status);
  return search.status?.length === 1 && search.status[0] === wanted.status?.[0] && search.flagged === wanted.flagged;
};

/** What there is of each status. The bar is for the eye; the list says the same and filters. */
export function StatusStrip({ dataset, summary, search, onChange }: Props) {
  const { data: unread } = useQuery(unreadQuery(dataset));
  // Both answers are of slightly different moments while a run writes; the parts of the bar add up all the same.
  const flagged = Math.min(unread?.flagged ?? 0, summary.counts.generated);
  const counts: Record<Shown, number> = { ...summary.counts, generated: summary.counts.generated - flagged, flagged };
  const shown = ORDER.filter((status) => counts[status] > 0);
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-2">
      <div className="min-w-0 flex-1 basis-120">
        <div aria-hidden className="flex h-2 gap-0.5 overflow-hidden rounded-pill bg-line">
          {shown.map((status) => (
            <span key={status} className={cx("min-w-0.75", STATUS_LOOKS[status].solid)} style={{ flexGrow: counts[status], flexBasis: 0 }} />
          ))}
        </div>
        <ul className="mt-1.5 flex flex-wrap gap-x-2.5">
          {shown.map((status) => (
            <li key={status} className="flex items-center">
              <button
                type="button"
                aria-pressed={isOn(search, status)}
                onClick={() => onChange(withFilter(search, isOn(search, status) ? { status: [], flagged: undefined } : filterFor(status)))}
                className="-ml-1.5 flex h-6 items-center gap-1.5 rounded-2 px-1.5 text-13 hover:bg-hover aria-pressed:bg-primary-soft"
              >
                <span className={STATUS_LOOKS[status].ink}>
                  <StatusIcon status={status} />
                </span>
                <span className="tnum font-semibold">{counts[status].toLocaleString("en-US")}</span>
                <span className="text-text-2">{STATUS_WORDS[status]}</span>
              </button>
              {status === "failed" ? (
                <Link to="/d/$id/failures" params={{ id: dataset }} className="h-6 rounded-2 px-1 text-12 leading-6 text-primary-text hover:underline">
                  Why
                  <span className="sr-only"> they failed, the full history</span>
                </Link>
              ) : null}
            </li>
          ))}
          {summary.counts.seeds > 0 ? <OwnExamples count={summary.counts.seeds} search={search} onChange={onChange} /> : null}
        </ul>
      </div>
      <Money summary={summary} />
    </div>
  );
}

/** Not a status of its own: each of them is counted in one as well. */
function OwnExamples({ count, search, onChange }: Pick<Props, "search" | "onChange"> & { count: number }) {
  const on = search.is_seed?.length === 1 && search.is_seed[0] === "true";
  return (
    <li className="flex items-center border-l border-line pl-2.5">
      <button
        type="button"
        aria-pressed={on}
        onClick={() => onChange(withFilter(search, { is_seed: on ? [] : ["true"] }))}
        className="-ml-1.5 flex h-6 items-center gap-1.5 rounded-2 px-1.5 text-13 hover:bg-hover aria-pressed:bg-primary-soft"
      >
        <Star aria-hidden size={14} className="fill-brand text-brand" />
        <span className="tnum font-semibold">{count.toLocaleString("en-US")}</span>
        <span className="text-text-2">{count === 1 ? "Your example" : "Your examples"}</span>
      </button>
    </li>
  );
}

function Money({ summary }: { summary: Summary }) {
  const { spent_micros: spent, reserved_micros: held, budget_micros: budget } = summary;
  return (
    <div className="w-47.5">
      <Meter share={budget ? spent / budget : 0} className="h-1.75" />
      <p className="mt-2 text-13 text-text-2">
        <span className="tnum font-semibold text-text">{money(spent)}</span> spent{budget ? ` of ${money(budget)}` : ""}
        {held > 0 ? <span className="block text-12 text-text-3">up to {money(held)} held for what is being written</span> : null}
      </p>
    </div>
  );
}
