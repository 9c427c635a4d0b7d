import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Eye, FileUp, Pencil, Plus } from "lucide-react";
import { datasetsQuery, useReadOnlyReason } from "@/api/queries";
import type { Parameter, Template, Templates } from "@/api/types";
import { LoadFailed, PageHeader } from "@/components/page";
import { Bone, Card, Chip, Waiting } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { plural } from "@/lib/words";
import { templateQuery, templatesQuery } from "./api";
import { TemplateActions } from "./components/actions";
import { Changes, Marked, Needs } from "./components/body";
import { CreateTemplate, ImportTemplate } from "./components/create";
import { Editor } from "./components/editor";
import { Preview } from "./components/preview";
import { Versions } from "./components/versions";

const GROUPS = [
  ["template", "Template tier"],
  ["scenario", "Scenario tier"],
  ["edge_case", "Edge case tier"],
] as const;
const STATES = { active: null, off: "Off", retired: "Retired" } as const;

const TAB = "h-7 rounded-2 px-2.5 text-12 font-semibold aria-pressed:bg-primary-soft aria-pressed:text-primary-text";

function Detail({ id, parameters }: { id: string; parameters: readonly Parameter[] }) {
  const query = useQuery(templateQuery(id));
  const readOnly = useReadOnlyReason("editor");
  const [chosen, setChosen] = useState<number | null>(null);
  const [view, setView] = useState<"text" | "changes">("text");
  const [mode, setMode] = useState<"read" | "edit" | "try">("read");
  const template = query.data;
  if (query.error && !template) return <LoadFailed what="this template" error={query.error} retry={() => void query.refetch()} />;
  if (!template) {
    return (
      <Waiting>
        <Bone className="h-60 rounded-3" />
      </Waiting>
    );
  }
  const version = template.versions.find((one) => one.number === chosen) ?? template.versions.find((one) => one.number === template.active_version) ?? template.versions[0];
  const older = template.versions.find((one) => version && one.number < version.number);
  const off = STATES[template.state];
  return (
    <>
      <div className="flex flex-wrap items-start gap-2.5">
        <div className="min-w-0 flex-1">
          <h2 className="flex items-center gap-2 text-18 font-title anywhere">
            {template.name}
            {off ? <Chip>{off}</Chip> : null}
          </h2>
          <p className="text-13 text-text-2 anywhere">
            {`${template.description} Used by ${plural(template.usage.conversations, "conversation")}.${template.own ? "" : " This one is the house’s; your first change makes it yours."}`}
          </p>
        </div>
        <Button icon={Eye} aria-pressed={mode === "try"} onClick={() => setMode(mode === "try" ? "read" : "try")}>
          Try with real values
        </Button>
        <Button icon={Pencil} variant="primary" disabledReason={readOnly ?? (template.state === "retired" ? "It is retired. Duplicate it to go on." : null)} onClick={() => setMode("edit")}>
          New version
        </Button>
        {readOnly ? null : <TemplateActions template={template} />}
      </div>
      <Versions template={template} shown={version?.number ?? 0} onShow={setChosen} />
      {version && mode === "edit" ? <Editor key={version.number} template={template} from={version} parameters={parameters} onClose={() => setMode("read")} /> : null}
      {version && mode !== "edit" ? (
        <div className={cx("mt-3 grid items-start gap-3", mode === "try" ? "xl:grid-cols-2" : "xl:grid-cols-[1fr_300px]")}>
          <Card>
            <div className="flex min-h-12 flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2">
              <h3 className="text-13 font-semibold">{`What Claude is told, version ${String(version.number)}`}</h3>
              {older ? (
                <div role="group" aria-label="Show" className="flex gap-0.5 rounded-2 border border-line-strong p-0.5">
                  <button type="button" aria-pressed={view === "text"} className={TAB} onClick={() => setView("text")}>
                    Text
                  </button>
                  <button type="button" aria-pressed={view === "changes"} className={TAB} onClick={() => setView("changes")}>
                    {`Changes since version ${String(older.number)}`}
                  </button>
                </div>
              ) : null}
            </div>
            <p data-testid="told" className="px-4 py-3 text-14 whitespace-pre-wrap anywhere">
              {older && view === "changes" ? <Changes before={older.body} after={version.body} /> : <Marked text={version.body} parameters={parameters} />}
            </p>
          </Card>
          {mode === "try" ? (
            <Preview template={template} version={version.number} />
          ) : (
            <Card className="px-4 py-3">
              <h3 className="pb-2 text-13 font-semibold">{`${plural(version.parameters.length, "value")} it needs`}</h3>
              <Needs names={version.parameters} parameters={parameters} />
            </Card>
          )}
        </div>
      ) : null}
    </>
  );
}

/** One line of the list: name, versions in use, how many were written with it, the mean. */
function Entry({ one, open }: { one: Template; open: boolean }) {
  const { mean_score: mean, approval, conversations } = one.usage;
  const tests = one.shares.length > 1 ? one.shares.map((share) => `${String(share.percent)}%`).join(" / ") : null;
  const about = [plural(conversations, "conversation"), approval === null ? null : `${String(Math.round(approval * 100))}% approved`, tests ? `${String(one.shares.length)} versions share ${tests}` : null].filter(Boolean).join(", ");
  return (
    <Link to="/templates/$template" params={{ template: one.id }} aria-current={open ? "page" : undefined} title={about} className={cx("block rounded-3 border px-2 py-1 text-13", open ? "border-line bg-surface font-medium shadow-1" : "border-transparent hover:bg-hover", one.state !== "active" && "text-text-3")}>
      <span className="flex items-center gap-2">
        <span className="truncate">{one.name}</span>
        <span className="tnum ml-auto text-text-2">{mean === null ? "" : mean.toFixed(1)}</span>
      </span>
      {one.state !== "active" || tests || conversations > 0 ? <span className="block truncate text-11 font-regular text-text-3">{STATES[one.state] ?? about}</span> : null}
    </Link>
  );
}

function List({ data, id }: { data: Templates | undefined; id: string | undefined }) {
  return (
    <nav aria-label="Templates" className="w-54 shrink-0 overflow-y-auto border-r border-line bg-sunken p-2 max-md:w-full max-md:overflow-visible">
      {GROUPS.map(([tier, name]) => {
        const items = data?.items.filter((one) => one.tier === tier) ?? [];
        if (items.length === 0) return null;
        return (
          <section key={tier}>
            <h2 className="px-2 pt-2.5 pb-1 text-12 font-medium text-text-3">{name}</h2>
            {items.map((one) => (
              <Entry key={one.id} one={one} open={one.id === id} />
            ))}
          </section>
        );
      })}
    </nav>
  );
}

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((one) => one !== null))].sort();

export function TemplatesPage() {
  const { template: chosen } = useParams({ strict: false });
  const list = useQuery(templatesQuery);
  const datasets = useQuery(datasetsQuery);
  const readOnly = useReadOnlyReason("editor");
  const [dialog, setDialog] = useState<"create" | "import" | null>(null);
  const id = chosen ?? list.data?.items[0]?.id;
  const parameters = list.data?.parameters ?? [];
  const items = list.data?.items ?? [];
  const words = datasets.data?.items.map((one) => one.taxonomy) ?? [];
  const arcs = distinct([...items.map((one) => one.arc), ...words.flatMap((one) => one.arcs.map((arc) => arc.name))]);
  const kinds = distinct([...items.map((one) => one.edge_case), ...words.flatMap((one) => one.edge_cases.map((kind) => kind.kind))]);
  return (
    <>
      <PageHeader title="Templates">
        <Button icon={FileUp} disabledReason={readOnly} onClick={() => setDialog("import")}>
          Import
        </Button>
        <Button icon={Plus} disabledReason={readOnly} onClick={() => setDialog("create")}>
          New template
        </Button>
      </PageHeader>
      {list.error && !list.data ? (
        <div className="p-5">
          <LoadFailed what="the templates" error={list.error} retry={() => void list.refetch()} />
        </div>
      ) : (
        <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
          <List data={list.data} id={id} />
          <div className="min-w-0 flex-1 overflow-y-auto p-5 max-md:overflow-visible">{id ? <Detail key={id} id={id} parameters={parameters} /> : null}</div>
        </div>
      )}
      {dialog === "create" ? <CreateTemplate arcs={arcs} kinds={kinds} parameters={parameters} onClose={() => setDialog(null)} /> : null}
      {dialog === "import" ? <ImportTemplate onClose={() => setDialog(null)} /> : null}
    </>
  );
}
