import { useEffect, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { datasetQuery } from "@/api/queries";
import type { Conversation } from "@/api/types";
import { LoadFailed } from "@/components/page";
import { byRefQuery, conversationQuery } from "@/features/conversations/api";
import { useTakeBack } from "@/features/conversations/review";
import { comparedVersions, leaving, readTableSearch, type ReviewSearch } from "@/features/conversations/url";
import { GenerateHost } from "@/features/generate/host";
import { HelpDialog } from "@/features/help/dialog";
import { SituationHost } from "@/features/situation/host";
import { useShortcuts } from "@/lib/shortcuts";
import { titlePage } from "@/lib/title";
import { standingUndo } from "@/lib/toasts";
import { End } from "./components/end";
import { QueueList } from "./components/queue-list";
import { Reader } from "./components/reader";
import { TopBar } from "./components/top-bar";
import { useQueue, type Done, type Item } from "./queue";

const route = getRouteApi("/_in/d/$id/review");

/** The other version to look at beside the one that is current. */
function pairOf(one: Conversation | undefined): [number, number] | null {
  const there = one?.versions.filter((line) => !line.removed).map((line) => line.number) ?? [];
  const shown = one?.version?.number;
  const other = there.filter((number) => number !== shown).sort((a, b) => b - a)[0];
  if (shown === undefined || other === undefined) return null;
  return other < shown ? [other, shown] : [shown, other];
}

export function ReviewPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const away = useNavigate();
  const client = useQueryClient();
  const [help, setHelp] = useState(false);
  const dataset = useQuery(datasetQuery(id));
  const queue = useQueue(id, search);
  const { done, left, pages } = queue;
  const takeBack = useTakeBack();

  const inQueue = [...done.map((one) => one.item), ...left].find((item) => item.ref === search.open);
  const elsewhere = useQuery({ ...byRefQuery(id, search.open ?? ""), enabled: Boolean(search.open && pages.data && !inQueue) });
  const item: Item | null = inQueue ?? (search.open ? (elsewhere.data ?? null) : (left[0] ?? null));
  const one = useQuery({ ...conversationQuery(item?.id ?? ""), enabled: item !== null }).data;

  const go = (change: Partial<ReviewSearch>): void => void navigate({ search: { ...search, ...change }, replace: true });
  const open = (to: Item | undefined): void => go({ open: to?.ref, compare: undefined });
  const order = [...done.map((each) => each.item), ...left];
  const at = order.findIndex((each) => each.id === item?.id);
  const place = left.findIndex((each) => each.id === item?.id);
  const after = left[place + 1] ?? left.find((each) => each.id !== item?.id);
  const [previous, next] = [at > 0 ? order[at - 1] : undefined, at >= 0 ? order[at + 1] : left[0]];

  // The text that comes next is there before it is asked for.
  const ahead = after?.id;
  useEffect(() => {
    if (ahead) client.query({ ...conversationQuery(ahead), staleTime: Infinity }).catch(() => undefined);
  }, [client, ahead]);
  const { more } = queue;
  useEffect(more);
  useEffect(() => titlePage("Review"), []);

  const lastDone = done.at(-1);
  const takenBack = (back: Item): void => {
    queue.takeOut(back.id);
    open(back);
  };
  useEffect(() => {
    standingUndo(lastDone ? () => void takeBack({ ...lastDone.item, status: lastDone.before }, () => takenBack(lastDone.item)) : null);
    return () => standingUndo(null);
  });
  const finish = (made: Done): void => {
    queue.add(made);
    open(after);
  };
  const exit = (): void => void away({ to: "/d/$id", params: { id }, search: leaving(readTableSearch({ ...search }), ["open", "compare"]) });
  const pair = pairOf(one);
  const compared = comparedVersions(search.compare);
  const compare = pair ? (): void => go({ compare: compared ? undefined : pair.join(",") }) : null;
  useShortcuts({ "?": () => setHelp(true), c: () => compare?.() });
  useShortcuts({ Escape: exit }, item === null);

  if (pages.error && !pages.data) return <LoadFailed what="the queue" error={pages.error} retry={() => void pages.refetch()} />;
  return (
    <main className="flex h-full flex-col bg-surface">
      <TopBar name={dataset.data?.name ?? ""} done={done} total={queue.total} onExit={exit} onCompare={compare} comparing={compared !== null} onShortcuts={() => setHelp(true)} />
      <div className="flex min-h-0 flex-1">
        <QueueList done={done} left={left} total={queue.total} heading={search.queue === "table" ? "As in the table" : "Lowest score first"} open={item?.id ?? null} onOpen={open} />
        {item ? (
          <Reader
            key={item.id}
            item={item}
            compare={compared}
            onCompare={(chosen) => go({ compare: chosen?.join(",") })}
            onPrevious={previous ? () => open(previous) : null}
            onNext={next ? () => open(next) : null}
            onExit={exit}
            onDone={finish}
            onRefused={queue.takeOut}
            canUndo={done.length > 0}
          />
        ) : pages.data && !(search.open && elsewhere.isLoading) ? (
          <End dataset={id} done={done} onBegin={queue.begin} />
        ) : null}
      </div>
      <GenerateHost />
      <SituationHost />
      <HelpDialog open={help} steps={false} onClose={() => setHelp(false)} />
    </main>
  );
}
