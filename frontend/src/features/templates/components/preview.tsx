import { useEffect, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { datasetsQuery } from "@/api/queries";
import { sentenceOf } from "@/api/problem";
import type { Template } from "@/api/types";
import { Card } from "@/components/ui/bits";
import { Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { previewQuery, triedOnQuery } from "../api";

/** The latest value, after a rest: no request for every key. */
export function useRested<T>(value: T, ms = 350): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

interface Props {
  template: Template;
  version?: number;
  /** An unsaved text instead of a version. */
  body?: string;
}

/** The text filled in with the values of a real conversation. Nothing is sent and nothing costs. */
export function Preview({ template, version, body }: Props) {
  const datasets = useQuery(datasetsQuery);
  const [dataset, setDataset] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const where = dataset ?? datasets.data?.items[0]?.id ?? "";
  const rows = useQuery({ ...triedOnQuery(where, template.tier ?? "template", template.arc), enabled: where !== "" });
  const row = rows.data?.items.find((one) => one.id === chosen) ?? rows.data?.items[0];
  const rested = useRested(body);
  const request = { conversation_id: row?.id ?? "", ...(version ? { version } : {}), ...(rested ? { body: rested } : {}) };
  const filled = useQuery({ ...previewQuery(template.id, request), enabled: Boolean(row) });
  const stuck = [...(filled.data?.unknown ?? []), ...(filled.data?.missing ?? [])];
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <h3 className="mr-auto text-13 font-semibold">With real values</h3>
        {(datasets.data?.items.length ?? 0) > 1 ? (
          <Select aria-label="Dataset" value={where} onChange={(event) => setDataset(event.target.value)}>
            {datasets.data?.items.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        ) : null}
        {row ? (
          <Select aria-label="Conversation" value={row.id} onChange={(event) => setChosen(event.target.value)}>
            {rows.data?.items.map((one) => (
              <option key={one.id} value={one.id}>
                {`${one.ref} ${one.persona}`}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
      <div className="grid gap-2 px-4 py-3">
        {!row ? <p className="text-13 text-text-2">{rows.isFetching || datasets.isFetching ? "Looking for a conversation to try it on" : "No planned conversation fits this template yet. Plan some, then try it here."}</p> : null}
        {filled.error ? <Notice tone="problem" title={sentenceOf(filled.error)} /> : null}
        {stuck.length > 0 ? <Notice tone="warn" title={`${row?.ref ?? "It"} has no value for ${stuck.join(", ")}.`}>It could not be written like this.</Notice> : null}
        {filled.data ? <p data-testid="filled" className="max-h-120 overflow-y-auto text-13 whitespace-pre-wrap text-text-2 anywhere">{filled.data.prompt}</p> : null}
        <p className="text-12 text-text-3">Filling in is free. Nothing is sent.</p>
      </div>
    </Card>
  );
}
