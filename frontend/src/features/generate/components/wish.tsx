import type { Estimate } from "@/api/types";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, Textarea } from "@/components/ui/field";
import { plural } from "@/lib/words";
import type { Ordering } from "../order";

/** What should change, in the owner's words, and whether approved texts may get a new version too. */
export function Wish({ ordering, estimate }: { ordering: Ordering; estimate: Estimate | undefined }) {
  const { wish, type, approvedToo, setApprovedToo } = ordering;
  const approved = estimate?.left_out.find((reason) => reason.code === "approved")?.count ?? 0;
  return (
    <div className="grid gap-2">
      <Field label="What should change" help="The same for each, for instance: warmer, no jargon, name the next step at the end">
        {(ids) => <Textarea {...ids} rows={2} maxLength={2000} className="min-h-14!" value={wish} onChange={(event) => type(event.target.value)} />}
      </Field>
      {approved > 0 || approvedToo || !estimate ? (
        <label className="flex items-start gap-2 text-13">
          <Checkbox className="mt-0.5" checked={approvedToo} onChange={(event) => setApprovedToo(event.target.checked)} />
          <span>
            Also the approved ones{approved > 0 ? `, ${String(approved)} of them` : ""}
            <span className="block text-12 text-text-2">What you approved stays approved and exported until you choose the new text.</span>
          </span>
        </label>
      ) : null}
    </div>
  );
}

/** Which of the chosen ones stay as they are, and why. */
export const LeftOut = ({ reasons }: { reasons: Estimate["left_out"] }) =>
  reasons.length > 0 ? (
    <ul className="grid gap-0.5 text-13 text-text-2">
      {reasons.map((reason) => (
        <li key={reason.code}>
          {plural(reason.count, "chosen one")} will not be touched: {reason.phrase}.
        </li>
      ))}
    </ul>
  ) : null;
