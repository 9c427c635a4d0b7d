import { Fragment, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronRight } from "lucide-react";
import { LoadFailed } from "@/components/page";
import { Time } from "@/components/ui/bits";
import { money } from "@/lib/money";
import { writerName } from "@/lib/words";
import { attemptsQuery } from "./api";
import { CallFacts } from "./call-facts";
import { figure, outcomeWords, readOf, took } from "./words";

/** Every call that was made for a conversation: what was read and written, what it cost, and each in full on a click. */
export function CallLog({ conversation }: { conversation: string }) {
  const calls = useQuery(attemptsQuery(conversation));
  const [open, setOpen] = useState<string | null>(null);
  if (calls.error) return <LoadFailed what="the calls" error={calls.error} retry={() => void calls.refetch()} />;
  const items = calls.data?.items;
  const opinions = items?.reduce((sum, one) => sum + (one.task === "judge" ? one.cost_micros : 0), 0) ?? 0;
  if (items?.length === 0) return <p className="mt-2 text-12 text-text-3">No call was made, so nothing was charged.</p>;
  return (
    <div className="mt-2 overflow-x-auto rounded-3 border border-line bg-sunken">
      <table className="w-full text-12">
        <caption className="sr-only">Every call for this conversation</caption>
        <thead className="text-text-3">
          <tr className="[&>th]:px-2.5 [&>th]:py-1.5 [&>th]:font-medium">
            <th scope="col" className="text-left">Call</th>
            <th scope="col" className="text-left">Came of it</th>
            <th scope="col" className="text-left">Model asked for</th>
            <th scope="col" className="text-right">Read</th>
            <th scope="col" className="text-right">Written</th>
            <th scope="col" className="text-right">Took</th>
            <th scope="col" className="text-right">Cost</th>
          </tr>
        </thead>
        <tbody>
          {items?.map((one) => {
            const on = open === one.id;
            const Arrow = on ? ChevronDown : ChevronRight;
            return (
              <Fragment key={one.id}>
                <tr className="border-t border-line [&>td]:px-2.5 [&>td]:py-1.5">
                  <td>
                    <button type="button" aria-expanded={on} className="flex min-h-6 items-center gap-1 whitespace-nowrap text-primary-text hover:underline" onClick={() => setOpen(on ? null : one.id)}>
                      <Arrow aria-hidden size={14} />
                      <Time at={one.started_at} />
                    </button>
                  </td>
                  <td>
                    {outcomeWords(one)}
                    {one.kind === "repair" ? <span className="text-text-3"> (rewrite)</span> : null}
                  </td>
                  <td>{writerName(one.model)}</td>
                  <td className="tnum text-right" title={`${figure(one.cache_read_tokens)} of them from the cache`}>
                    {figure(readOf(one))}
                  </td>
                  <td className="tnum text-right">{figure(one.output_tokens)}</td>
                  <td className="tnum text-right whitespace-nowrap">{took(one.duration_ms)}</td>
                  <td className="tnum text-right whitespace-nowrap">{one.outcome === "running" ? `${money(one.reserved_micros)} held` : money(one.cost_micros)}</td>
                </tr>
                {on ? (
                  <tr>
                    <td colSpan={7} className="border-t border-line px-2.5 py-2">
                      <CallFacts conversation={conversation} attempt={one.id} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
        {items && items.length > 1 ? (
          <tfoot className="font-semibold">
            {opinions > 0 ? (
              <tr className="border-t border-line font-regular [&>*]:px-2.5 [&>*]:py-1.5">
                <th scope="row" colSpan={6} className="text-left font-regular">
                  Second opinions
                </th>
                <td className="tnum text-right">{money(opinions)}</td>
              </tr>
            ) : null}
            <tr className="border-t border-line [&>*]:px-2.5 [&>*]:py-1.5">
              <th scope="row" colSpan={6} className="text-left">
                Together
              </th>
              <td className="tnum text-right">{money(items.reduce((sum, one) => sum + one.cost_micros, 0))}</td>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
