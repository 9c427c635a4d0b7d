import { useState } from "react";
import { Upload } from "lucide-react";
import { Problem, sentenceOf } from "@/api/problem";
import type { ImportDocument } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/lib/toasts";
import { plural } from "@/lib/words";
import { readImport, useImport } from "../api";

const SHAPE = '{"documents": [{"title", "category", "chunks": [{"text", "dimensions": {…}}]}]}';

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [documents, setDocuments] = useState<ImportDocument[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = useImport();
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const result = readImport(await file.text());
    setDocuments("documents" in result ? result.documents : null);
    setWrong("wrong" in result ? result.wrong : null);
  };
  const passages = documents?.reduce((sum, one) => sum + one.chunks.length, 0) ?? 0;
  const go = (): void => {
    if (!documents) return;
    send.mutate(documents, {
      onSuccess: ({ imported, already_here: known }) => {
        const before = known.length > 0 ? ` ${plural(known.length, "document")} you had already.` : "";
        toast(`${plural(imported.documents, "document")} with ${plural(imported.chunks, "passage")} imported.${before}`);
        onClose();
      },
    });
  };
  const fields = send.error instanceof Problem ? send.error.fields : [];
  return (
    <Dialog
      open
      onClose={onClose}
      title="Import documents?"
      description="All of a file or nothing: if one passage is wrong, you are told which and nothing is stored."
      footer={
        <>
          <Button size="l" onClick={onClose}>
            Cancel
          </Button>
          <Button size="l" variant="primary" icon={Upload} busy={send.isPending} disabledReason={!documents && "Choose a file first"} onClick={go}>
            {documents ? `Import ${plural(documents.length, "document")}` : "Import"}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {send.error ? (
          <Notice tone="problem" title={fields.length > 0 ? "Nothing was imported." : sentenceOf(send.error)}>
            {fields.slice(0, 5).map((one) => `${one.field}: ${one.message}`).join(" ")}
          </Notice>
        ) : null}
        <Field label="File" error={wrong} help={documents ? `${plural(documents.length, "document")}, ${plural(passages, "passage")}` : "A JSON file with documents and their passages."}>
          {(ids) => <Input {...ids} type="file" accept="application/json,.json" className="py-1!" onChange={(event) => void read(event.target.files?.[0])} />}
        </Field>
        <details className="text-12 text-text-2">
          <summary>Details for technicians</summary>
          <p className="mt-1 font-mono anywhere">{SHAPE}</p>
        </details>
      </div>
    </Dialog>
  );
}
