import type { SeedsPreview } from "@/api/types";
import { Notice } from "@/components/ui/notice";
import { FILTER_NAMES } from "@/features/conversations/filters";
import type { ListFilter } from "@/features/conversations/url";
import { plural, TIER_WORDS } from "@/lib/words";

const SHOWN = 5;
const isAre = (count: number): string => (count === 1 ? "is" : "are");

const others = ({ already_here: here, twice }: SeedsPreview): string =>
  [here > 0 ? `${String(here)} ${isAre(here)} there already.` : "", twice > 0 ? `${String(twice)} ${isAre(twice)} in it twice.` : ""].filter(Boolean).join(" ");

/** What would come in. */
export function Found({ found }: { found: SeedsPreview }) {
  const more = found.new - Math.min(found.examples.length, SHOWN);
  const unknown = found.unknown_words.map((one) => `${FILTER_NAMES[one.dimension as ListFilter].toLowerCase()} “${one.word}”`);
  return (
    <section aria-label="What was recognised" className="grid gap-2">
      <Notice tone={found.new > 0 ? "done" : "info"} title={found.new > 0 ? `${plural(found.new, "new conversation")} recognised.` : "Nothing new in this."}>
        {others(found)}
      </Notice>
      {found.examples.length > 0 ? (
        <ul className="grid gap-px text-13">
          {found.examples.slice(0, SHOWN).map((one) => (
            <li key={one.place} className="flex items-baseline gap-3 border-b border-line py-1">
              <span className="min-w-0 flex-1 truncate" title={one.title}>
                {one.title}
              </span>
              <span className="text-12 text-text-2">{[one.persona, TIER_WORDS[one.tier], plural(one.turn_count, "turn")].filter(Boolean).join(", ")}</span>
            </li>
          ))}
          {more > 0 ? <li className="pt-1 text-12 text-text-2">and {more} more</li> : null}
        </ul>
      ) : null}
      {unknown.length > 0 ? (
        <Notice tone="warn" title="Words that this dataset does not have:">
          {unknown.slice(0, SHOWN).join(", ")}
          {unknown.length > SHOWN ? ` and ${String(unknown.length - SHOWN)} more` : ""}. They are kept as they are.
        </Notice>
      ) : null}
    </section>
  );
}

/** Every entry that can't be used, by its line or number. */
export function Problems({ found }: { found: SeedsPreview }) {
  const more = found.problem_count - found.problems.length;
  return (
    <section role="alert" aria-label="What can't be used" className="grid gap-1 rounded-3 bg-st-rejected-bg px-4 py-2.5 text-13 text-st-rejected-text">
      <p className="font-semibold">
        {plural(found.problem_count, "thing")} can’t be used, so nothing would be imported.
      </p>
      <ul className="max-h-40 list-disc overflow-y-auto pl-4">
        {found.problems.map((one) => (
          <li key={one.field} className="anywhere">
            {one.message}
          </li>
        ))}
        {more > 0 ? <li>and {more} more</li> : null}
      </ul>
    </section>
  );
}
