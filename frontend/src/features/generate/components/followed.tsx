import { useEffect } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { batchQuery, keys } from "@/api/queries";
import { toast } from "@/lib/toasts";
import { unfollow, useFollowed, type Followed } from "../one";

function Follow({ one: { batch: id, row } }: { one: Followed }) {
  const { data: batch, error } = useQuery(batchQuery(id));
  const client = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    if (error) unfollow(id);
  }, [error, id]);
  useEffect(() => {
    if (!batch) return;
    const { succeeded, failed, cancelled } = batch.counts;
    const over = succeeded + failed + cancelled > 0;
    if (!over && batch.state !== "paused") return;
    unfollow(id);
    for (const key of [keys.summary(row.dataset_id), keys.rows(row.dataset_id), keys.conversation(row.id)]) void client.invalidateQueries({ queryKey: key });
    const open = (): void => void navigate({ to: "/d/$id", params: { id: row.dataset_id }, search: { open: row.ref } });
    if (batch.task.kind === "judge") {
      const why = batch.failures[0]?.failure.reason ?? (batch.stop_sentence || batch.pause_sentence);
      if (succeeded > 0) toast(`The second opinion on ${row.ref} is here.`, { action: { label: "Read it", run: open } });
      else toast(`No second opinion on ${row.ref}. ${why}`, { tone: "problem" });
    } else if (succeeded > 0) toast(`${row.ref} is ready.`, { action: { label: "Read it", run: open } });
    else if (failed > 0) toast(`${row.ref} was not written. ${batch.failures[0]?.failure.reason ?? ""}`, { tone: "problem", action: { label: "Why", run: open } });
    else if (!over) toast(`${row.ref} waits. ${batch.pause_sentence}`, { tone: "problem" });
  }, [batch, client, id, navigate, row]);
  return null;
}

/** Says how each one that was started with a click has ended. */
export const FollowedOnes = () => useFollowed().map((one) => <Follow key={one.batch} one={one} />);
