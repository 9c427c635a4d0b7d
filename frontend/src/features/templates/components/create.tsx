import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Parameter, TemplateInFull, Tier } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Select } from "@/components/ui/field";
import { useDraft } from "@/lib/draft";
import { TIER_WORDS, TIERS } from "@/lib/words";
import { checkQuery, useCreateTemplate, useImportTemplate } from "../api";
import { Problems } from "./body";
import { TemplateText } from "./editor";
import { useRested } from "./preview";

interface Props {
  arcs: readonly string[];
  kinds: readonly string[];
  parameters: readonly Parameter[];
  onClose: () => void;
}

function useOpenMade(onClose: () => void): { onSuccess: (made: TemplateInFull) => void } {
  const navigate = useNavigate();
  return {
    onSuccess: (made) => {
      onClose();
      void navigate({ to: "/templates/$template", params: { template: made.id } });
    },
  };
}

/** A template of one's own; it stands beside the house's and takes turns with them in plans. */
export function CreateTemplate({ arcs, kinds, parameters, onClose }: Props) {
  const [name, setName] = useState("");
  const [tier, setTier] = useState<Tier>("template");
  const [purpose, setPurpose] = useState("");
  const [body, setBody, clear] = useDraft("template.new");
  const rested = useRested(body);
  const check = useQuery({ ...checkQuery(tier, rested), enabled: rested.trim() !== "" });
  const create = useCreateTemplate();
  const opened = useOpenMade(onClose);
  const problems = rested.trim() === "" ? [] : (check.data?.problems ?? []);
  const purposes = tier === "template" ? arcs : tier === "edge_case" ? kinds : [];
  const reason = !name.trim() ? "Give it a name" : !body.trim() ? "Write what Claude is told" : rested !== body || check.isFetching ? "The text is being looked at" : problems.length > 0 ? "Fix what is marked first" : null;
  const made = { name: name.trim(), tier, body, description: "", arc: tier === "template" ? purpose || null : null, edge_case: tier === "edge_case" ? purpose || null : null };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Make a new template?"
      description="It is used by the next plan. Nothing is written and nothing is spent now."
      footer={
        <>
          <Button size="l" onClick={onClose}>
            Cancel
          </Button>
          <Button
            size="l"
            variant="primary"
            busy={create.isPending}
            disabledReason={reason}
            onClick={() =>
              create.mutate(made, {
                onSuccess: (template) => {
                  clear();
                  opened.onSuccess(template);
                },
              })
            }
          >
            Make the template
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label="Name">{(ids) => <Input {...ids} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
          <Field label="For">
            {(ids) => (
              <Select {...ids} value={tier} onChange={(event) => {
                  setTier(event.target.value as Tier);
                  setPurpose("");
                }}>
                {TIERS.map((one) => (
                  <option key={one} value={one}>
                    {TIER_WORDS[one]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {purposes.length > 0 ? (
            <Field label={tier === "template" ? "Arc" : "Kind"}>
              {(ids) => (
                <Select {...ids} value={purpose} onChange={(event) => setPurpose(event.target.value)}>
                  <option value="">Any</option>
                  {purposes.map((one) => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ) : null}
        </div>
        <div className="grid gap-1">
          <p className="text-13 font-semibold">What Claude is told</p>
          <TemplateText label="What Claude is told" value={body} onChange={setBody} parameters={parameters} />
          <p className="text-12 text-text-3">Values stand in braces: {"{persona}, {topic}, {emotion}"}.</p>
        </div>
        <div role="status">
          <Problems problems={problems} onReplace={(from, to) => setBody(body.replaceAll(`{${from}}`, `{${to}}`))} />
        </div>
      </div>
    </Dialog>
  );
}

/** A file as in any prompt folder: name, tier and arc between two lines of dashes, then the text. */
export function ImportTemplate({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const send = useImportTemplate();
  const opened = useOpenMade(onClose);
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setText(await file.text());
    setName(file.name.replace(/\.\w+$/, ""));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Import a template?"
      description="Values may be written {x} or {{x}}. Unknown and missing ones are named and nothing is imported then."
      footer={
        <>
          <Button size="l" onClick={onClose}>
            Cancel
          </Button>
          <Button size="l" variant="primary" busy={send.isPending} disabledReason={text.trim() ? null : "Choose a file or paste its text"} onClick={() => send.mutate({ text, name: name.trim() }, opened)}>
            Import
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="File" help="Text or Markdown.">
          {(ids) => <Input {...ids} type="file" accept=".md,.txt,text/plain,text/markdown" className="py-1" onChange={(event) => void read(event.target.files?.[0])} />}
        </Field>
        <Field label="Its text">{(ids) => <textarea {...ids} className="min-h-40 rounded-2 border border-control bg-surface px-2.5 py-1.5 font-mono text-13" value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        <Field label="Name" help="If the file does not say one.">
          {(ids) => <Input {...ids} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
