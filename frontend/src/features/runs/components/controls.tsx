import { useState } from "react";
import { Pause, Play, X } from "lucide-react";
import { useMay } from "@/api/queries";
import type { Batch } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Confirm, Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { money, moneyField, parseMoney } from "@/lib/money";
import { plural } from "@/lib/words";
import { useControl } from "../api";
import { isJudging, raisedCap } from "../words";

function RaiseLimit({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const control = useControl(batch);
  const now = batch.cap_micros;
  const [text, setText] = useState(moneyField(raisedCap(batch)));
  const cap = parseMoney(text);
  const wrong = cap === null ? "Type an amount, for instance 3.00." : cap <= now ? `The limit is ${money(now)} now. Choose a higher one.` : null;
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title="Raise the limit and go on?"
      footer={
        <>
          <Button size="l" onClick={onClose}>
            Leave it there
          </Button>
          <Button size="l" variant="primary" busy={control.isPending} disabledReason={wrong} onClick={() => cap && control.mutate({ verb: "resume", cap_micros: cap }, { onSuccess: onClose })}>
            Raise to {cap ? money(cap) : "…"}
          </Button>
        </>
      }
    >
      <Field label="Never more than" error={wrong} help={`${money(batch.spent_micros)} is spent, ${plural(batch.counts.queued, "conversation")} waiting.`}>
        {(ids) => <Input {...ids} inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </Dialog>
  );
}

export function Controls({ batch }: { batch: Batch }) {
  const control = useControl(batch);
  const [asking, setAsking] = useState<"cancel" | "raise" | null>(null);
  const may = useMay("editor");
  if (!may || batch.state === "ended") return null;
  const { queued, generating } = batch.counts;
  return (
    <>
      {batch.state === "running" ? (
        <Button icon={Pause} busy={control.isPending} title={`Stops new ones at once, the ${String(generating)} being written finish`} onClick={() => control.mutate({ verb: "pause" })}>
          Pause
        </Button>
      ) : null}
      {batch.state === "paused" ? (
        <Button variant="primary" icon={Play} busy={control.isPending} onClick={() => (batch.pause_budget === "batch" ? setAsking("raise") : control.mutate({ verb: "resume" }))}>
          {batch.pause_budget === "batch" ? "Raise the limit" : "Resume"}
        </Button>
      ) : null}
      {batch.state === "cancelling" ? null : (
        <Button variant="reject" icon={X} onClick={() => setAsking("cancel")}>
          Cancel the rest
        </Button>
      )}
      <Confirm
        open={asking === "cancel"}
        onClose={() => setAsking(null)}
        onConfirm={() => control.mutate({ verb: "cancel" }, { onSuccess: () => setAsking(null) })}
        busy={control.isPending}
        title={`Cancel the ${plural(queued, "conversation")} that ${queued === 1 ? "is" : "are"} waiting?`}
        verb={`Cancel ${queued.toLocaleString("en-US")}`}
        variant="danger"
      >
        <p>{isJudging(batch) ? "They stay as they are." : "They stay planned and can be generated later."} Nothing is charged for them.</p>
        {generating > 0 ? <p>The {generating} being written finish and are kept, like everything that is ready.</p> : null}
      </Confirm>
      {asking === "raise" ? <RaiseLimit batch={batch} onClose={() => setAsking(null)} /> : null}
    </>
  );
}
