import { useState } from "react";
import type { BulkPreview } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Confirm } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { plural } from "@/lib/words";
import { BULK_WORDS, type Asked, type BulkAction } from "../bulk";

interface Props {
  action: BulkAction | null;
  count: number;
  /** Tags that the selected rows have. */
  tags: string[];
  preview: BulkPreview | undefined;
  busy: boolean;
  onClose: () => void;
  onConfirm: (asked: Asked) => void;
  onRead: (refs: string[]) => void;
}

const EFFECT = {
  approve: "Only approved conversations are exported.",
  reject: "They stay here but are never exported.",
  delete: "This cannot be undone. Their history stays in Activity.",
  tag: "",
} as const;
const VARIANT = { approve: "approve", reject: "reject", delete: "danger", tag: "primary" } as const;

/** Asked before anything happens to many: how many, what it does, what is left out and why. */
export function BulkQuestion({ action, count, tags, preview, busy, onClose, onConfirm, onRead }: Props) {
  const [added, setAdded] = useState("");
  const [gone, setGone] = useState<string[]>([]);
  const asked = action ?? "approve";
  const { verb, done } = BULK_WORDS[asked];
  const ready = asked === "tag" ? count : (preview?.ready ?? count);
  const add_tags = added.split(",").map((tag) => tag.trim()).filter(Boolean);
  const counting = asked !== "tag" && !preview;
  const nothing = asked === "tag" ? add_tags.length + gone.length === 0 : ready === 0;
  const what = counting ? "these conversations" : plural(ready, "conversation");
  const title = ready === 0 && !counting ? `None of these can be ${done}` : `${verb} ${what}?`;
  const confirm = (): void => {
    if (counting || nothing) return;
    onConfirm(asked === "tag" ? { action: asked, add_tags, remove_tags: gone } : { action: asked });
  };
  return (
    <Confirm
      open={action !== null}
      onClose={onClose}
      onConfirm={confirm}
      busy={busy || counting}
      title={title}
      verb={`${verb} ${ready.toLocaleString("en-US")}`}
      variant={VARIANT[asked]}
    >
      {EFFECT[asked] ? <p>{EFFECT[asked]}</p> : null}
      {asked === "approve" && preview && preview.unopened > 0 ? (
        <p>
          {preview.unopened.toLocaleString("en-US")} of them you have not opened.{" "}
          <Button size="s" variant="link" onClick={() => onRead(preview.unopened_refs)}>
            Review the {preview.unopened_refs.length} first
          </Button>
        </p>
      ) : null}
      {preview?.reasons.map((reason) => (
        <p key={reason.code}>
          {plural(reason.count, "selected one")} will not be touched: {reason.phrase}.
        </p>
      ))}
      {asked === "tag" ? (
        <>
          <Field label="Add tags" help="Several with commas between them">
            {(ids) => <Input {...ids} value={added} maxLength={400} onChange={(event) => setAdded(event.target.value)} />}
          </Field>
          {tags.length > 0 ? <p className="font-semibold text-text">Take away</p> : null}
          {tags.map((tag) => (
            <label key={tag} className="flex h-7 items-center gap-2">
              <Checkbox checked={gone.includes(tag)} onChange={() => setGone(gone.includes(tag) ? gone.filter((one) => one !== tag) : [...gone, tag])} />
              <span className="anywhere">{tag}</span>
            </label>
          ))}
        </>
      ) : null}
    </Confirm>
  );
}
