import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Activity as ActivityIcon } from "lucide-react";
import { get, post } from "@/api/client";
import { useMay } from "@/api/queries";
import type { Activity, ActivityEvent, Operation } from "@/api/types";
import { SimpleTable } from "@/components/data-table/simple";
import { LoadFailed, PageBody, PageHeader } from "@/components/page";
import { Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { outcome } from "@/features/conversations/bulk";
import { toast } from "@/lib/toasts";

const activityQuery = infiniteQueryOptions({
  queryKey: ["activity"],
  queryFn: ({ pageParam, signal }) => get<Activity>("/activity", { limit: 50, cursor: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
});

const DECISIONS = ["conversation.approved", "conversation.rejected", "conversation.needs_edit"];

/** Where a decision is taken back; the server says no when something came after it. */
function undoPath(one: ActivityEvent): string | null {
  if (one.action === "bulk.ended" && ["approve", "reject"].includes(String(one.details["bulk"]))) return `/operations/${one.subject.id}/undo`;
  return DECISIONS.includes(one.action) && !one.details["operation"] ? `/conversations/${one.subject.id}/undo` : null;
}

function UndoDecision({ one }: { one: ActivityEvent }) {
  const client = useQueryClient();
  const may = useMay("reviewer");
  const path = undoPath(one);
  const undo = useMutation({
    mutationFn: (to: string) => post<Partial<Operation>>(to),
    onSuccess: (done) => {
      toast(done.reasons ? outcome("taken back", { done: 0, failed_count: 0, reasons: [], ...done }) : "Taken back.");
      void client.invalidateQueries();
    },
  });
  if (!may || !path) return null;
  return (
    <Button size="s" variant="quiet" busy={undo.isPending} onClick={() => undo.mutate(path)}>
      Undo
    </Button>
  );
}

const VIA: Record<string, string> = { api_key: " by key", session: "", system: "" };

export function ActivityPage() {
  const activity = useInfiniteQuery(activityQuery);
  const events = activity.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHeader title="Activity" after={<span className="text-13 text-text-2 max-lg:hidden">Who did what, newest first. Nothing here can be changed.</span>} />
      <PageBody>
        {activity.error && !events ? (
          <LoadFailed what="the activity" error={activity.error} retry={() => void activity.refetch()} />
        ) : (
          <SimpleTable
            label="Activity"
            rows={events}
            rowKey={(one) => one.id}
            columns={[
              { head: "When", cell: (one) => <Time at={one.at} /> },
              { head: "Who", cell: (one) => `${one.actor.name}${VIA[one.actor.via] ?? ""}` },
              { head: "What", cell: (one) => <span className="anywhere">{one.summary}</span> },
              { head: "About", cell: (one) => <span className={one.subject.ref ? "ref-id" : "text-text-3"}>{one.subject.ref || one.subject.kind}</span> },
              { head: "Undo", cell: (one) => <UndoDecision one={one} /> },
              { head: "Action", cell: (one) => <span className="text-12 text-text-3">{one.action}</span> },
            ]}
            empty={
              <EmptyState icon={ActivityIcon} title="Nothing happened yet">
                Everything that is planned, generated, decided and exported is noted here.
              </EmptyState>
            }
          />
        )}
        {activity.hasNextPage ? (
          <Button className="mt-3" busy={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
            Show older
          </Button>
        ) : null}
      </PageBody>
    </>
  );
}
