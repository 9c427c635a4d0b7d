import { useState } from "react";
import type { Batch } from "@/api/types";
import { Card, Meter } from "@/components/ui/bits";
import { Spinner } from "@/components/ui/spinner";
import { money } from "@/lib/money";
import { useNow } from "@/lib/now";
import { secondsSince } from "@/lib/time";
import { expectedAtEnd, isJudging } from "../words";

export function BeingWritten({ batch }: { batch: Batch }) {
  const [all, setAll] = useState(false);
  const now = useNow(batch.state !== "ended");
  const { current } = batch;
  if (batch.state === "ended") return null;
  const shown = all ? current : current.slice(0, 3);
  return (
    <Card className="px-4 pt-3 pb-2">
      <div className="flex justify-between pb-2 text-13">
        <h2 className="font-semibold">{isJudging(batch) ? "Being read now" : "Being written now"}</h2>
        <span className="tnum text-text-2">{batch.counts.generating} at a time</span>
      </div>
      <ul>
        {shown.map((one) => (
          <li key={one.id} className="flex items-center gap-2.5 border-t border-line py-2 text-13">
            <Spinner className="text-st-generating" />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{one.persona}</span>
              <span className="block truncate text-12 text-text-2">
                {one.emotion} + {one.topic}
              </span>
            </span>
            <span className="tnum text-12 text-text-2">{secondsSince(one.since, now)} s</span>
          </li>
        ))}
      </ul>
      {current.length === 0 ? <p className="border-t border-line py-2 text-13 text-text-3">Nothing at this moment.</p> : null}
      {current.length > 3 ? (
        <button type="button" className="h-7 text-13 font-semibold text-primary-text hover:underline" onClick={() => setAll(!all)}>
          {all ? "Fewer" : `and ${String(current.length - 3)} more`}
        </button>
      ) : null}
    </Card>
  );
}

export function CostSoFar({ batch }: { batch: Batch }) {
  const atEnd = expectedAtEnd(batch);
  return (
    <Card className="grid gap-2 px-4 py-3 text-12">
      <div className="flex justify-between text-13">
        <h2 className="font-semibold">{batch.state === "ended" ? "Cost" : "Cost so far"}</h2>
        <span className="tnum text-text-2">
          <strong className="font-semibold text-text">{money(batch.spent_micros)}</strong>
          {batch.cap_micros ? ` of ${money(batch.cap_micros)} limit` : ""}
        </span>
      </div>
      <Meter share={batch.cap_micros ? batch.spent_micros / batch.cap_micros : 0} />
      <p className="tnum flex justify-between text-text-2">
        <span>
          {batch.state === "ended" ? "" : "Expected at the end "}
          {batch.state === "ended" ? null : <strong className="font-semibold text-text">{money(atEnd)}</strong>}
        </span>
        <span>Estimate was {money(batch.estimate.expected_micros)}</span>
      </p>
      {batch.reserved_micros > 0 ? <p className="text-text-3">Up to {money(batch.reserved_micros)} is held for what is being {isJudging(batch) ? "read" : "written"}.</p> : null}
    </Card>
  );
}
