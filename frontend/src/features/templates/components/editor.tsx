import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import type { Parameter, Template, TemplateVersion } from "@/api/types";
import { Card } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { useDraft } from "@/lib/draft";
import { checkQuery, useAddVersion } from "../api";
import { Marked, Problems } from "./body";
import { Preview, useRested } from "./preview";

interface TextProps {
  value: string;
  onChange: (text: string) => void;
  parameters: readonly Parameter[];
  label: string;
}

/** A text field over the same text with its parameters marked; both grow together. */
export function TemplateText({ value, onChange, parameters, label }: TextProps) {
  const same = "col-start-1 row-start-1 px-4 py-3 font-mono text-13 leading-6 whitespace-pre-wrap anywhere";
  return (
    <div className="grid max-h-120 min-h-60 overflow-y-auto rounded-2 border border-control bg-surface focus-within:outline-2 focus-within:outline-focus">
      <div aria-hidden className={same}>
        <Marked text={value} parameters={parameters} plain />
        {"\n"}
      </div>
      <textarea
        aria-label={label}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${same} h-full w-full resize-none overflow-hidden bg-transparent text-transparent caret-(--text) outline-none`}
      />
    </div>
  );
}

interface Props {
  template: Template;
  from: TemplateVersion;
  parameters: readonly Parameter[];
  onClose: () => void;
}

/** A new version: the text, what it becomes with real values, and how much is written with it. */
export function Editor({ template, from, parameters, onClose }: Props) {
  const [kept, keep, clear] = useDraft(`template.${template.id}.${String(from.number)}`);
  const [touched, setTouched] = useState(kept !== "");
  const [note, setNote] = useState("");
  const [percent, setPercent] = useState("0");
  const add = useAddVersion(template);
  const body = touched ? kept : from.body;
  const rested = useRested(body);
  const check = useQuery(checkQuery(template.tier ?? "template", rested));
  const problems = check.data?.problems ?? [];
  const write = (text: string): void => {
    setTouched(true);
    keep(text);
  };
  const done = (): void => {
    clear();
    onClose();
  };
  const reason =
    body.trim() === "" ? "Write something first" : body.trim() === from.body ? "Nothing is changed yet" : rested !== body || check.isFetching ? "The text is being looked at" : problems.length > 0 ? "Fix what is marked first" : null;
  const replace = (name: string, by: string): void => write(body.replaceAll(new RegExp(`\\{\\{?\\s*${name}\\s*\\}?\\}`, "g"), `{${by}}`));
  return (
    <div className="mt-3 grid items-start gap-3 xl:grid-cols-2">
      <Card className="grid gap-3 px-4 py-3">
        <h3 className="text-13 font-semibold">{`Version ${String(template.latest_version + 1)}, from version ${String(from.number)}`}</h3>
        <TemplateText label="What Claude is told" value={body} onChange={write} parameters={parameters} />
        <div role="status">{problems.length > 0 ? <Problems problems={problems} onReplace={replace} /> : <p className="text-13 text-st-approved-text">All values in the text are known, none is missing.</p>}</div>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="What changed" help="Optional, for your colleagues.">
            {(ids) => <Input {...ids} maxLength={400} value={note} onChange={(event) => setNote(event.target.value)} />}
          </Field>
          <Field label="Use it" help="For what is written from now on.">
            {(ids) => (
              <Select {...ids} value={percent} onChange={(event) => setPercent(event.target.value)}>
                <option value="0">Keep it off for now</option>
                <option value="50">For half, to compare</option>
                <option value="100">For everything</option>
              </Select>
            )}
          </Field>
        </div>
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button onClick={done}>Discard</Button>
          <Button variant="primary" busy={add.isPending} disabledReason={reason} onClick={() => add.mutate({ body, percent: Number(percent), note }, { onSuccess: done })}>
            {`Save version ${String(template.latest_version + 1)}`}
          </Button>
        </div>
      </Card>
      <Preview template={template} body={body} />
    </div>
  );
}
