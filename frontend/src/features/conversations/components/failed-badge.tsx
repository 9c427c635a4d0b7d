import { useQuery } from "@tanstack/react-query";
import { RotateCw, X } from "lucide-react";
import type { ConversationRow } from "@/api/types";
import { useMay } from "@/api/queries";
import { badgeClass, shownStatus, StatusBadge, StatusIcon } from "@/components/status";
import { Button, IconButton } from "@/components/ui/button";
import { Popover, PopoverClose } from "@/components/ui/popover";
import { unitPriceQuery } from "@/features/generate/api";
import { useGenerateOne } from "@/features/generate/one";
import { money } from "@/lib/money";
import { exactTime } from "@/lib/time";
import { plural } from "@/lib/words";

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
  const mayRetry = useMay("editor") && row.failure?.kind !== "needs_change";
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
      {mayRetry ? (
        <PopoverClose asChild>
          <Button variant="primary" icon={RotateCw} className="justify-self-start" onClick={() => generateOne(row)}>
            Retry{price ? `, about ${money(price)}` : ""}
          </Button>
        </PopoverClose>
      ) : null}
      <details className="border-t border-line pt-2 text-12">
        <summary className="font-semibold">Details for technicians</summary>
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          <dt className="text-text-3">When</dt>
          <dd>
            {exactTime(failure.at)}, {plural(row.paid_attempts, "paid try", "paid tries")}
          </dd>
          <dt className="text-text-3">Answer</dt>
          <dd className="anywhere">{failure.code}</dd>
          <dt className="text-text-3">Request</dt>
          <dd className="font-mono anywhere">{failure.request_id ?? "none"}</dd>
        </dl>
      </details>
    </div>
  );
}

