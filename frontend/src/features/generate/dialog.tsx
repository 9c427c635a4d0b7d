import { useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { newKey } from "@/api/client";
import { Problem, sentenceOf } from "@/api/problem";
import { meQuery, settingsQuery, summaryQuery } from "@/api/queries";
import type { Estimate } from "@/api/types";
import { LoadFailed } from "@/components/page";
import { Bone, Waiting } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { rememberRun } from "@/features/runs/watch";
import { money, parseMoney } from "@/lib/money";
import { estimateQuery, useStart } from "./api";
import { Blocks } from "./components/blocks";
import { CostTable, Figures } from "./components/estimate";
import { MailWhenDone, StopAt, TypeTheCount } from "./components/limits";
import { Modes } from "./components/modes";
import { Writer } from "./components/writer";
import { follow } from "./one";
import { capProblem, keptVersions, otherWarnings, overThreshold, question, type Mode } from "./rules";
import { closeAsk, type Ask } from "./state";

/** Whether the server has understood and says no: then another choice helps, not another try. */
const refused = (error: unknown): boolean => error instanceof Problem && [400, 409, 422].includes(error.status);

/** While another choice is priced the figures before it stay, but nothing starts at their price. */
function usePrice(asked: Ask, model: string | null, mode: Mode) {
  const { data, error, refetch, isPlaceholderData } = useQuery({ ...estimateQuery(asked.dataset, asked.selection, model, mode), placeholderData: keepPreviousData });
  return { data: error ? undefined : data, error, refetch, pricing: isPlaceholderData };
}

export function GenerateDialog({ asked }: { asked: Ask }) {
  const navigate = useNavigate();
  const [model, setModel] = useState<string | null>(null);
  const [mode, setMode] = useState<Mode>("now");
  const [capText, setCapText] = useState<string | null>(null);
  const [mail, setMail] = useState(true);
  const [typed, setTyped] = useState("");
  const [key] = useState(newKey);
  const { data, error, refetch, pricing } = usePrice(asked, model, mode);
  const { data: settings } = useQuery(settingsQuery);
  const { data: summary } = useQuery(summaryQuery(asked.dataset));
  const { data: me } = useQuery(meQuery);
  const start = useStart();

  const cap = capText === null ? (data?.suggested_cap_micros ?? null) : parseMoney(capText);
  const threshold = data ? overThreshold(data, settings) : null;
  const capWrong = data && !asked.one ? capProblem(cap, data) : null;
  const unconfirmed = threshold !== null && typed.trim() !== String(data?.count ?? 0);
  const blocked = (estimate: Estimate): string | null =>
    estimate.problems[0]?.sentence ?? capWrong ?? (unconfirmed ? `Type ${String(estimate.count)} first` : null) ?? (estimate.count === 0 ? "There is nothing left to write" : null);
  const again = data && asked.one?.status !== "planned" ? Math.min(asked.again ?? 0, data.count) : 0;
  const what = data ? `${data.count.toLocaleString("en-US")}${again > 0 && again >= data.count ? " again" : ""}` : "";

  const go = (): void => {
    if (!data) return;
    const { one, dataset, selection } = asked;
    start.mutate(
      { dataset, selection, model, mode, cap_micros: cap ?? data.suggested_cap_micros, notify: mail, one: one?.id ?? null, key },
      {
        onSuccess: (batch) => {
          closeAsk();
          if (one) {
            follow({ batch: batch.id, row: { ...one, dataset_id: dataset } });
            return;
          }
          rememberRun(batch.id, dataset);
          void navigate({ to: "/d/$id/runs/$batch", params: { id: dataset, batch: batch.id } });
        },
      },
    );
  };

  return (
    <Dialog
      open
      onClose={closeAsk}
      title={question(asked, data?.count)}
      description={keptVersions(again, data?.count ?? 0) ?? "You can close the browser. We keep going and tell you when it is done."}
      footnote="Nothing is approved without you."
      footer={
        <>
          <Button size="l" onClick={closeAsk}>
            Cancel
          </Button>
          <Button size="l" variant="primary" icon={Play} busy={start.isPending} disabledReason={data && !pricing ? blocked(data) : error ? "There is no price yet" : "The price is being worked out"} onClick={go}>
            {data ? `Generate ${what}, about ${money(data.expected_micros)}` : "Generate"}
          </Button>
        </>
      }
    >
      {error && !refused(error) ? <LoadFailed what="the price" error={error} retry={() => void refetch()} /> : null}
      {error && refused(error) ? (
        <div className="grid gap-3">
          <Notice tone="problem" title={sentenceOf(error)} />
          <Writer estimate={undefined} chosen={model} onChoose={setModel} />
        </div>
      ) : null}
      {!data && !error ? (
        <Waiting>
          <Bone className="h-22 rounded-3" />
          <Bone className="mt-4 h-40 rounded-3" />
        </Waiting>
      ) : null}
      {data ? (
        <div className="grid gap-3">
          {start.error ? <Notice tone="problem" title={sentenceOf(start.error)} /> : null}
          <Blocks dataset={asked.dataset} estimate={data} />
          {threshold ? <Notice tone="warn" title={threshold} /> : null}
          {otherWarnings(data).map((warning) => (
            <Notice key={warning.code} tone="warn" title={warning.sentence} />
          ))}
          <Figures estimate={data} />
          {asked.one ? null : <Modes estimate={data} chosen={mode} onChoose={setMode} />}
          <Writer estimate={data} chosen={model} onChoose={setModel} />
          <CostTable estimate={data} summary={summary} />
          {asked.one ? null : (
            <div className="grid gap-4 border-t border-line pt-3 sm:grid-cols-2">
              <StopAt estimate={data} cap={cap} text={capText} wrong={capWrong} onType={setCapText} />
              <MailWhenDone to={settings?.notify_email || me?.user.email} on={mail} onChange={setMail} />
            </div>
          )}
          {threshold ? <TypeTheCount count={data.count} typed={typed} onType={setTyped} /> : null}
        </div>
      ) : null}
    </Dialog>
  );
}
