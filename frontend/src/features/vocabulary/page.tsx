import { useRef, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { FileDown, FileUp, Plus, X } from "lucide-react";
import { get, patch, post } from "@/api/client";
import { Problem, sentenceOf } from "@/api/problem";
import { datasetQuery, useReadOnlyReason } from "@/api/queries";
import type { Dataset } from "@/api/types";
import { Crumb, LoadFailed, PageBody, PageHeader } from "@/components/page";
import { Button, IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { save } from "@/lib/save";
import { toast } from "@/lib/toasts";
import { LISTS, toLines, withLines, type Word } from "./words";

const route = getRouteApi("/_in/_shell/d/$id/words");

function useSave(dataset: Dataset) {
  const client = useQueryClient();
  const options = {
    meta: { ownError: true },
    onSuccess: (after: Dataset) => {
      client.setQueryData(["dataset", dataset.id], after);
      void client.invalidateQueries({ queryKey: ["rows", dataset.id] });
      toast("Saved. It counts for the next plan; conversations keep the words that they were planned with.");
    },
  };
  const save = useMutation({ ...options, mutationFn: (taxonomy: Dataset["taxonomy"]) => patch<Dataset>(`/datasets/${dataset.id}`, { taxonomy }, dataset.revision) });
  const load = useMutation({ ...options, mutationFn: (text: string) => post<Dataset>(`/datasets/${dataset.id}/vocabulary`, { text }, { revision: dataset.revision }) });
  return { save, load };
}

async function download(dataset: Dataset): Promise<void> {
  const { text } = await get<{ text: string }>(`/datasets/${dataset.id}/vocabulary`);
  save(`words-${dataset.prefix}.csv`, ["\uFEFF", text], "text/csv");
}

function Refused({ error }: { error: unknown }) {
  const fields = error instanceof Problem ? error.fields : [];
  return (
    <Notice tone="problem" title={sentenceOf(error)}>
      {fields.length > 1 ? (
        <ul className="mt-1 list-disc pl-4">
          {fields.map((one) => (
            <li key={one.field + one.message}>
              {one.field}: {one.message}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}

export function Vocabulary({ dataset }: { dataset: Dataset }) {
  const [key, setKey] = useState(LISTS[0]?.key ?? "personas");
  const list = LISTS.find((one) => one.key === key) ?? LISTS[0];
  const [edited, setEdited] = useState<Word[] | null>(null);
  const { save, load } = useSave(dataset);
  const file = useRef<HTMLInputElement>(null);
  const readOnly = useReadOnlyReason("editor");
  if (!list) return null;
  const lines = edited ?? toLines(dataset.taxonomy, list);
  const choose = (next: typeof key): void => {
    setKey(next);
    setEdited(null);
    save.reset();
  };
  const set = (at: number, field: string, value: string): void => setEdited(lines.map((line, index) => (index === at ? { ...line, [field]: value } : line)));
  const error = save.error ?? load.error;
  return (
    <div className="flex max-w-300 items-start gap-8 max-lg:flex-col">
      <nav aria-label="Lists of words" className="grid w-52 shrink-0 gap-px">
        {LISTS.map((one) => (
          <button key={one.key} type="button" aria-current={one.key === key ? "true" : undefined} disabled={edited !== null && one.key !== key} title={edited !== null && one.key !== key ? "Save or undo what you changed first" : undefined} onClick={() => choose(one.key)} className="flex h-8 items-center justify-between rounded-2 px-2.5 text-13 text-text-2 hover:bg-hover aria-[current]:bg-primary-soft aria-[current]:text-text disabled:opacity-55">
            {one.name} <span className="tnum text-12">{toLines(dataset.taxonomy, one).length}</span>
          </button>
        ))}
      </nav>
      <div className="grid min-w-0 flex-1 gap-3">
        {error ? <Refused error={error} /> : null}
        <table className="w-full text-13">
          <caption className="sr-only">{list.name}</caption>
          <thead>
            <tr className="text-left text-12 text-text-2">
              <th scope="col" className="pb-1 font-medium">Name</th>
              {list.columns.map(([field, head]) => (
                <th key={field} scope="col" className="pb-1 font-medium">{head}</th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={at}>
                {([["name", "Name"], ...list.columns] as const).map(([field, head]) => (
                  <td key={field} className="py-0.5 pr-2">
                    <Input aria-label={`${head} of ${list.one} ${String(at + 1)}`} value={line[field] ?? ""} readOnly={readOnly !== null} onChange={(event) => set(at, field, event.target.value)} />
                  </td>
                ))}
                <td className="w-8">
                  <IconButton size="s" icon={X} label={`Remove ${line["name"] ?? list.one}`} disabledReason={readOnly} onClick={() => setEdited(lines.filter((_, index) => index !== at))} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="flex flex-wrap items-center gap-2.5">
          <Button icon={Plus} disabledReason={readOnly} onClick={() => setEdited([...lines, { name: "" }])}>
            Add one more
          </Button>
          <span className="ml-auto" />
          {edited ? <Button variant="quiet" onClick={() => choose(key)}>Undo changes</Button> : null}
          <Button variant="primary" busy={save.isPending} disabledReason={readOnly ?? (edited ? null : "Nothing was changed")} onClick={() => save.mutate(withLines(dataset.taxonomy, list, lines), { onSuccess: () => setEdited(null) })}>
            Save {list.name.toLowerCase()}
          </Button>
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-2.5 border-t border-line pt-4">
          <Button icon={FileDown} onClick={() => void download(dataset)}>Save all as CSV</Button>
          <Button icon={FileUp} busy={load.isPending} disabledReason={readOnly} onClick={() => file.current?.click()}>Load a CSV</Button>
          <input
            ref={file}
            type="file"
            accept=".csv,text/csv"
            aria-label="A CSV with words"
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = "";
              if (chosen) void chosen.text().then((text) => load.mutate(text, { onSuccess: () => choose(key) }));
            }}
          />
          <span className="text-12 text-text-2">A list that the file names is replaced; one bad line changes nothing.</span>
        </div>
      </div>
    </div>
  );
}

export function VocabularyPage() {
  const { id } = route.useParams();
  const dataset = useQuery(datasetQuery(id));
  return (
    <>
      <PageHeader
        title="Your words"
        before={
          <Crumb>
            <Link to="/d/$id/plan" params={{ id }} className="hover:underline">
              Plan
            </Link>
          </Crumb>
        }
        after={<span className="text-13 text-text-2">Who writes to you, about what, feeling what. Plans draw from these.</span>}
      />
      <PageBody>
        {dataset.error && !dataset.data ? <LoadFailed what="your words" error={dataset.error} retry={() => void dataset.refetch()} /> : null}
        {dataset.data ? <Vocabulary key={dataset.data.id} dataset={dataset.data} /> : null}
      </PageBody>
    </>
  );
}
