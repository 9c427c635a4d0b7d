import { useQuery } from "@tanstack/react-query";
import { LoadFailed } from "@/components/page";
import { Time } from "@/components/ui/bits";
import { money } from "@/lib/money";
import { writerName } from "@/lib/words";
import { attemptsQuery } from "../api";

const figure = (value: number): string => value.toLocaleString("en-US");

/** Every paid call for this conversation, with what was read and written. */
export function CostLines({ id }: { id: string }) {
  const attempts = useQuery(attemptsQuery(id));
  if (attempts.error) return <LoadFailed what="the cost lines" error={attempts.error} retry={() => void attempts.refetch()} />;
  return (
    <table className="mt-2 w-full rounded-3 border border-line bg-sunken text-12">
      <caption className="sr-only">What this conversation cost</caption>
      <thead className="text-text-3">
        <tr className="[&>th]:px-3 [&>th]:py-1.5 [&>th]:font-medium">
          <th scope="col" className="text-left">Try</th>
          <th scope="col" className="text-left">By</th>
          <th scope="col" className="text-right">Read</th>
          <th scope="col" className="text-right">Written</th>
          <th scope="col" className="text-right">Cost</th>
        </tr>
      </thead>
      <tbody>
        {attempts.data?.items.map((one) => (
          <tr key={one.id} className="border-t border-line [&>td]:px-3 [&>td]:py-1.5" title={one.request_id ?? undefined}>
            <td>
              <Time at={one.started_at} />, {one.outcome}
            </td>
            <td>{writerName(one.model)}</td>
            <td className="tnum text-right">{figure(one.input_tokens + one.cache_read_tokens + one.cache_write_tokens)}</td>
            <td className="tnum text-right">{figure(one.output_tokens)}</td>
            <td className="tnum text-right">{one.outcome === "running" ? `${money(one.reserved_micros)} held` : money(one.cost_micros)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
