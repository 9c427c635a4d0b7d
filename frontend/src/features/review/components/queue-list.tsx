import type { Decision, Status } from "@/api/types";
import { bandClass, bandOf, Shape } from "@/components/score";
import { StatusIcon } from "@/components/status";
import { cx } from "@/lib/cx";
import { STATUS_AFTER } from "@/lib/words";
import type { Done, Item } from "../queue";

const JUST_READ = 3;
const SHOWN = 30;
const READ_WORDS: Record<Decision, string> = { approve: "approved", reject: "rejected", needs_edit: "flagged", reset: "put back" };

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Props {
  done: readonly Done[];
  left: readonly Item[];
  total: number;
  heading: string;
  open: string | null;
  onOpen: (item: Item) => void;
}

/** What was read last, what is being read, and what comes. */
export function QueueList({ done, left, total, heading, open, onOpen }: Props) {
  const current = Math.max(0, left.findIndex((item) => item.id === open));
  const from = Math.max(0, current - 2);
  const shown = left.slice(from, from + SHOWN);
  if (done.length + left.length === 0) return null;
  const more = total - done.length - shown.length;
  return (
    <nav aria-label="Queue" className="w-60 shrink-0 overflow-y-auto border-r border-line bg-bg p-2 max-xl:hidden">
      {done.length > 0 ? (
        <>
          <h2 className="px-3 pt-1.5 pb-1 text-12 font-semibold text-text-2">Just read</h2>
          <ul>
            {done.slice(-JUST_READ).map(({ item, decision, edited }) => (
              <Line key={item.id} item={item} here={item.id === open} onOpen={onOpen} status={STATUS_AFTER[decision]}>
                {sentence(`${edited ? "edited, " : ""}${READ_WORDS[decision]}`)}
              </Line>
            ))}
          </ul>
        </>
      ) : null}
      {shown.length > 0 ? <h2 className="px-3 pt-2.5 pb-1 text-12 font-semibold text-text-2">{heading}</h2> : null}
      <ul>
        {shown.map((item) => (
          <Line key={item.id} item={item} here={item.id === open} onOpen={onOpen}>
            {item.persona}
          </Line>
        ))}
      </ul>
      {more > 0 ? <p className="px-3 py-2 text-12 text-text-3">and {more.toLocaleString("en-US")} more</p> : null}
    </nav>
  );
}

function Line({ item, here, status, onOpen, children }: { item: Item; here: boolean; status?: Status; onOpen: (item: Item) => void; children: string }) {
  return (
    <li>
      <button
        type="button"
        aria-current={here ? "true" : undefined}
        aria-label={`${item.ref}, ${item.topic}, ${children}`}
        onClick={() => onOpen(item)}
        className={cx("grid w-full grid-cols-[minmax(0,1fr)] gap-0.5 rounded-3 border px-3 py-2 text-left", here ? "border-line bg-surface shadow-1" : "border-transparent hover:bg-hover")}
      >
        <span className="flex w-full items-center gap-2">
          <span className={cx("min-w-0 flex-1 truncate text-13", status ? "text-text-2" : "font-medium")}>{item.topic || item.ref}</span>
          {item.score === null ? null : (
            <>
              <Shape band={bandOf(item.score)} />
              <span className={cx("tnum w-6 text-right text-12 font-semibold", status ? "text-text-2" : bandClass(bandOf(item.score)))}>{item.score.toFixed(1)}</span>
            </>
          )}
        </span>
        <span className="flex items-center gap-1.5 text-12 text-text-2">
          {status ? <StatusIcon status={status} size={12} /> : null}
          <span className="truncate">{children}</span>
        </span>
      </button>
    </li>
  );
}
