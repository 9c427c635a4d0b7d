import { Fragment, useState } from "react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { AlertTriangle, CheckCircle2, ChevronDown, ChevronRight, Play, SearchX } from "lucide-react";
import { datasetQuery, summaryQuery, useMay } from "@/api/queries";
import type { FailureRecord } from "@/api/types";
import { Crumb, LoadFailed, PageBody, PageHeader } from "@/components/page";
import { Bone, Time, Waiting } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { CallFacts } from "@/features/calls/call-facts";
import { ask } from "@/features/generate/state";
import { cx } from "@/lib/cx";
import { money } from "@/lib/money";
import { failuresQuery, type FailureSearch } from "./api";
import { endWords, KIND_HINTS, KIND_WORDS, KINDS } from "./words";

const route = getRouteApi("/_in/_shell/d/$id/failures");
const FILTER = "h-7 rounded-pill border border-line-strong px-3 text-12 font-medium hover:bg-hover aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary-text";

interface FilterProps {
  search: FailureSearch;
  onChange: (next: FailureSearch) => void;
}

function Filters({ search, onChange }: FilterProps) {
  const chosen = search.kind ?? [];
  const toggle = (kind: (typeof KINDS)[number]): void => {
    const kinds = chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind];
    onChange({ ...(kinds.length > 0 ? { kind: kinds } : {}), ...(search.final ? { final: search.final } : {}) });
  };
  const end = (final: "yes" | "no"): void => {
    onChange({ ...(search.kind ? { kind: search.kind } : {}), ...(search.final === final ? {} : { final }) });
  };
  return (
    <div role="group" aria-label="Filters" className="mb-3 flex flex-wrap gap-2">
      {KINDS.map((kind) => (
        <button key={kind} type="button" className={FILTER} aria-pressed={chosen.includes(kind)} title={KIND_HINTS[kind]} onClick={() => toggle(kind)}>
          {KIND_WORDS[kind]}
        </button>
      ))}
      <span aria-hidden className="mx-1 border-l border-line" />
      <button type="button" className={FILTER} aria-pressed={search.final === "yes"} onClick={() => end("yes")}>
        Given up
      </button>
      <button type="button" className={FILTER} aria-pressed={search.final === "no"} onClick={() => end("no")}>
        Tried again by itself
      </button>
    </div>
  );
}

function Kind({ one }: { one: FailureRecord }) {
  return (
    <span
      title={KIND_HINTS[one.kind]}
      className={cx("inline-flex h-6 items-center gap-1.5 rounded-pill pr-2 pl-1.5 text-12 font-medium whitespace-nowrap", one.kind === "transient" ? "bg-st-queued-bg text-st-queued-text" : "bg-st-failed-bg text-st-failed-text")}
    >
      <AlertTriangle aria-hidden size={14} strokeWidth={1.75} />
      {KIND_WORDS[one.kind]}
    </span>
  );
}

function Line({ one, dataset }: { one: FailureRecord; dataset: string }) {
  const [open, setOpen] = useState(false);
  const Arrow = open ? ChevronDown : ChevronRight;
  return (
    <Fragment>
      <tr className="hover:bg-hover [&>*]:border-t [&>*]:border-line [&>*]:px-3 [&>*]:py-2">
        <th scope="row" className="text-left font-regular whitespace-nowrap">
          <button type="button" aria-expanded={open} className="flex min-h-6 items-center gap-1 text-primary-text hover:underline" onClick={() => setOpen(!open)}>
            <Arrow aria-hidden size={14} />
            <span className="sr-only">Details of {one.ref}, </span>
            <Time at={one.at} />
          </button>
        </th>
        <td>
          <Link to="/d/$id" params={{ id: dataset }} search={{ open: one.ref }} className="ref-id text-primary-text hover:underline">
            {one.ref}
          </Link>
        </td>
        <td>
          <Kind one={one} />
        </td>
        <td className="min-w-60 anywhere">{one.reason}</td>
        <td className="whitespace-nowrap text-text-2">{endWords(one)}</td>
        <td className="font-mono text-12 text-text-2 anywhere max-xl:hidden">{one.request_id ?? "–"}</td>
        <td className="tnum text-right">{money(one.cost_micros)}</td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={7} className="border-t border-line bg-sunken px-4 py-3 text-12">
            <p className="mb-2 text-text-2">
              {KIND_HINTS[one.kind]} Code <span className="font-mono">{one.code}</span>
              {one.http_status ? `, status ${String(one.http_status)}` : ""}
              {one.request_id ? `, request ${one.request_id}` : ""}.
            </p>
            {one.attempt_id ? <CallFacts conversation={one.conversation_id} attempt={one.attempt_id} /> : <p className="text-text-3">No call was made for this.</p>}
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

function Lines({ items, dataset }: { items: FailureRecord[]; dataset: string }) {
  return (
    <div className="overflow-x-auto rounded-3 border border-line">
      <table aria-label="Failures" className="w-full border-separate border-spacing-0 text-13">
        <thead>
          <tr className="bg-sunken text-12 text-text-2 [&>th]:h-8 [&>th]:px-3 [&>th]:text-left [&>th]:font-medium">
            <th scope="col">When</th>
            <th scope="col">Conversation</th>
            <th scope="col">Kind</th>
            <th scope="col">What went wrong</th>
            <th scope="col">Came of it</th>
            <th scope="col" className="max-xl:hidden">
              Request
            </th>
            <th scope="col" className="text-right!">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Line key={one.id} one={one} dataset={dataset} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every failure there has been in a dataset, newest first, with what was asked and answered. */
export function FailuresPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const failures = useInfiniteQuery(failuresQuery(id, search));
  const { data: dataset } = useQuery(datasetQuery(id));
  const { data: summary } = useQuery(summaryQuery(id));
  const may = useMay("editor");
  const items = failures.data?.pages.flatMap((page) => page.items);
  const failed = summary?.counts.failed ?? 0;
  const filtered = Boolean(search.kind ?? search.final);
  const change = (next: FailureSearch): void => void navigate({ search: next });
  const crumb = (
    <Crumb>
      <Link to="/d/$id" params={{ id }} className="hover:underline">
        {dataset?.name ?? "Dataset"}
      </Link>
    </Crumb>
  );
  return (
    <>
      <PageHeader title="Failures" before={crumb}>
        {may && failed > 0 ? (
          <Button variant="primary" icon={Play} onClick={() => ask({ dataset: id, selection: { filter: { status: ["failed"] } } })}>
            Retry the {failed} that failed
          </Button>
        ) : null}
      </PageHeader>
      <PageBody>
        <Filters search={search} onChange={change} />
        {failures.error && !items ? <LoadFailed what="the failures" error={failures.error} retry={() => void failures.refetch()} /> : null}
        {!items && !failures.error ? (
          <Waiting>
            <Bone className="h-60 rounded-3" />
          </Waiting>
        ) : null}
        {items && items.length > 0 ? <Lines items={items} dataset={id} /> : null}
        {items?.length === 0 && !failures.hasNextPage ? (
          <EmptyState icon={filtered ? SearchX : CheckCircle2} title={filtered ? "Nothing matches these filters" : "Nothing has failed"} actions={filtered ? <Button onClick={() => change({})}>Clear all filters</Button> : null}>
            {filtered ? "There may be failures of another kind." : "When something can't be written, it stands here with its reason and what helps."}
          </EmptyState>
        ) : null}
        {failures.hasNextPage ? (
          <Button className="mt-3" busy={failures.isFetchingNextPage} onClick={() => void failures.fetchNextPage()}>
            Show older ones
          </Button>
        ) : null}
      </PageBody>
    </>
  );
}
