import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { patch } from "@/api/client";
import { datasetsQuery, keys } from "@/api/queries";
import type { Dataset } from "@/api/types";
import { Card } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { moneyField, parseMoney } from "@/lib/money";
import { toast } from "@/lib/toasts";

/** One dataset's budget; saved by itself, so that a run that waits for it can go on at once. */
function Budget({ dataset, readOnly }: { dataset: Dataset; readOnly: boolean }) {
  const client = useQueryClient();
  const stored = moneyField(dataset.budget_micros);
  const [text, setText] = useState(stored);
  const micros = parseMoney(text);
  const save = useMutation({
    mutationFn: (budget_micros: number) => patch<Dataset>(`/datasets/${dataset.id}`, { budget_micros }, dataset.revision),
    onSuccess: (after) => {
      toast(`The budget of ${after.name} is saved.`);
      client.setQueryData(["dataset", after.id], after);
      void client.invalidateQueries({ queryKey: keys.summary(after.id) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: datasetsQuery.queryKey }),
  });
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (micros !== null && !readOnly) save.mutate(micros);
      }}
    >
      <div className="min-w-0 flex-1">
        <Field label={dataset.name} error={micros === null ? "Type an amount, for instance 10.00." : null}>
          {(ids) => <Input {...ids} inputMode="decimal" disabled={readOnly} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
      </div>
      <Button type="submit" className="mb-5" busy={save.isPending} disabledReason={text === stored ? "Nothing was changed" : null}>
        Save
      </Button>
    </form>
  );
}

/** What each dataset may cost altogether. */
export function DatasetBudgets({ readOnly }: { readOnly: boolean }) {
  const { data } = useQuery(datasetsQuery);
  if (!data?.items.length) return null;
  return (
    <div id="money">
      <Card className="mt-4 max-w-200 px-5 py-4">
      <h2 className="text-14 font-semibold">Budget of each dataset</h2>
      <p className="mb-4 text-12 text-text-2">In dollars, for all of its runs together. A run pauses when it is used up.</p>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {data.items.map((one) => (
          <Budget key={`${one.id}.${String(one.budget_micros)}`} dataset={one} readOnly={readOnly} />
        ))}
      </div>
    </Card>
    </div>
  );
}
