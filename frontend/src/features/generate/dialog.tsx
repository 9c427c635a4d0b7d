import { useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { newKey } from "@/api/client";
import { sentenceOf } from "@/api/problem";
import { meQuery, settingsQuery } from "@/api/queries";
import type { Estimate } from "@/api/types";
import { LoadFailed } from "@/components/page";
import { Bone, Waiting } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { rememberRun } from "@/features/runs/watch";
import { money, moneyField, parseMoney } from "@/lib/money";
import { toast } from "@/lib/toasts";
import { plural, TIER_WORDS } from "@/lib/words";
import { estimateQuery, useStart } from "./api";
import { CostTable, Figures, Models } from "./components/estimate";
import { capProblem, overThreshold } from "./rules";
import { closeAsk, type Ask } from "./state";

function question(asked: Ask, estimate: Estimate | undefined): string {
  if (asked.one) return asked.one.status === "planned" ? `Generate ${asked.one.ref}?` : `Generate ${asked.one.ref} again?`;
  if (!estimate) return "Generate conversations?";
  const count = estimate.count;
  if ("all" in asked.selection) return count === 1 ? "Generate the conversation that is left?" : `Generate the ${count.toLocaleString("en-US")} conversations that are left?`;
  if ("tier" in asked.selection) return `Generate all ${TIER_WORDS[asked.selection.tier].toLowerCase()} (${count.toLocaleString("en-US")})?`;
  return `Generate ${plural(count, "conversation")}?`;
}

export function GenerateDialog({ asked }: { asked: Ask }) {
  const navigate = useNavigate();
  const [model, setModel] = useState<string | null>(null);
  const [capText, setCapText] = useState<string | null>(null);
  const [mail, setMail] = useState(true);
  const [typed, setTyped] = useState("");
  const [key] = useState(newKey);
  const estimate = useQuery({ ...estimateQuery(asked.dataset, asked.selection, model), placeholderData: keepPreviousData });
  const { data: settings } = useQuery(settingsQuery);
  const { data: me } = useQuery(meQuery);
  const start = useStart();

  const data = estimate.data;
  const cap = capText === null ? (data?.suggested_cap_micros ?? null) : parseMoney(capText);
  const threshold = data ? overThreshold(data, settings) : null;
  const unconfirmed = threshold !== null && typed.trim() !== String(data?.count ?? 0);
  const capWrong = data && !asked.one ? capProblem(cap, data) : null;
  const blocked = !data ? "The price is being worked out" : (data.problems[0]?.sentence ?? capWrong ?? (unconfirmed ? "Type the count first" : null) ?? (data.count === 0 ? "There is nothing left to write" : null));

  const go = (): void => {
    if (!data) return;
    start.mutate(
      { dataset: asked.dataset, selection: asked.selection, model, cap_micros: cap ?? data.suggested_cap_micros, notify: mail, one: asked.one?.id ?? null, key },
      {
        onSuccess: (batch) => {
          rememberRun(batch.id, asked.dataset);
          closeAsk();
          if (asked.one) toast(`${asked.one.ref} is being written.`, { tone: "info" });
          else void navigate({ to: "/d/$id/runs/$batch", params: { id: asked.dataset, batch: batch.id } });
        },
      },
    );
  };

  return (
    <Dialog
      open
      onClose={closeAsk}
      title={question(asked, data)}
      description="You can close the browser. We keep going and tell you when it is done."
      footnote="Nothing is approved without you."
      footer={
        <>
          <Button size="l" onClick={closeAsk}>
            Cancel
          </Button>
          <Button size="l" variant="primary" icon={Play} busy={start.isPending} disabledReason={blocked} onClick={go}>
            {data ? `Generate ${data.count.toLocaleString("en-US")}, about ${money(data.expected_micros)}` : "Generate"}
          </Button>
        </>
      }
    >
      {estimate.error && !data ? <LoadFailed what="the price" error={estimate.error} retry={() => void estimate.refetch()} /> : null}
      {!data && !estimate.error ? (
        <Waiting>
          <Bone className="h-22 rounded-3" />
          <Bone className="mt-4 h-40 rounded-3" />
        </Waiting>
      ) : null}
      {data ? (
        <div className="grid gap-3">
          {start.error ? <Notice tone="problem" title={sentenceOf(start.error)} /> : null}
          {data.problems.map((problem) => (
            <Notice key={problem.code} tone="problem" title={problem.sentence} />
          ))}
          {threshold ? <Notice tone="warn" title={threshold} /> : null}
          {data.warnings.map((warning) => (
            <Notice key={warning.code} tone="warn" title={warning.sentence} />
          ))}
          <Figures estimate={data} />
          <Models estimate={data} chosen={model} onChoose={setModel} />
          <CostTable estimate={data} />
          {asked.one ? null : (
            <div className="grid gap-4 border-t border-line pt-3 sm:grid-cols-2">
              <div>
                <label htmlFor="stop-at" className="text-13 font-semibold">
                  Stop at
                </label>
                <div className="mt-1 flex items-center gap-2">
                  <span className="relative">
                    <span aria-hidden className="absolute top-1.5 left-2.5 text-13">$</span>
                    <Input id="stop-at" inputMode="decimal" className="w-20! pl-5!" aria-invalid={Boolean(capWrong)} aria-describedby="stop-help" value={capText ?? moneyField(data.suggested_cap_micros)} onChange={(event) => setCapText(event.target.value)} />
                  </span>
                  <p id="stop-help" className="text-12 text-text-2">
                    {capWrong ?? (cap !== null && cap >= data.at_most_micros ? "We pause before going over. Covers even the longest answers." : `We pause before going over. The longest answers together could cost ${money(data.at_most_micros)}.`)}
                  </p>
                </div>
              </div>
              <div>
                <p className="text-13 font-semibold">When it is done</p>
                <label className="mt-1 flex h-8 items-center gap-2 text-13">
                  <Checkbox checked={mail} onChange={(event) => setMail(event.target.checked)} />
                  <span className="truncate">Mail {settings?.notify_email || me?.user.email}</span>
                </label>
              </div>
            </div>
          )}
          {threshold ? (
            <label className="grid justify-items-start gap-1 border-t border-line pt-3 text-13">
              Type {data.count} to go on
              <Input className="w-28!" inputMode="numeric" value={typed} onChange={(event) => setTyped(event.target.value)} />
            </label>
          ) : null}
        </div>
      ) : null}
    </Dialog>
  );
}
