import { useState } from "react";
import { useQuery, queryOptions } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { get } from "@/api/client";
import type { Page, Template, TemplateInFull } from "@/api/types";
import { LoadFailed, PageHeader } from "@/components/page";
import { Bone, Card, Waiting } from "@/components/ui/bits";
import { Select } from "@/components/ui/field";
import { cx } from "@/lib/cx";
import { plural } from "@/lib/words";

const templatesQuery = queryOptions({ queryKey: ["templates"], queryFn: ({ signal }) => get<Page<Template>>("/templates", {}, signal) });
const templateQuery = (id: string) =>
  queryOptions({ queryKey: ["template", id], queryFn: ({ signal }) => get<TemplateInFull>(`/templates/${id}`, {}, signal) });

const GROUPS = [
  ["template", "Template tier"],
  ["scenario", "Scenario tier"],
  ["edge_case", "Edge case tier"],
] as const;

/** The body with its values marked: `{persona}` is filled in from the plan. */
function Body({ text }: { text: string }) {
  return (
    <p className="px-4 py-3 text-14 whitespace-pre-wrap anywhere">
      {text.split(/(\{[a-z_]+\})/).map((part, index) =>
        /^\{[a-z_]+\}$/.test(part) ? (
          <span key={index} className="rounded-1 bg-primary-soft px-1.5 py-px text-13 font-medium text-primary-text">
            {part.slice(1, -1)}
          </span>
        ) : (
          part
        ),
      )}
    </p>
  );
}

function Reading({ id }: { id: string }) {
  const query = useQuery(templateQuery(id));
  const [chosen, setChosen] = useState<number | null>(null);
  const template = query.data;
  if (query.error) return <LoadFailed what="this template" error={query.error} retry={() => void query.refetch()} />;
  if (!template) {
    return (
      <Waiting>
        <Bone className="h-60 rounded-3" />
      </Waiting>
    );
  }
  const versions = [...template.versions].sort((a, b) => b.number - a.number);
  const version = versions.find((one) => one.number === chosen) ?? versions[0];
  return (
    <>
      <h2 className="text-18 font-title">{template.name}</h2>
      <p className="text-13 text-text-2">{template.description}</p>
      {version ? (
        <div className="mt-3 grid items-start gap-3 xl:grid-cols-[1fr_300px]">
          <Card>
            <div className="flex items-center justify-between border-b border-line px-4 py-2">
              <h3 className="text-13 font-semibold">What Claude is told, version {version.number}</h3>
              {versions.length > 1 ? (
                <Select aria-label="Version" value={version.number} onChange={(event) => setChosen(Number(event.target.value))}>
                  {versions.map((one) => (
                    <option key={one.number} value={one.number}>
                      Version {one.number}
                    </option>
                  ))}
                </Select>
              ) : null}
            </div>
            <Body text={version.body} />
          </Card>
          <Card className="px-4 py-3">
            <h3 className="pb-2 text-13 font-semibold">{plural(version.parameters.length, "value")} it needs</h3>
            <ul>
              {version.parameters.map((name) => (
                <li key={name} className="flex h-8 items-center border-t border-line">
                  <span className="rounded-1 bg-primary-soft px-1.5 text-12 font-medium text-primary-text">{name}</span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      ) : null}
    </>
  );
}

export function TemplatesPage() {
  const { template: chosen } = useParams({ strict: false });
  const list = useQuery(templatesQuery);
  const id = chosen ?? list.data?.items[0]?.id;
  return (
    <>
      <PageHeader title="Templates" />
      {list.error && !list.data ? (
        <div className="p-5">
          <LoadFailed what="the templates" error={list.error} retry={() => void list.refetch()} />
        </div>
      ) : (
        <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
          <nav aria-label="Templates" className="w-54 shrink-0 overflow-y-auto border-r border-line bg-sunken p-2 max-md:w-full max-md:overflow-visible">
            {GROUPS.map(([tier, name]) => {
              const items = list.data?.items.filter((one) => one.tier === tier) ?? [];
              if (items.length === 0) return null;
              return (
                <section key={tier}>
                  <h2 className="px-2 pt-2.5 pb-1 text-12 font-medium text-text-3">{name}</h2>
                  {items.map((one) => (
                    <Link key={one.id} to="/templates/$template" params={{ template: one.id }} aria-current={one.id === id ? "page" : undefined} className={cx("flex h-8 items-center rounded-3 border px-2 text-13", one.id === id ? "border-line bg-surface font-medium shadow-1" : "border-transparent hover:bg-hover")}>
                      <span className="truncate">{one.name}</span>
                    </Link>
                  ))}
                </section>
              );
            })}
          </nav>
          <div className="min-w-0 flex-1 overflow-y-auto p-5 max-md:overflow-visible">{id ? <Reading key={id} id={id} /> : null}</div>
        </div>
      )}
    </>
  );
}
