import { AlertTriangle, RotateCw } from "lucide-react";
import type { Batch, BatchFailure } from "@/api/types";
import { useMay } from "@/api/queries";
import { Card } from "@/components/ui/bits";
import { Button, ButtonLink } from "@/components/ui/button";
import { EditSituation, isDeclined } from "@/features/situation/button";
import { money } from "@/lib/money";
import { useControl } from "../api";
import { isJudging } from "../words";

const price = (batch: Batch, count: number): string => {
  const { total } = batch.counts;
  return total === 0 ? "" : `, about ${money((batch.estimate.expected_micros / total) * count)}`;
};

/** Whether the same request may go better the next time; the others first need something changed. */
const mayGoBetter = (one: BatchFailure): boolean => one.failure.kind === "transient";

const MARKS: Record<BatchFailure["failure"]["kind"], string> = {
  transient: "Can retry",
  needs_change: "Needs a change",
  permanent: "Not accepted",
};

function Line({ batch, one, mayRetry }: { batch: Batch; one: BatchFailure; mayRetry: boolean }) {
  const control = useControl(batch);
  const canRetry = mayGoBetter(one);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-13">
      <span className="w-16 ref-id">{one.ref}</span>
      <span className="flex w-32">
        <span className="inline-flex h-6 items-center gap-1.5 rounded-pill bg-st-failed-bg pr-2 pl-1.5 text-12 font-medium text-st-failed-text">
        <AlertTriangle aria-hidden size={14} strokeWidth={1.75} />
        {MARKS[one.failure.kind]}
        </span>
      </span>
      <p className="min-w-60 flex-1 anywhere">
        <strong className="font-medium">{one.failure.reason}</strong> <span className="text-text-2">{one.failure.next_step}</span>
        <span className="block text-12 text-text-2">
          {one.persona} + {one.emotion} + {one.topic}
        </span>
      </p>
      <span className="ml-auto flex shrink-0 items-center gap-x-4">
        {canRetry && mayRetry ? (
          <Button size="s" icon={RotateCw} busy={control.isPending} title={`Retry ${one.ref}${price(batch, 1)}`} aria-label={`Retry ${one.ref}${price(batch, 1)}`} onClick={() => control.mutate({ verb: "retry-failed", ids: [one.id] })}>
            Retry
          </Button>
        ) : null}
        {isDeclined(one.failure) ? <EditSituation row={one} size="s" /> : null}
        <ButtonLink variant="quiet" size="s" to="/d/$id" params={{ id: batch.dataset_id }} search={{ open: one.ref }} aria-label={`Details of ${one.ref}`}>
          Details
        </ButtonLink>
      </span>
    </li>
  );
}

export function Failures({ batch }: { batch: Batch }) {
  const control = useControl(batch);
  const mayRetry = useMay("editor");
  if (batch.failures.length === 0) return null;
  const cost = batch.failures.reduce((sum, one) => sum + one.cost_micros, 0);
  const again = batch.failures.filter(mayGoBetter);
  return (
    <Card className="mt-3">
      <div className="flex flex-wrap items-center gap-3 px-4 py-2.5">
        <h2 className="mr-auto text-13 font-semibold">
          {batch.failures.length} {batch.failures.length === 1 ? "was" : "were"} not {isJudging(batch) ? "judged" : "written"}
        </h2>
        <span className="text-12 text-text-2">{cost > 0 ? `Failed tries cost ${money(cost)} in total` : "Failed tries cost nothing"}</span>
        <ButtonLink variant="quiet" size="s" to="/d/$id/failures" params={{ id: batch.dataset_id }}>
          Full history
        </ButtonLink>
        {again.length > 0 && mayRetry ? (
          <Button size="s" icon={RotateCw} busy={control.isPending} onClick={() => control.mutate({ verb: "retry-failed", ids: again.map((one) => one.id) })}>
            Retry {again.length}
            {price(batch, again.length)}
          </Button>
        ) : null}
      </div>
      <ul>
        {batch.failures.map((one) => (
          <Line key={one.id} batch={batch} one={one} mayRetry={mayRetry} />
        ))}
      </ul>
    </Card>
  );
}
