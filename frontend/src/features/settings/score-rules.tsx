import type { Tier } from "@/api/types";
import { Field, Input } from "@/components/ui/field";
import { TIER_WORDS, TIERS } from "@/lib/words";
import { PARTS, RANGES, rangeError, rangeKey, share, weightError, weightKey, type RangeName, type RulesForm } from "./rules";

interface Props {
  form: RulesForm;
  onChange: (form: RulesForm) => void;
  disabled: boolean;
}

function RangeCell({ tier, range, label, form, onChange, disabled }: Props & { tier: Tier; range: RangeName; label: string }) {
  const error = rangeError(form, tier, range);
  const input = (end: "least" | "most") => {
    const key = rangeKey(tier, range, end);
    const name = `${TIER_WORDS[tier]}, ${label}, ${end === "least" ? "from" : "to"}`;
    return <Input aria-label={name} aria-invalid={error !== null} inputMode="numeric" disabled={disabled} className="tnum w-14" value={form[key] ?? ""} onChange={(event) => onChange({ ...form, [key]: event.target.value })} />;
  };
  return (
    <td className="py-1.5 pr-4 align-top">
      <span className="flex items-center gap-1.5 text-text-2">
        {input("least")} to {input("most")}
      </span>
      {error ? (
        <span role="alert" className="mt-1 block text-12 text-st-rejected-text">
          {error}
        </span>
      ) : null}
    </td>
  );
}

/** What a good conversation of each tier looks like, and how much each part of the score counts. */
export function ScoreRulesFields({ form, onChange, disabled }: Props) {
  return (
    <div className="sm:col-span-2">
      <div className="overflow-x-auto">
        <table className="text-13">
          <caption className="mb-1 text-left text-13 font-semibold">What is good, by tier</caption>
          <thead>
            <tr className="text-left text-12 text-text-3">
              <th scope="col" className="pr-4 font-medium">
                Tier
              </th>
              {RANGES.map(([range, label]) => (
                <th key={range} scope="col" className="pr-4 font-medium">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {TIERS.map((tier) => (
              <tr key={tier}>
                <th scope="row" className="pt-3 pr-4 text-left align-top font-medium whitespace-nowrap">
                  {TIER_WORDS[tier]}
                </th>
                {RANGES.map(([range, label]) => (
                  <RangeCell key={range} tier={tier} range={range} label={label} form={form} onChange={onChange} disabled={disabled} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-4 mb-2 text-13 font-semibold">How much each part counts</p>
      <div className="grid gap-3 sm:grid-cols-4">
        {PARTS.map(([part, label]) => (
          <Field key={part} label={label} help={`${String(share(form, part))} % of the score`} error={weightError(form, part)}>
            {(ids) => <Input {...ids} inputMode="numeric" disabled={disabled} className="tnum" value={form[weightKey(part)] ?? ""} onChange={(event) => onChange({ ...form, [weightKey(part)]: event.target.value })} />}
          </Field>
        ))}
      </div>
      <p className="mt-2 text-12 text-text-3">What you change here counts for what is written from now on. Scores that are there stay as they were given.</p>
    </div>
  );
}
