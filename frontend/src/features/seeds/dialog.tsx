import { useEffect, useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { Upload } from "lucide-react";
import { Problem, sentenceOf } from "@/api/problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/lib/toasts";
import { plural } from "@/lib/words";
import { MOST_BYTES, useImportSeeds, useLook } from "./api";
import { Found, Problems } from "./found";

const PAUSE_MS = 400;
const SHAPES = [
  '{"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}',
  '{"conversations": [{"from": "human", "value": "…"}, {"from": "gpt", "value": "…"}]}',
  '[{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]',
];

const tooLong = (text: string): boolean => new Blob([JSON.stringify({ text })]).size > MOST_BYTES;

/** A file or pasted text is looked at first; what it holds is shown before anything is kept. */
export function SeedsDialog({ dataset, onClose }: { dataset: string; onClose: () => void }) {
  const [text, setText] = useState("");
  const [pasted, setPasted] = useState(false);
  const navigate = useNavigate();
  const look = useLook(dataset);
  const send = useImportSeeds(dataset);
  const { mutate: lookAt, reset } = look;
  const large = tooLong(text);
  useEffect(() => {
    if (!text.trim() || large) {
      reset();
      return;
    }
    const timer = setTimeout(() => lookAt(text), pasted ? PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [text, large, pasted, lookAt, reset]);
  const change = (next: string, byHand: boolean): void => {
    send.reset();
    setPasted(byHand);
    setText(next);
  };
  const read = async (file: File | undefined): Promise<void> => {
    if (file) change(await file.text(), false);
  };
  const found = text.trim() && !large && !look.isPending ? look.data : undefined;
  const bad = found ? found.problem_count > 0 : false;
  const reason = !text.trim() ? "Choose a file or paste your conversations first" : large ? "This is more than 5 MB" : look.error ? "We could not look at this" : !found ? "We are still looking at it" : bad ? "Mend what can't be used first" : found.new === 0 ? "There is nothing new in this" : null;
  const go = (): void =>
    send.mutate(text, {
      onSuccess: ({ imported, already_here: known }) => {
        const before = known > 0 ? ` ${String(known)} ${known === 1 ? "was" : "were"} there already.` : "";
        toast(`${plural(imported, "example")} imported.${before} Approve what is to be exported.`);
        onClose();
        void navigate({ to: "/d/$id", params: { id: dataset }, search: { is_seed: ["true"] } });
      },
    });
  const error = send.error ?? look.error;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Import your own conversations?"
      description="They become examples beside the generated ones: never written again, exported when you approve them. All of a file or nothing, at most 200 at once. It costs nothing."
      footer={
        <>
          <Button size="l" onClick={onClose}>
            Cancel
          </Button>
          <Button size="l" variant="primary" icon={Upload} busy={send.isPending} disabledReason={reason} onClick={go}>
            {found && found.new > 0 && !bad ? `Import ${plural(found.new, "conversation")}` : "Import"}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label="File" error={large ? "This is more than 5 MB. Split it." : null} help="A JSON or JSONL file: OpenAI, ShareGPT, our own export, or plain lists of messages.">
          {(ids) => <Input {...ids} type="file" accept=".json,.jsonl,.ndjson,.txt,application/json" className="py-1!" onChange={(event) => void read(event.target.files?.[0])} />}
        </Field>
        <Field label="Or paste it" help="Title, persona, emotion, arc, topic, intent, tone, tier and tags may stand beside the messages of each.">
          {(ids) => <Textarea {...ids} className="h-28 font-mono text-12" value={pasted ? text : ""} onChange={(event) => change(event.target.value, true)} />}
        </Field>
        {error ? (
          <Notice tone="problem" title={sentenceOf(error)}>
            {error instanceof Problem ? error.fields.slice(1, 4).map((one) => one.message).join(" ") : null}
          </Notice>
        ) : null}
        {look.isPending ? <p role="status" className="text-13 text-text-2">Looking at it…</p> : null}
        {found && bad ? <Problems found={found} /> : null}
        {found && !bad ? <Found found={found} /> : null}
        <details className="text-12 text-text-2">
          <summary>Details for technicians</summary>
          {SHAPES.map((shape) => (
            <p key={shape} className="mt-1 font-mono anywhere">
              {shape}
            </p>
          ))}
        </details>
      </div>
    </Dialog>
  );
}
