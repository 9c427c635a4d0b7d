import { queryOptions, useQuery } from "@tanstack/react-query";
import { get } from "@/api/client";
import { modelsQuery } from "@/api/queries";
import type { Agreements } from "@/api/types";
import { Card } from "@/components/ui/bits";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, Input, Select } from "@/components/ui/field";
import { money } from "@/lib/money";
import { writerName } from "@/lib/words";
import type { Errors, Form } from "./form";

export const agreementQuery = queryOptions({
  queryKey: ["agreement"],
  queryFn: ({ signal }) => get<Agreements>("/settings/second-opinion/agreement", {}, signal),
});

type Agreement = Agreements["items"][number];

const share = (one: Agreement): string => (one.share === null ? `${String(one.n)} of ${String(one.needed)}` : `${String(Math.round(100 * one.share))} %`);
const kappa = (one: Agreement): string => {
  if (one.n < one.needed) return "not yet";
  if (one.kappa === null || one.kappa_low === null || one.kappa_high === null) return "not defined";
  return `${one.kappa.toFixed(2)} (${one.kappa_low.toFixed(2)} to ${one.kappa_high.toFixed(2)})`;
};

/** How far opinions and decisions agree, counted from what is stored. */
function AgreementTable() {
  const { data } = useQuery(agreementQuery);
  if (!data) return null;
  return (
    <section aria-label="Agreement with your decisions" className="sm:col-span-2">
      <h3 className="text-13 font-semibold">How far they agree with your decisions</h3>
      <p className="text-12 text-text-2">
        {money(data.spent_micros)} of {money(data.limit_micros)} is spent this month.{data.items.length === 0 ? " No opinion was given yet." : ""}
      </p>
      {data.items.length > 0 ? (
        <div className="mt-2 overflow-x-auto">
          <table className="w-full text-13">
            <thead className="text-left text-12 text-text-3">
              <tr className="[&>th]:py-1 [&>th]:pr-4 [&>th]:font-medium">
                <th scope="col">Who reads</th>
                <th scope="col">Agrees</th>
                <th scope="col">Beyond chance (kappa, likely range)</th>
                <th scope="col">Decided before it was there</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.model} className="border-t border-line [&>*]:py-1.5 [&>*]:pr-4">
                  <th scope="row" className="text-left font-medium">
                    {writerName(one.model)}
                    <span className="block text-12 font-regular text-text-2">{one.sentence}</span>
                  </th>
                  <td className="tnum align-top whitespace-nowrap">{share(one)}</td>
                  <td className="tnum align-top whitespace-nowrap">{kappa(one)}</td>
                  <td className="tnum align-top">
                    {one.unseen} of {one.n}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

interface Props {
  form: Form;
  errors: Errors;
  onChange: (to: Partial<Form>) => void;
  disabled: boolean;
}

/** Off unless the owner turns it on: a model reads what is written, for so much a month, and only says what it thinks. */
export function SecondOpinionFields({ form, errors, onChange, disabled }: Props) {
  const { data: models } = useQuery(modelsQuery);
  const off = disabled || !form.opinions_on;
  return (
    <Card className="px-5 py-4">
      <div id="second-opinion">
        <h2 className="text-14 font-semibold">Second opinion</h2>
        <p className="mb-4 text-12 text-text-2">A model reads a finished conversation against your facts and says what it thinks. It changes no text, no score and no decision.</p>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <label className="flex items-center gap-2 text-13 sm:col-span-2">
            <Checkbox checked={form.opinions_on} disabled={disabled} onChange={(event) => onChange({ opinions_on: event.target.checked })} />
            Second opinions can be asked for
          </label>
          <Field label="Who reads" help="Another model than the one that writes sees other things.">
            {(ids) => (
              <Select {...ids} disabled={off} value={form.opinions_model} onChange={(event) => onChange({ opinions_model: event.target.value })}>
                <option value="">The one that writes</option>
                {models?.items.map((model) => (
                  <option key={model.id} value={model.id} disabled={!model.available}>
                    {model.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Limit for a month" help="Counts into the budget for a month as well. At the limit opinions stop, writing goes on." error={errors.opinions_monthly}>
            {(ids) => <Input {...ids} inputMode="decimal" disabled={off} value={form.opinions_monthly} onChange={(event) => onChange({ opinions_monthly: event.target.value })} />}
          </Field>
          <label className="flex items-center gap-2 text-13 sm:col-span-2">
            <Checkbox checked={form.opinions_after_runs} disabled={off} onChange={(event) => onChange({ opinions_after_runs: event.target.checked })} />
            After each run, on all that it has written, from what is left of its limit
          </label>
          <AgreementTable />
        </div>
      </div>
    </Card>
  );
}
