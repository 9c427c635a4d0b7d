import { useQuery } from "@tanstack/react-query";
import { MessageSquareQuote } from "lucide-react";
import { settingsQuery, useReadOnlyReason } from "@/api/queries";
import type { Conversation, Opinion, Version } from "@/api/types";
import { bandOf, Shape } from "@/components/score";
import { Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { money } from "@/lib/money";
import { isPractice, writerName } from "@/lib/words";
import { opinionPriceQuery, useAskOpinion } from "../opinions";
import { ToTurn } from "./score-card";

const VERDICTS: Record<Opinion["verdict"], string> = { approve: "would approve it as it is", improve: "would have it improved first" };

function Whose({ opinion }: { opinion: Opinion }) {
  if (!isPractice(opinion.written_by)) return <strong className="font-semibold text-text">{writerName(opinion.written_by)}</strong>;
  return <strong className="rounded-1 bg-st-flagged-bg px-1 py-px font-semibold text-st-flagged-text">The practice model, not Claude,</strong>;
}

/** What another reading says, part by part. It is an opinion: whose it is and what it cost stands with it. */
function Given({ opinion }: { opinion: Opinion }) {
  return (
    <>
      <p className="text-12 text-text-2 anywhere">
        <Whose opinion={opinion} /> {VERDICTS[opinion.verdict]}:{" "}
        <strong className="tnum font-semibold text-text">{opinion.overall.toFixed(1)} of 10</strong>. An opinion, not part of the score. Asked for by {opinion.asked_by_name},{" "}
        <Time at={opinion.at} />, cost {money(opinion.cost_micros)}.
      </p>
      <ul aria-label="What it says" className="mt-2 grid gap-2">
        {opinion.parts.map((part) => (
          <li key={part.key} className="flex items-start gap-2.5 text-12">
            <Shape band={bandOf(part.score)} className="mx-px mt-1" />
            <span className="min-w-0 flex-1 anywhere">
              <strong className="font-semibold">
                {part.label} {part.score}.
              </strong>{" "}
              {part.sentence}
            </span>
            <ToTurn turn={part.turn} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Ask({ one, version }: { one: Conversation; version: Version }) {
  const price = useQuery(opinionPriceQuery(one, version.number));
  const asking = useAskOpinion(one);
  const busy = one.status === "queued" || one.status === "generating";
  return (
    <Button size="s" icon={MessageSquareQuote} busy={asking.isPending} disabledReason={busy && `${one.ref} is being worked on`} onClick={() => asking.mutate(version.number)}>
      {version.opinion ? "Ask again" : "Ask for a second opinion"}
      {price.data ? `, about ${money(price.data.expected_micros)}` : ""}
    </Button>
  );
}

/** The opinion on the version that is shown, and the way to ask for one where the workspace wants them. */
export function SecondOpinion({ one, version }: { one: Conversation; version: Version }) {
  const { data: settings } = useQuery(settingsQuery);
  const readOnly = useReadOnlyReason("editor");
  const { opinion } = version;
  const mayAsk = Boolean(settings?.second_opinion.on) && !readOnly && !one.is_seed && version.removed === null;
  if (!opinion && !mayAsk) return null;
  if (!opinion) {
    return (
      <div className="mt-2">
        <Ask one={one} version={version} />
      </div>
    );
  }
  return (
    <section aria-label="Second opinion" className="mt-3 rounded-3 border border-dashed border-line-strong px-3.5 py-2.5">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-13 font-semibold">Second opinion</h3>
        {mayAsk ? <Ask one={one} version={version} /> : null}
      </div>
      <Given opinion={opinion} />
    </section>
  );
}
