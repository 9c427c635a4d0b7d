import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { cx } from "@/lib/cx";
import { parseMoney } from "@/lib/money";
import { plural } from "@/lib/words";
import { packsQuery, useCreateDataset } from "../api";

/** One click with a pack: its documents are imported, its personas and topics filled in, the plan shown. */
export function CreateDataset({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const packs = useQuery(packsQuery);
  const create = useCreateDataset();
  const [name, setName] = useState("");
  const [budget, setBudget] = useState("10.00");
  const [chosen, setChosen] = useState<string | null>(null);
  const pack = chosen ?? packs.data?.items[0]?.slug ?? null;
  const micros = parseMoney(budget);
  const fallback = packs.data?.items.find((one) => one.slug === pack)?.name ?? "";
  const title = name.trim() || fallback;
  const reason = !pack ? "The starter packs are loading" : !title ? "Give it a name" : micros === null ? "Type an amount, for instance 10.00" : null;
  const go = (): unknown =>
    pack && create.mutate({ name: title, pack, budget_micros: micros }, { onSuccess: (dataset) => void navigate({ to: "/start", search: { dataset: dataset.id } }) });

  return (
    <Dialog
      open
      onClose={onClose}
      title="Make a new dataset?"
      description="Nothing is written and nothing is spent until you press Generate."
      footer={
        <>
          <Button size="l" onClick={onClose}>
            Cancel
          </Button>
          <Button size="l" variant="primary" busy={create.isPending} disabledReason={reason} onClick={go}>
            Start with this pack
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-13 font-semibold">Start with</legend>
          {packs.data?.items.map((one) => (
            <label key={one.slug} className={cx("flex items-start gap-2.5 rounded-3 border px-3.5 py-2.5", one.slug === pack ? "border-primary bg-primary-soft" : "border-line-strong hover:bg-hover")}>
              <span className="pt-0.5">
                <Radio name="pack" checked={one.slug === pack} onChange={() => setChosen(one.slug)} />
              </span>
              <span>
                <span className="block text-13 font-semibold">{one.name}</span>
                <span className="block text-12 text-text-2">{one.description}</span>
                <span className="text-12 text-text-3">{`${plural(one.document_count, "document")}, ${plural(one.chunk_count, "passage")}`}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" help="Only you and your colleagues see it.">
            {(ids) => <Input {...ids} maxLength={120} placeholder={fallback} value={name} onChange={(event) => setName(event.target.value)} />}
          </Field>
          <Field label="Budget" help="In dollars. Nothing in this dataset spends more, ever.">
            {(ids) => <Input {...ids} inputMode="decimal" value={budget} onChange={(event) => setBudget(event.target.value)} />}
          </Field>
        </div>
      </div>
    </Dialog>
  );
}
