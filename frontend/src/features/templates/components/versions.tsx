import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { Info } from "lucide-react";
import { useReadOnlyReason } from "@/api/queries";
import type { Interval, TemplateInFull, VersionUsage } from "@/api/types";
import { Score } from "@/components/score";
import { Card, Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/checkbox";
import { money } from "@/lib/money";
import { toast } from "@/lib/toasts";
import { plural } from "@/lib/words";
import { usageQuery, useSetShares } from "../api";
import { withShare } from "../text";
import { VersionShares } from "./shares";

const percent = (rate: number): string => `${String(Math.round(rate * 100))}%`;

/** Where the true rate probably lies, as a line; the words are for everybody. */
function Range({ rate, range }: { rate: number; range: Interval }) {
  const text = `likely ${percent(range.low)} to ${percent(range.high)}`;
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="relative hidden h-2 w-24 min-[1500px]:block">
        <span className="absolute inset-x-0 top-0.75 h-0.5 bg-line" />
        <span className="absolute inset-y-0 rounded-pill bg-heat-4" style={{ left: percent(range.low), right: percent(1 - range.high) }} />
        <span className="absolute -inset-y-0.5 w-0.5 bg-text" style={{ left: percent(rate) }} />
      </span>
      <span className="text-12 whitespace-nowrap text-text-2">{text}</span>
    </span>
  );
}

function Approved({ usage }: { usage: VersionUsage }) {
  if (usage.conversations === 0) return <span className="text-text-2">not used yet</span>;
  if (usage.approval === null) return <span className="text-text-2">none read yet</span>;
  return (
    <span className="flex items-center gap-2">
      <span className="tnum w-9 font-semibold">{percent(usage.approval)}</span>
      {usage.approval_interval ? <Range rate={usage.approval} range={usage.approval_interval} /> : <span className="text-12 text-text-2">{`${String(usage.approved)} of ${String(usage.read)}`}</span>}
    </span>
  );
}

function Mean({ usage }: { usage: VersionUsage }) {
  const range = usage.score_interval;
  return (
    <span className="flex items-center gap-1.5">
      <Score value={usage.mean_score} />
      {range ? <span className="tnum text-12 whitespace-nowrap text-text-2">{`${range.low.toFixed(1)} to ${range.high.toFixed(1)}`}</span> : null}
    </span>
  );
}

interface Props {
  template: TemplateInFull;
  shown: number;
  onShow: (version: number) => void;
}

/** Every version with its share, its figures and what may be concluded from them. */
export function Versions({ template, shown, onShow }: Props) {
  const usage = useQuery(usageQuery(template.id));
  const save = useSetShares(template);
  const readOnly = useReadOnlyReason("editor");
  const shares: Record<number, number> = Object.fromEntries(template.shares.map((one) => [one.version, one.percent]));
  const inUse = Object.keys(shares).length;
  const off = template.state !== "active";
  const turn = (version: number, on: boolean): void => {
    if (readOnly) toast(readOnly, { tone: "info" });
    else if (off) toast("Turn the template on first.", { tone: "info" });
    else if (on) save.mutate(withShare(shares, version, Math.round(100 / (inUse + 1))));
    else if (inUse === 1) toast("One version has to stay in use. Turn another one on first, or turn the whole template off.", { tone: "info" });
    else save.mutate(withShare(shares, version, 0));
  };
  const leader = usage.data?.verdict.leader;
  const figures = (number: number): VersionUsage | undefined => usage.data?.versions.find((one) => one.number === number);
  return (
    <Card className="mt-3 overflow-x-auto">
      <table aria-label="Versions" className="w-full min-w-190 border-separate border-spacing-0 text-13">
        <thead>
          <tr className="[&>th]:h-8 [&>th]:border-b [&>th]:border-line [&>th]:bg-sunken [&>th]:px-3 [&>th]:text-left [&>th]:text-12 [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:text-text-2">
            {["Version", "State", "Share", "Written", "Read", "Score", "Approved, likely range", "Per approved", "Changed"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {template.versions.map((one) => {
            const used = figures(one.number);
            const on = shares[one.number] !== undefined;
            return (
              <tr key={one.number} className={one.number === shown ? "bg-primary-soft" : "hover:bg-hover"}>
                <th scope="row" className="h-9 px-3 text-left">
                  <button type="button" aria-pressed={one.number === shown} title={one.note || undefined} className="min-h-6 font-semibold whitespace-nowrap hover:underline" onClick={() => onShow(one.number)}>
                    {`Version ${String(one.number)}`}
                  </button>
                </th>
                <td className="px-3">
                  <span className="flex items-center gap-2 whitespace-nowrap">
                    <Switch checked={on} onChange={(next) => turn(one.number, next)} label={`Version ${String(one.number)} in use`} />
                    {on ? "In use" : "Off"}
                  </span>
                </td>
                <td className="tnum px-3">{on ? `${String(shares[one.number] ?? 0)}%` : "–"}</td>
                <td className="tnum px-3">
                  {used?.used_in.length ? (
                    <span className="flex flex-wrap gap-x-2">
                      {used.used_in.map((place) => (
                        <Link key={place.dataset_id} to="/d/$id" params={{ id: place.dataset_id }} search={{ template_id: [template.id], template_version: [String(one.number)] }} title={`Show them in ${place.dataset_name}`} className="inline-flex min-h-6 items-center text-primary-text hover:underline">
                          {place.conversations.toLocaleString("en-US")}
                        </Link>
                      ))}
                    </span>
                  ) : (
                    "0"
                  )}
                </td>
                <td className="tnum px-3">{(used?.read ?? 0).toLocaleString("en-US")}</td>
                <td className="px-3">{used ? <Mean usage={used} /> : null}</td>
                <td className="px-3">{used ? <Approved usage={used} /> : null}</td>
                <td className="tnum px-3">{used?.cost_per_approved_micros ? money(used.cost_per_approved_micros) : "–"}</td>
                <td className="px-3 whitespace-nowrap">
                  <Time at={one.created_at} />
                  {`, ${one.created_by_name || "the house"}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {inUse > 1 ? <VersionShares key={template.revision} template={template} readOnly={readOnly} /> : null}
      {usage.data ? (
        <div className="flex items-center gap-3 border-t border-line bg-sunken px-4 py-2.5 text-13">
          <Info aria-hidden size={16} className="shrink-0 text-st-generating" />
          <p role="status" className="min-w-0 flex-1">
            {usage.data.verdict.sentence} <span className="text-text-2">{`${plural(usage.data.total.conversations, "conversation")} in all. A likely range is shown from 30 on.`}</span>
          </p>
          {leader && inUse > 1 && !readOnly ? (
            <Button size="s" busy={save.isPending} onClick={() => save.mutate({ [leader]: 100 })}>{`Use version ${String(leader)} for everything`}</Button>
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}
