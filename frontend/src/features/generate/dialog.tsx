import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { PenLine, Play } from "lucide-react";
import { newKey } from "@/api/client";
import { Problem, sentenceOf } from "@/api/problem";
import { meQuery, settingsQuery, summaryQuery } from "@/api/queries";
import type { Batch, Estimate } from "@/api/types";
import { LoadFailed } from "@/components/page";
import { Bone, Waiting } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { rememberRun } from "@/features/runs/watch";
import { money, parseMoney } from "@/lib/money";
import { useStart } from "./api";
import { Blocks } from "./components/blocks";
import { CostTable, Figures } from "./components/estimate";
import { MailWhenDone, StopAt, TypeTheCount, WeakAgain } from "./components/limits";
import { Modes } from "./components/modes";
import { Recipe } from "./components/recipe";
import { LeftOut, Wish } from "./components/wish";
import { Writer } from "./components/writer";
import { follow } from "./one";
import { useOrder, usePrice } from "./order";
import { capProblem, otherWarnings, overThreshold, promise, question } from "./rules";
import { SAMPLES, samplesPrice, useSamples } from "./samples";
import { closeAsk, type Ask } from "./state";

/** Whether the server has understood and says no: then another choice helps, not another try. */
const refused = (error: unknown): boolean => error instanceof Problem && [400, 409, 422].includes(error.status);

export function GenerateDialog({ asked }: { asked: Ask }) {
  const navigate = useNavigate();
  const ordering = useOrder(asked);
  const [capText, setCapText] = useState<string | null>(null);
  const [mail, setMail] = useState(true);
  const [weakToo, setWeakToo] = useState(false);
  const [typed, setTyped] = useState("");
  const [key] = useState(newKey);
  const { data, error, refetch, pricing } = usePrice(asked.dataset, ordering);
  const { data: settings } = useQuery(settingsQuery);
  const { data: summary } = useQuery(summaryQuery(asked.dataset));
  const { data: me } = useQuery(meQuery);
  const start = useStart();
  const writes = !asked.rewrite && !asked.judge;
  const verb = asked.rewrite ? "Rewrite" : asked.judge ? "Ask" : "Generate";

  const cap = capText === null ? (data?.suggested_cap_micros ?? null) : parseMoney(capText);
  const threshold = data ? overThreshold(data, settings) : null;
  const capWrong = data && !asked.one ? capProblem(cap, data) : null;
  const unconfirmed = threshold !== null && typed.trim() !== String(data?.count ?? 0);
  const unsaid = asked.rewrite && !ordering.wish.trim() ? "Say what should change first" : null;
  const blocked = (estimate: Estimate): string | null =>
    unsaid ??
    estimate.problems[0]?.sentence ?? capWrong ?? (unconfirmed ? `Type ${String(estimate.count)} first` : null) ?? (estimate.count === 0 ? "There is nothing left to write" : null);
  const again = data && !asked.judge && asked.one?.status !== "planned" ? Math.min(asked.again ?? 0, data.count) : 0;
  const what = data ? `${data.count.toLocaleString("en-US")}${again > 0 && again >= data.count ? " again" : ""}` : "";

  const show = (batch: Batch): void => {
    closeAsk();
    rememberRun(batch.id, asked.dataset);
    void navigate({ to: "/d/$id/runs/$batch", params: { id: asked.dataset, batch: batch.id } });
  };
  const samples = useSamples(asked.dataset, ordering);
  const mayRepeat = writes && !asked.one;
  const maySample = data && mayRepeat && again === 0 && data.count > 2 * SAMPLES;
  const go = (): void => {
    if (!data) return;
    const { one, dataset } = asked;
    start.mutate(
      { dataset, ...ordering.order, cap_micros: cap ?? data.suggested_cap_micros, until_passing: mayRepeat && weakToo ? data.count : null, notify: mail, one: one?.id ?? null, key },
      {
        onSuccess: (batch) => {
          ordering.done();
          if (!one) {
            show(batch);
            return;
          }
          closeAsk();
          follow({ batch: batch.id, row: { ...one, dataset_id: dataset } });
        },
      },
    );
  };

  return (
    <Dialog
      open
      onClose={closeAsk}
      title={question(asked, data?.count)}
      description={`${promise(asked, again, data?.count ?? 0)}${maySample ? " Nothing is approved without you." : ""}`}
      {...(maySample ? {} : { footnote: "Nothing is approved without you." })}
      footer={
        <>
          {maySample ? (
            <Button size="l" className="mr-auto" busy={samples.isPending} disabledReason={pricing ? "The price is being worked out" : (data.problems[0]?.sentence ?? null)} onClick={() => samples.mutate(data, { onSuccess: show })}>
              See {SAMPLES} samples, about {money(samplesPrice(data))}
            </Button>
          ) : null}
          <Button size="l" onClick={closeAsk}>
            Cancel
          </Button>
          <Button size="l" variant="primary" icon={verb === "Rewrite" ? PenLine : Play} busy={start.isPending} disabledReason={data && !pricing ? blocked(data) : error ? "There is no price yet" : "The price is being worked out"} onClick={go}>
            {verb}
            {data ? `${asked.judge ? "" : ` ${what}`}, about ${money(data.expected_micros)}` : ""}
          </Button>
        </>
      }
    >
      {error && !refused(error) ? <LoadFailed what="the price" error={error} retry={() => void refetch()} /> : null}
      {error && refused(error) ? (
        <div className="grid gap-3">
          <Notice tone="problem" title={sentenceOf(error)} />
          {asked.rewrite ? <Wish ordering={ordering} estimate={undefined} /> : null}
          <Writer estimate={undefined} chosen={ordering.model} judge={asked.judge} onChoose={ordering.setModel} />
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
          {(start.error ?? samples.error) ? <Notice tone="problem" title={sentenceOf(start.error ?? samples.error)} /> : null}
          <Blocks dataset={asked.dataset} estimate={data} />
          {threshold ? <Notice tone="warn" title={threshold} /> : null}
          {otherWarnings(data).map((warning) => (
            <Notice key={warning.code} tone="warn" title={warning.sentence} />
          ))}
          {asked.rewrite ? <Wish ordering={ordering} estimate={data} /> : null}
          <LeftOut reasons={data.left_out} />
          <Figures estimate={data} />
          {asked.one ? null : <Modes estimate={data} chosen={ordering.mode} onChoose={ordering.setMode} />}
          <Writer estimate={data} chosen={ordering.model} again={again > 0 || Boolean(asked.rewrite)} judge={asked.judge} onChoose={ordering.setModel} />
          {writes ? <Recipe estimate={data} chosen={ordering.template} onChoose={ordering.setTemplate} /> : null}
          <CostTable estimate={data} summary={summary} />
          {asked.one ? null : (
            <div className="grid gap-4 border-t border-line pt-3 sm:grid-cols-2">
              <StopAt estimate={data} judge={asked.judge} cap={cap} text={capText} wrong={capWrong} onType={setCapText} />
              <MailWhenDone to={settings?.notify_email || me?.user.email} on={mail} onChange={setMail} />
              {mayRepeat ? <WeakAgain on={weakToo} onChange={setWeakToo} /> : null}
            </div>
          )}
          {threshold ? <TypeTheCount count={data.count} typed={typed} onType={setTyped} /> : null}
        </div>
      ) : null}
    </Dialog>
  );
}
