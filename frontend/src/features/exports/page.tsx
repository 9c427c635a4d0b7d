import { useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Download, FileDown, FileText, History as HistoryIcon } from "lucide-react";
import { datasetQuery, summaryQuery, useReadOnlyReason } from "@/api/queries";
import type { ExportFilter, ExportFormat } from "@/api/types";
import { LoadFailed, PageHeader } from "@/components/page";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Confirm } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/notice";
import { FilterBadges } from "@/features/conversations/components/badges";
import { Trail } from "@/features/conversations/components/trail";
import { shownFilters, useLabels } from "@/features/conversations/filters";
import { filterOf, isFiltered, withFilter, type TableSearch } from "@/features/conversations/url";
import { cx } from "@/lib/cx";
import { toast } from "@/lib/toasts";
import { plural, TIER_WORDS, TIERS } from "@/lib/words";
import { exportsQuery, previewQuery, useBuild } from "./api";
import { Checks } from "./components/checks";
import { History } from "./components/history";
import { SamplePreview } from "./components/preview";
import { FORMATS } from "./words";

const route = getRouteApi("/_in/_shell/d/$id/export");
const showHistory = (): void => document.getElementById("history")?.scrollIntoView({ behavior: "smooth" });
const flip = <T,>(list: T[], one: T): T[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]);

export function ExportPage() {
  const { id } = route.useParams();
  const [formats, setFormats] = useState<ExportFormat[]>(["openai_chat_jsonl", "full_json"]);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState(false);
  const labels = useLabels(id, undefined);
  const tiers = search.tier ?? [];
  const filtered = isFiltered(search);
  const change = (next: TableSearch): void => void navigate({ search: next, replace: true });
  const [name, setName] = useState("");
  const { data: dataset } = useQuery(datasetQuery(id));
  const { data: summary } = useQuery(summaryQuery(id));
  const earlier = useQuery(exportsQuery(id));
  const request = { filter: filterOf(search) as ExportFilter, formats, ...(name.trim() ? { name: name.trim() } : {}) };
  const preview = useQuery({ ...previewQuery(id, request), placeholderData: keepPreviousData, enabled: formats.length > 0 });
  const build = useBuild(id);
  const readOnly = useReadOnlyReason("editor");

  const start = (): void => build.mutate(request, { onSuccess: built, onSettled: () => setAsking(false) });
  const built = (): void => {
    toast("The export is being built. Its files appear under Your exports.", { tone: "info" });
    showHistory();
  };
  const data = preview.data;
  const blocking = data?.checks.find((check) => check.level === "red");
  const reason = readOnly ?? (formats.length === 0 ? "Choose at least one file" : !data ? "The checks are running" : data.count === 0 ? "Nothing is approved yet" : (blocking?.sentence ?? null));
  const approved = summary?.counts.approved ?? 0;
  const waiting = summary ? summary.counts.generated : 0;
  const nothing = summary !== undefined && approved === 0;

  return (
    <>
      <PageHeader title="Export" after={summary && dataset ? <Trail summary={summary} dataset={id} at="export" /> : null}>
        {earlier.data?.items.length ? (
          <Button icon={HistoryIcon} onClick={showHistory}>
            Earlier exports {earlier.data.items.length}
          </Button>
        ) : null}
      </PageHeader>
      <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
        <div className="min-w-0 flex-1 overflow-y-auto p-5 max-lg:overflow-visible">
          {preview.error && !data && !nothing ? (
            <div className="mb-5">
              <LoadFailed what="the preview" error={preview.error} retry={() => void preview.refetch()} />
            </div>
          ) : null}
          {nothing ? (
            <EmptyState
              icon={FileDown}
              title="Nothing to export yet"
              actions={
                <ButtonLink variant="primary" to="/d/$id" params={{ id }} search={waiting > 0 ? { status: ["generated"], sort: "score" } : {}}>
                  {waiting > 0 ? `Review ${String(waiting)}` : "Back to the conversations"}
                </ButtonLink>
              }
            >
              Approve at least one conversation{waiting > 0 ? `, ${String(waiting)} are waiting to be read` : ""}.
            </EmptyState>
          ) : (
            <>
              <section>
                <h2 className="text-14 font-semibold">Which files?</h2>
                <div className="mt-2 grid gap-2 sm:grid-cols-2">
                  {FORMATS.map((format) => {
                    const on = formats.includes(format.key);
                    return (
                      <label key={format.key} className={cx("flex items-start gap-2.5 rounded-3 border px-3.5 py-2.5", on ? "border-primary bg-primary-soft" : "border-line-strong hover:bg-hover")}>
                        <Checkbox className="mt-0.5" checked={on} onChange={() => setFormats(flip(formats, format.key))} />
                        <span>
                          <span className="block text-13 font-semibold">{format.name}</span>
                          <span className="block text-12 text-text-2">{format.hint}</span>
                          <span className="text-12 text-text-3">{format.exact}</span>
                        </span>
                      </label>
                    );
                  })}
                </div>
              </section>
              <section className="mt-6">
                <h2 className="text-14 font-semibold">What goes in</h2>
                <p aria-live="polite" className="mt-1 text-22 font-title">
                  {data ? plural(data.count, "conversation") : "–"}
                </p>
                <p className="text-13 text-text-2">Only what you approved. {summary && summary.counts.total > approved ? `The other ${String(summary.counts.total - approved)} stay here.` : ""}</p>
                {filtered ? (
                  <div className="mt-2">
                    <FilterBadges search={search} labels={labels} matching={data?.count ?? 0} total={approved} onChange={change} />
                  </div>
                ) : null}
                <div role="group" aria-label="Only some tiers" className="mt-2 flex flex-wrap gap-1.5">
                  {TIERS.map((tier) => (
                    <Button key={tier} size="s" aria-pressed={tiers.includes(tier)} className="aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary-text" onClick={() => change(withFilter(search, { tier: flip(tiers, tier) }))}>
                      Only {TIER_WORDS[tier].toLowerCase()}
                    </Button>
                  ))}
                </div>
              </section>
              {data ? <Checks dataset={id} checks={data.checks} /> : null}
            </>
          )}
          <History dataset={id} exports={earlier.data?.items ?? []} />
        </div>
        {nothing ? null : (
          <aside aria-label="The file" className="flex w-101 shrink-0 flex-col gap-5 overflow-y-auto border-l border-line bg-sunken p-5 max-lg:w-full max-lg:border-t max-lg:border-l-0">
            {data ? <SamplePreview sample={data.sample} /> : null}
            <Field label="Name" help={data ? `You get ${data.filename}` : null}>
              {(ids) => <Input {...ids} maxLength={120} placeholder={data?.filename.replace(/\.\w+$/, "")} value={name} onChange={(event) => setName(event.target.value)} />}
            </Field>
            <section>
              <h2 className="mb-1.5 text-13 font-semibold">You will get</h2>
              <ul className="rounded-3 border border-line bg-surface">
                {FORMATS.filter((format) => formats.includes(format.key)).map((format) => (
                  <li key={format.key} className="flex h-8 items-center gap-2 border-t border-line px-3 text-13 first:border-t-0">
                    <FileText aria-hidden size={16} strokeWidth={1.75} />
                    {format.name}
                    <span className="tnum ml-auto text-12 text-text-2">{data ? plural(data.count, "example") : ""}</span>
                  </li>
                ))}
                <li className="flex h-8 items-center gap-2 border-t border-line px-3 text-13">
                  <FileText aria-hidden size={16} strokeWidth={1.75} />
                  Certificate: what, who, when
                  <span className="ml-auto text-12 text-text-2">fingerprints</span>
                </li>
              </ul>
            </section>
            <div className="mt-auto grid gap-2 text-center">
              <Button variant="primary" size="l" icon={Download} busy={build.isPending} disabledReason={reason} onClick={() => (filtered ? setAsking(true) : start())}>
                Export {data ? plural(data.count, "conversation") : ""}
              </Button>
              <p className="text-12 text-text-2">You can get the same file again at any time.</p>
            </div>
          </aside>
        )}
      </div>
      <Confirm open={asking} onClose={() => setAsking(false)} onConfirm={start} busy={build.isPending} title={`Export ${plural(data?.count ?? 0, "conversation")}?`} verb={`Export ${String(data?.count ?? 0)}`}>
        <p className="font-semibold text-text">Exporting {plural(data?.count ?? 0, "conversation")} matching current filters</p>
        <p>{shownFilters(search, labels).map((one) => `${one.name}: ${one.text}`).join("; ")}.</p>
        <p>Only approved ones go in. The file is called {data?.filename}.</p>
      </Confirm>
    </>
  );
}
