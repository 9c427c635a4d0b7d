import { useEffect, useRef, useState } from "react";
import type { Batch } from "@/api/types";
import { clockTime, exactTime } from "@/lib/time";
import { finished, speed, timeLeft } from "../words";
import { RunBar } from "./grid";

/** Speaks at every tenth percent, at a failure and at the end, and is silent between. */
export function Spoken({ batch }: { batch: Batch }) {
  const [text, setText] = useState("");
  const key = `${String(Math.floor(batch.percent / 10))}.${String(batch.counts.failed)}.${batch.state}`;
  const latest = useRef(batch);
  useEffect(() => {
    latest.current = batch;
  });
  useEffect(() => {
    const { percent, counts, state } = latest.current;
    setText(state === "ended" ? `Done. ${String(counts.succeeded)} ready, ${String(counts.failed)} not written.` : `${String(Math.floor(percent))} percent, ${String(counts.failed)} not written.`);
  }, [key]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}

/** The one figure of the page: how far it is, how long it will take. */
export function Overall({ batch }: { batch: Batch }) {
  const { counts } = batch;
  return (
    <section aria-label="Progress" className="mb-3">
      <div className="flex flex-wrap items-end gap-x-3">
        <p className="tnum text-40 font-title">{Math.floor(batch.percent)}%</p>
        <p className="pb-1 text-15 text-text-2">
          <strong className="tnum font-semibold text-text">
            {finished(batch)} of {counts.total}
          </strong>{" "}
          finished: {counts.succeeded} ready{counts.failed > 0 ? `, ${String(counts.failed)} to look at` : ""}
          {counts.cancelled > 0 ? `, ${String(counts.cancelled)} cancelled` : ""}
          {batch.rounds > 0 && batch.state !== "ended" ? `. Weak ones are being written again, round ${String(batch.rounds)} of 3` : ""}
        </p>
        <p className="ml-auto text-right">
          <span className="block text-15 font-semibold">{timeLeft(batch)}</span>
          <span className="tnum text-12 text-text-2" title={exactTime(batch.started_at)}>
            Started {clockTime(batch.started_at)}
            {batch.rate_per_minute && batch.state === "running" ? `, now ${speed(batch.rate_per_minute)}` : ""}
          </span>
        </p>
      </div>
      <div className="mt-2">
        <RunBar batch={batch} />
      </div>
    </section>
  );
}
