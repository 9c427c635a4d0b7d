import { useQuery } from "@tanstack/react-query";
import { Play, RotateCw } from "lucide-react";
import { useMay } from "@/api/queries";
import type { Conversation } from "@/api/types";
import { ContactSupport } from "@/components/support";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { Technical } from "@/features/calls/call-facts";
import { CallLog } from "@/features/calls/call-log";
import { LastCall } from "@/features/calls/last-call";
import { unitPriceQuery } from "@/features/generate/api";
import { useGenerateOne } from "@/features/generate/one";
import { EditSituation, isDeclined } from "@/features/situation/button";
import { money } from "@/lib/money";
import { useNow } from "@/lib/now";
import { secondsSince } from "@/lib/time";
import { plural, TIER_WORDS } from "@/lib/words";
import { FiledUnder } from "./filed-under";

function GenerateOne({ one, retry }: { one: Conversation; retry: boolean }) {
  const generateOne = useGenerateOne(one.dataset_id);
  const may = useMay("editor");
  const { data: price } = useQuery({ ...unitPriceQuery(one.dataset_id, one.id), enabled: may && !["queued", "generating"].includes(one.status) });
  if (!may || one.is_seed) return null;
  return (
    <Button variant={one.status === "failed" && !retry ? "default" : "primary"} icon={retry ? RotateCw : Play} className="justify-self-start" onClick={() => generateOne(one)}>
      {retry ? "Retry" : one.status === "failed" ? "Try all the same" : "Generate"}
      {price ? `, about ${money(price)}` : ""}
    </Button>
  );
}

/** Reason, next step, and folded what a technician needs. */
export function FailedPanel({ one }: { one: Conversation }) {
  const failure = one.failure;
  if (!failure) return null;
  const canRetry = failure.kind === "transient";
  return (
    <section className="mb-4 grid gap-3">
      <h3 className="text-16 font-title">This one was not written</h3>
      <Notice tone="warn" title={failure.reason}>
        {failure.next_step}
      </Notice>
      <p className="text-13 text-text-2">
        {one.cost_micros === 0 ? "You were not charged." : `The tries cost ${money(one.cost_micros)} in total.`}
      </p>
      <div className="flex flex-wrap gap-2">
        {isDeclined(failure) ? <EditSituation row={one} variant="primary" /> : null}
        <GenerateOne one={one} retry={canRetry} />
        {failure.kind === "permanent" ? <ContactSupport what={`${one.ref} was not written`} reference={failure.request_id} /> : null}
      </div>
      <Technical>
        <LastCall row={one} failure={failure} />
        <h4 className="mt-3 font-semibold">Every call</h4>
        <CallLog conversation={one.id} />
      </Technical>
    </section>
  );
}

function Values({ one }: { one: Conversation }) {
  const { slot } = one;
  const values: [string, string | null][] = [
    ["Persona", one.persona],
    ["Emotion", one.emotion],
    ["Arc", one.arc],
    ["Topic", one.topic],
    ["Intent", one.intent],
    ["Tone", one.tone],
    ["Tier", TIER_WORDS[one.tier]],
    ["Outcome", one.outcome],
    ["Length", plural(slot.turns_planned, "turn")],
    ["Situation", slot.situation],
    ["Hard moment", slot.edge_case],
    ["Problem", slot.problem_context],
    ["What was done", slot.solution_action],
    ["How it ended", slot.scenario_outcome],
    ["Template", one.template_name],
  ];
  return (
    <dl className="grid grid-cols-[120px_1fr] text-13">
      {values.map(([name, value]) =>
        value ? (
          <div key={name} className="contents [&>*]:border-b [&>*]:border-line [&>*]:py-2">
            <dt className="text-text-2">{name}</dt>
            <dd className="anywhere">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** What will be asked, with the values filled in. */
export function PlannedPanel({ one }: { one: Conversation }) {
  const working = one.status === "queued" || one.status === "generating";
  const now = useNow(one.status === "generating");
  const mayEdit = useMay("editor");
  return (
    <section className="grid gap-3">
      <h3 className="text-16 font-title">
        {one.persona}: {one.topic}
      </h3>
      {working ? (
        <p role="status" className="flex items-center gap-2 text-13 text-st-generating-text">
          <Spinner />
          {one.status === "queued" ? "Waiting for its turn" : `Being written${one.started_at ? `, ${String(secondsSince(one.started_at, now))} s` : ""}`}
        </p>
      ) : (
        <>
          <p className="text-13 text-text-2">Not generated yet. This is what Claude will be asked for.</p>
          <div className="flex flex-wrap gap-2">
            <GenerateOne one={one} retry={false} />
            {one.is_seed ? null : <EditSituation row={one} />}
          </div>
        </>
      )}
      <FiledUnder one={one} chips={false} mayEdit={mayEdit && !working && !one.is_seed} />
      <Values one={one} />
      {one.chunks.length > 0 ? (
        <>
          <h4 className="text-13 font-semibold">With these facts from your documents</h4>
          <ul className="grid gap-2 text-12 text-text-2">
            {one.chunks.map((chunk) => (
              <li key={chunk.id} className="rounded-3 border border-line bg-sunken px-3.5 py-2.5 anywhere">
                <strong className="font-semibold text-text">{chunk.document_title}.</strong> “{chunk.text}”
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
