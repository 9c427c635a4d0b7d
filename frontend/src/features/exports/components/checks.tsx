import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AlertTriangle, CheckCircle2, XCircle } from "lucide-react";
import type { ExportCheck } from "@/api/types";
import { conversationQuery } from "@/features/conversations/api";
import { cx } from "@/lib/cx";

const LEVELS = {
  red: { icon: XCircle, colour: "text-st-rejected", word: "stops the export" },
  amber: { icon: AlertTriangle, colour: "text-st-flagged", word: "to look at" },
  ok: { icon: CheckCircle2, colour: "text-st-approved", word: "fine" },
} as const;
const ORDER = ["red", "amber", "ok"] as const;

/** The checks in words, what needs a look first. Red ones stop the export. */
export function Checks({ dataset, checks }: { dataset: string; checks: readonly ExportCheck[] }) {
  const sorted = [...checks].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  const count = (level: ExportCheck["level"]): number => checks.filter((one) => one.level === level).length;
  return (
    <section className="mt-6">
      <div className="flex flex-wrap items-center gap-2 pb-1.5">
        <h2 className="mr-auto text-14 font-semibold">Checked before you train</h2>
        {count("ok") > 0 ? <Pill level="ok" text={`${String(count("ok"))} fine`} /> : null}
        {count("amber") > 0 ? <Pill level="amber" text={`${String(count("amber"))} to look at`} /> : null}
        {count("red") > 0 ? <Pill level="red" text={`${String(count("red"))} to solve`} /> : null}
      </div>
      <ul>
        {sorted.map((check) => {
          const { icon: Icon, colour, word } = LEVELS[check.level];
          return (
            <li key={check.code} className="flex items-start gap-2.5 border-t border-line py-2 text-13">
              <Icon aria-hidden size={16} strokeWidth={1.75} className={cx("mt-0.5 shrink-0", colour)} />
              <span className="min-w-0 flex-1 anywhere">
                {check.sentence}
                <span className="sr-only">, {word}</span>
              </span>
              {check.level !== "ok" && check.ids.length > 0 && check.ids.length <= MOST_LINKS ? <ReadThem dataset={dataset} ids={check.ids} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** More than these are not a fix for one sitting: the sentence says how many there are. */
const MOST_LINKS = 5;

/** From a check to the conversation that it speaks of. */
function ReadThem({ dataset, ids }: { dataset: string; ids: readonly string[] }) {
  const found = useQueries({ queries: ids.map((id) => conversationQuery(id)) });
  return (
    <span className="flex shrink-0 flex-wrap gap-x-2">
      {found.map(({ data }) =>
        data ? (
          <Link key={data.id} to="/d/$id" params={{ id: dataset }} search={{ open: data.ref }} className="font-semibold text-primary-text hover:underline">
            Read {data.ref}
          </Link>
        ) : null,
      )}
    </span>
  );
}

const PILLS = { ok: "bg-st-approved-bg text-st-approved-text", amber: "bg-st-flagged-bg text-st-flagged-text", red: "bg-st-rejected-bg text-st-rejected-text" };

function Pill({ level, text }: { level: ExportCheck["level"]; text: string }) {
  const Icon = LEVELS[level].icon;
  return (
    <span className={cx("inline-flex h-6 items-center gap-1.5 rounded-pill pr-2 pl-1.5 text-12 font-medium", PILLS[level])}>
      <Icon aria-hidden size={14} strokeWidth={1.75} /> {text}
    </span>
  );
}
