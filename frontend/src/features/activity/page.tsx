import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Activity as ActivityIcon, SearchX } from "lucide-react";
import { post } from "@/api/client";
import { useMay } from "@/api/queries";
import type { ActivityEvent, Operation } from "@/api/types";
import { SimpleTable } from "@/components/data-table/simple";
import { Crumb, LoadFailed, PageBody, PageHeader } from "@/components/page";
import { Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { CallLog } from "@/features/calls/call-log";
import { outcome } from "@/features/conversations/bulk";
import { toast } from "@/lib/toasts";
import { activityQuery } from "./api";
import { Details } from "./components/details";
import { ActivityFilters } from "./components/filters";
import { CheckButton, CheckFound, SaveRecord, useCheck } from "./components/tools";
import { isNarrowed, narrowed, type ActivitySearch } from "./search";
import { KIND_WORDS, actionWords } from "./words";

const route = getRouteApi("/_in/_shell/activity");

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

function About({ one }: { one: ActivityEvent }) {
  const { kind, id, ref } = one.subject;
  if (kind !== "conversation") return <span className={ref ? "ref-id" : "text-text-3"}>{ref || KIND_WORDS[kind]}</span>;
  return (
    <Link to="/activity" search={{ about: id, ref }} title={`Everything about ${ref}`} className="ref-id text-primary-text hover:underline">
      {ref}
    </Link>
  );
}

function Empty({ search, clear }: { search: ActivitySearch; clear: () => void }) {
  if (search.about ?? isNarrowed(search)) {
    return (
      <EmptyState icon={SearchX} title={isNarrowed(search) ? "Nothing matches these filters" : "Nothing is on record about this"} actions={<Button onClick={clear}>{isNarrowed(search) ? "Clear all filters" : "Show all activity"}</Button>}>
        {isNarrowed(search) ? "There is activity of other people, days or kinds." : "It may belong to another workspace."}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={ActivityIcon} title="Nothing happened yet">
      Everything that is planned, generated, decided and exported is noted here.
    </EmptyState>
  );
}

export function ActivityPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const activity = useInfiniteQuery(activityQuery(search));
  const check = useCheck();
  const events = activity.data?.pages.flatMap((page) => page.items);
  const seen = new Map(events?.map((one) => [one.actor.id, one.actor.name]));
  const change = (next: ActivitySearch): void => void navigate({ search: next });
  const { about, ref } = search;
  const whole = (
    <Crumb>
      <Link to="/activity" className="hover:underline">
        Activity
      </Link>
    </Crumb>
  );
  return (
    <>
      <PageHeader
        title={about ? `Everything about ${ref ?? "this"}` : "Activity"}
        {...(about ? { before: whole } : {})}
        after={<span className="text-13 text-text-2 max-xl:hidden">{about ? "What was done with it, newest first." : "Who did what, newest first. Nothing here can be changed."}</span>}
      >
        <CheckButton check={check} />
        <SaveRecord search={search} />
      </PageHeader>
      <PageBody>
        <CheckFound check={check} />
        <ActivityFilters search={search} seen={seen} onChange={change} />
        {activity.error && !events ? (
          <LoadFailed what="the activity" error={activity.error} retry={() => void activity.refetch()} />
        ) : (
          <SimpleTable
            label="Activity"
            rows={activity.hasNextPage && events?.length === 0 ? undefined : events}
            rowKey={(one) => one.id}
            columns={[
              { head: "When", cell: (one) => <Time at={one.at} /> },
              { head: "Who", cell: (one) => `${one.actor.name}${VIA[one.actor.via] ?? ""}` },
              { head: "What", cell: (one) => <Details one={one} /> },
              { head: "About", cell: (one) => <About one={one} /> },
              { head: "Undo", cell: (one) => <UndoDecision one={one} /> },
              { head: "Action", cell: (one) => <span className="text-12 text-text-3">{actionWords(one.action)}</span> },
            ]}
            empty={<Empty search={search} clear={() => change(narrowed(isNarrowed(search) && about ? { about, ...(ref ? { ref } : {}) } : {}, {}))} />}
          />
        )}
        {activity.hasNextPage ? (
          <Button className="mt-3" busy={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
            Show older
          </Button>
        ) : null}
        {about && events?.some((one) => one.subject.kind === "conversation") && !events.some((one) => one.action === "conversation.deleted") ? (
          <section className="mt-6">
            <h2 className="text-15 font-title">Every call</h2>
            <CallLog conversation={about} />
          </section>
        ) : null}
      </PageBody>
    </>
  );
}
