import { useState, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/queries";
import type { FullAttempt } from "@/api/types";
import { LoadFailed } from "@/components/page";
import { Bone, Waiting } from "@/components/ui/bits";
import { money } from "@/lib/money";
import { exactTime } from "@/lib/time";
import { callQuery } from "./api";
import { figure, outcomeWords, thinkingWords, took } from "./words";

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-text-3">{name}</dt>
    <dd className="anywhere">{children}</dd>
  </>
);

/** A stored document as it is: text, never markup. */
function Raw({ name, body, missing }: { name: string; body: unknown; missing: string }) {
  if (!body) return <p className="text-text-3">{missing}</p>;
  return (
    <details>
      <summary className="font-semibold">{name}</summary>
      <pre className="mt-1 max-h-80 overflow-auto rounded-2 border border-line bg-surface p-2.5 font-mono text-11 whitespace-pre-wrap anywhere">
        {JSON.stringify(body, null, 2)}
      </pre>
    </details>
  );
}

function Facts({ one }: { one: FullAttempt }) {
  const parameters = Object.entries(one.parameters);
  const answered = [one.http_status, one.error?.code ?? one.stop_reason].filter(Boolean).join(" ");
  return (
    <div className="grid gap-2 text-12">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <Fact name="When">
          {exactTime(one.started_at)}, took {took(one.duration_ms)}
        </Fact>
        <Fact name="Came of it">
          {outcomeWords(one)}
          {one.error ? `. ${one.error.reason}` : ""}
        </Fact>
        <Fact name="Answer">{answered || "none"}</Fact>
        <Fact name="Request">
          <span className="font-mono">{one.request_id ?? "none"}</span>
        </Fact>
        <Fact name="Model">{one.model}</Fact>
        <Fact name="Template">{one.template_id ? `${one.template_id}, version ${String(one.template_version)}` : "none"}</Fact>
        <Fact name="Usage">
          {figure(one.input_tokens)} read, {figure(one.cache_read_tokens)} from the cache, {figure(one.cache_write_tokens)} into the cache, {figure(one.output_tokens)} written ({thinkingWords(one)})
        </Fact>
        <Fact name="Cost">
          {money(one.cost_micros)}, up to {money(one.reserved_micros)} was held
        </Fact>
      </dl>
      {parameters.length > 0 ? (
        <details>
          <summary className="font-semibold">Values that filled the template</summary>
          <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            {parameters.map(([name, value]) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
          </dl>
        </details>
      ) : null}
      <Raw name="What was sent" body={one.request} missing="Nothing was sent." />
      <Raw name="What came back" body={one.answer} missing="Nothing came back that could be kept." />
    </div>
  );
}

/** Everything that is known of one call. Asked for only when it is opened. */
export function CallFacts({ conversation, attempt }: { conversation: string; attempt: string }) {
  const may = useMay("editor");
  const call = useQuery({ ...callQuery(conversation, attempt), enabled: may });
  if (!may) return <p className="text-12 text-text-3">What was sent and what came back can be read by editors and owners.</p>;
  if (call.error) return <LoadFailed what="this call" error={call.error} retry={() => void call.refetch()} />;
  return call.data ? (
    <Facts one={call.data} />
  ) : (
    <Waiting>
      <Bone className="w-2/3" />
    </Waiting>
  );
}

/** Folded away from who only wants to read on. */
export function Technical({ children, label = "Details for technicians" }: { children: ReactNode; label?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="text-12" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="font-semibold">{label}</summary>
      <div className="mt-2">{open ? children : null}</div>
    </details>
  );
}
