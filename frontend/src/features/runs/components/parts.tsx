import { Check, Clock } from "lucide-react";
import type { Batch, RunPart } from "@/api/types";
import { Card } from "@/components/ui/bits";
import { Spinner } from "@/components/ui/spinner";
import { clockTime, exactTime, shortTime } from "@/lib/time";
import { plural } from "@/lib/words";
import { isBack, outOf } from "../words";

const told = ({ state, sent_at, ready_by, ready_at }: RunPart): string => {
  if (state === "ready") return ready_at ? `Came back ${clockTime(ready_at)}` : "Came back";
  if (state === "preparing" || !sent_at) return "Being put together";
  if (state === "stopping") return "Being called back; what is written is kept";
  return `Handed over ${clockTime(sent_at)}${ready_by ? `, back by ${shortTime(ready_by)} at the latest` : ""}`;
};

function Mark({ state }: { state: RunPart["state"] }) {
  if (state === "ready") return <Check aria-hidden size={16} className="shrink-0 text-st-generated-text" />;
  return state === "preparing" ? <Clock aria-hidden size={16} className="shrink-0 text-text-3" /> : <Spinner className="text-st-generating" />;
}

/** A run at half price is out in parts; nothing is known of a part's conversations before all of it is back. */
export function Parts({ batch }: { batch: Batch }) {
  const { parts } = batch;
  const ended = batch.state === "ended";
  return (
    <Card className="px-4 pt-3 pb-2">
      <div className="flex justify-between gap-3 pb-2 text-13">
        <h2 className="font-semibold">Handed over in parts</h2>
        <span className="tnum text-text-2">
          {parts.filter(isBack).length} of {parts.length} back
        </span>
      </div>
      <ul>
        {parts.map((part) => (
          <li key={part.number} className="flex items-center gap-2.5 border-t border-line py-2 text-13" title={part.sent_at ? exactTime(part.sent_at) : undefined}>
            <Mark state={part.state} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">
                Part {part.number}: {plural(part.count, "conversation")}
              </span>
              <span className="block text-12 text-text-2">{told(part)}</span>
            </span>
          </li>
        ))}
      </ul>
      {parts.length === 0 ? <p className="border-t border-line py-2 text-13 text-text-3">{ended ? "Nothing was handed over." : "The first part is put together within a minute."}</p> : null}
      {outOf(batch) > 0 && !ended ? <p className="border-t border-line py-2 text-12 text-text-2">We ask every minute whether a part is ready. Each comes back as a whole.</p> : null}
    </Card>
  );
}
