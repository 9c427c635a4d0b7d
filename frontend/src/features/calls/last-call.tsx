import { useQuery } from "@tanstack/react-query";
import type { ConversationRow, Failure } from "@/api/types";
import { exactTime } from "@/lib/time";
import { plural } from "@/lib/words";
import { attemptsQuery } from "./api";
import { CallFacts } from "./call-facts";

/** What a technician needs of a failure: when, which try, and the call itself with the answer that came. */
export function LastCall({ row, failure }: { row: Pick<ConversationRow, "id" | "paid_attempts">; failure: Failure }) {
  const { data } = useQuery(attemptsQuery(row.id));
  const last = data?.items.at(-1);
  return (
    <div className="grid gap-2 text-12">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-text-3">Given up</dt>
        <dd>
          {exactTime(failure.at)}, after {plural(data?.items.length ?? row.paid_attempts, "call")}, {row.paid_attempts} of them paid
        </dd>
        <dt className="text-text-3">Code</dt>
        <dd className="font-mono anywhere">{failure.code}</dd>
      </dl>
      {last ? <CallFacts conversation={row.id} attempt={last.id} /> : null}
    </div>
  );
}
