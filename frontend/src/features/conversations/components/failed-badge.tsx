import { useQuery } from "@tanstack/react-query";
import { RotateCw, X } from "lucide-react";
import type { ConversationRow } from "@/api/types";
import { summaryQuery, useMay } from "@/api/queries";
import { ContactSupport } from "@/components/support";
import { badgeClass, shownStatus, StatusBadge, StatusIcon } from "@/components/status";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { Popover, PopoverClose } from "@/components/ui/popover";
import { Technical } from "@/features/calls/call-facts";
import { LastCall } from "@/features/calls/last-call";
import { unitPriceQuery } from "@/features/generate/api";
import { useGenerateOne } from "@/features/generate/one";
import { ask } from "@/features/generate/state";
import { EditSituation, isDeclined } from "@/features/situation/button";
import { money } from "@/lib/money";

/** A status; a failed one opens its reason, its next step and, folded, what a technician needs. */
export function FailedBadge({ row }: { row: ConversationRow }) {
  if (row.status !== "failed" || !row.failure) return <StatusBadge status={shownStatus(row)} />;
  return (
    <Popover
      label={`${row.ref} was not written`}
      align="end"
      className="w-107 max-w-[calc(100vw-32px)] p-4.5"
      trigger={
        <button type="button" className={badgeClass("failed")} onClick={(event) => event.stopPropagation()}>
          <StatusIcon status="failed" />
          Failed
          <span className="sr-only">, why?</span>
        </button>
      }
    >
      <FailureDetails row={row} />
    </Popover>
  );
}

function FailureDetails({ row }: { row: ConversationRow }) {
  const { data: price } = useQuery(unitPriceQuery(row.dataset_id, row.id));
  const generateOne = useGenerateOne(row.dataset_id);
  const mayRetry = useMay("editor") && row.failure?.kind === "transient";
  const { data: summary } = useQuery(summaryQuery(row.dataset_id));
  const failed = summary?.counts.failed ?? 0;
  const failure = row.failure;
  if (!failure) return null;
  return (
    <div className="grid gap-2" onClick={(event) => event.stopPropagation()} role="presentation">
      <header className="flex items-center justify-between">
        <h2 className="text-14 font-semibold">{row.ref} was not written</h2>
        <PopoverClose asChild>
          <IconButton icon={X} label="Close" size="s" />
        </PopoverClose>
      </header>
      <p className="text-13 text-text-2 anywhere">
        {failure.reason} {failure.next_step} {row.cost_micros === 0 ? "You were not charged." : `It cost ${money(row.cost_micros)}.`}
      </p>
      <div className="flex flex-wrap gap-2">
      {mayRetry ? (
        <PopoverClose asChild>
          <Button variant="primary" icon={RotateCw} className="justify-self-start" onClick={() => generateOne(row)}>
            Retry{price ? `, about ${money(price)}` : ""}
          </Button>
        </PopoverClose>
      ) : null}
      {isDeclined(failure) ? (
        <PopoverClose asChild>
          <span>
            <EditSituation row={row} variant="primary" />
          </span>
        </PopoverClose>
      ) : null}
      {failure.kind === "permanent" ? <ContactSupport variant="primary" what={`${row.ref} was not written`} reference={failure.request_id} /> : null}
      {mayRetry && failed > 1 ? (
        <PopoverClose asChild>
          <Button onClick={() => ask({ dataset: row.dataset_id, selection: { filter: { status: ["failed"] } } })}>{failed === 2 ? "Retry both" : `Retry all ${String(failed)}`}</Button>
        </PopoverClose>
      ) : null}
      <PopoverClose asChild>
        <ButtonLink variant="quiet" to="/d/$id/failures" params={{ id: row.dataset_id }}>
          All failures
        </ButtonLink>
      </PopoverClose>
      </div>
      <div className="border-t border-line pt-2">
        <Technical>
          <LastCall row={row} failure={failure} />
        </Technical>
      </div>
    </div>
  );
}
