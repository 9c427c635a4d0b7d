import { useState } from "react";
import { Timer, Wallet } from "lucide-react";
import { datasetQuery, useMay } from "@/api/queries";
import type { Batch } from "@/api/types";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useQuery } from "@tanstack/react-query";
import { money } from "@/lib/money";
import { useNow } from "@/lib/now";
import { useControl } from "../api";
import { highestWarnings, raisedCap, waiting } from "../words";

function Slowed({ until }: { until: string | null }) {
  const now = useNow(true);
  return (
    <Notice tone="info" icon={Timer} title="Claude asked us to slow down for a moment.">
      {waiting(until, now)}
    </Notice>
  );
}

/** At the run's own limit: the next step is one click, and so is leaving it. */
function AtTheLimit({ batch }: { batch: Batch }) {
  const control = useControl(batch);
  const may = useMay("editor");
  const [left, setLeft] = useState(false);
  const { succeeded, queued, generating } = batch.counts;
  const cap = raisedCap(batch);
  const actions = (
    <span className="flex shrink-0 gap-2">
      <Button size="s" variant="primary" busy={control.isPending} onClick={() => control.mutate({ verb: "resume", cap_micros: cap })}>
        Raise to {money(cap)}
      </Button>
      <Button size="s" onClick={() => setLeft(true)}>
        Leave it there
      </Button>
    </span>
  );
  return (
    <Notice tone="warn" icon={Wallet} title={`Paused at your limit of ${money(batch.cap_micros)}.`} action={may && !left ? actions : null}>
      {succeeded} {succeeded === 1 ? "is" : "are"} ready, {queued + generating} {queued + generating === 1 ? "is" : "are"} waiting. Nothing more is charged until you say so.
    </Notice>
  );
}

/** A budget that other runs draw on too is raised where it was set. */
function OutOfBudget({ batch }: { batch: Batch }) {
  const { data: dataset } = useQuery(datasetQuery(batch.dataset_id));
  const owner = useMay("owner");
  const what = batch.pause_budget === "dataset" ? `Paused: the budget of this dataset${dataset ? `, ${money(dataset.budget_micros)},` : ""} is used up.` : "Paused: this month's budget is used up.";
  const raise = (
    <ButtonLink size="s" to="/settings" hash="money">
      Raise the budget
    </ButtonLink>
  );
  return (
    <Notice tone="warn" icon={Wallet} title={what} action={owner ? raise : null}>
      {batch.counts.succeeded} are ready, {batch.counts.queued} are waiting. Nothing more is charged until then. Afterwards, press Resume.
    </Notice>
  );
}

/** What became of second opinions: at which limit they stopped, or where they are. */
function Opinions({ batch }: { batch: Batch }) {
  const owner = useMay("owner");
  const raise = (
    <ButtonLink size="s" to="/settings" hash="second-opinion">
      Open Settings
    </ButtonLink>
  );
  const see = batch.opinions_run ? (
    <ButtonLink size="s" to="/d/$id/runs/$batch" params={{ id: batch.dataset_id, batch: batch.opinions_run }}>
      See them
    </ButtonLink>
  ) : null;
  return (
    <>
      {batch.stop_sentence ? <Notice tone="warn" icon={Wallet} title={batch.stop_sentence} action={owner ? raise : null} /> : null}
      {batch.opinions_sentence ? <Notice tone="info" title={batch.opinions_sentence} action={owner ? raise : null} /> : null}
      {see ? <Notice tone="info" title="Second opinions on what this run has written follow within a minute." action={see} /> : null}
    </>
  );
}

/** What a person has to know now: a wait, a limit, a refusal. */
export function Notices({ batch }: { batch: Batch }) {
  const paused = batch.state === "paused" ? batch.pause_reason : null;
  const running = batch.state === "running";
  const warnings = running ? highestWarnings(batch) : [];
  const slowed = running ? batch.throttled : null;
  if (!slowed && !warnings.length && !paused && !batch.stop_sentence && !batch.opinions_sentence && !batch.opinions_run) return null;
  return (
    <div className="mt-3 grid gap-2">
      <Opinions batch={batch} />
      {slowed ? <Slowed until={slowed.until} /> : null}
      {paused === "budget" && (batch.pause_budget ?? "batch") === "batch" ? <AtTheLimit batch={batch} /> : null}
      {paused === "budget" && batch.pause_budget && batch.pause_budget !== "batch" ? <OutOfBudget batch={batch} /> : null}
      {paused === "provider" ? (
        <Notice tone="problem" title={batch.pause_sentence || "Claude does not accept calls from your workspace at the moment."}>
          Everything waits, nothing is lost and nothing is charged meanwhile. The run goes on by itself when that is solved.
        </Notice>
      ) : null}
      {paused === "user" ? (
        <Notice tone="info" title="Paused.">
          {batch.counts.generating > 0 ? `${String(batch.counts.generating)} that had begun are being finished. ` : ""}
          {batch.counts.queued} are waiting until you press Resume. Waiting costs nothing.
        </Notice>
      ) : null}
      {warnings.map((warning) => (
        <Notice key={warning.budget} tone="info" icon={Wallet} title={warning.sentence}>
          At the limit the run pauses by itself.
        </Notice>
      ))}
    </div>
  );
}
