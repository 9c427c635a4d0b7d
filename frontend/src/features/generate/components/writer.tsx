import { useQuery } from "@tanstack/react-query";
import { modelsQuery } from "@/api/queries";
import type { Estimate } from "@/api/types";
import { Select } from "@/components/ui/field";
import { each, money } from "@/lib/money";

const LINK = "font-medium text-primary-text hover:underline";

interface Props {
  /** Absent when the chosen model has no price: then another one is chosen here. */
  estimate: Estimate | undefined;
  chosen: string | null;
  /** Something is there already: then a better model is what one may want. */
  again?: boolean;
  /** For second opinions. */
  judge?: boolean | undefined;
  onChoose: (model: string) => void;
}

/** Who writes, with what each would cost: the cheap one a click away for a draft of all, the better one for what is chosen of it. */
export function Writer({ estimate, chosen, again = false, judge = false, onChoose }: Props) {
  const { data: models } = useQuery(modelsQuery);
  const price = (id: string): number | undefined => (id === estimate?.model ? estimate.expected_micros : estimate?.alternatives.find((one) => one.model === id)?.expected_micros);
  const current = chosen ?? estimate?.model ?? models?.default ?? "";
  const items = models?.items ?? (estimate ? [{ id: estimate.model, name: estimate.model_name, available: true }] : []);
  const others = [...(estimate?.alternatives ?? [])].sort((a, b) => a.expected_micros - b.expected_micros);
  const cheap = estimate && others.find((one) => one.expected_micros * 2 <= estimate.expected_micros);
  const better = estimate && others.find((one) => one.expected_micros >= estimate.expected_micros * 2);
  const drafts = estimate && estimate.count > 1 && !again && !judge;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
      <label htmlFor="writer" className="font-semibold">
        {judge ? "Read by" : "Written by"}
      </label>
      <Select id="writer" value={current} onChange={(event) => onChoose(event.target.value)}>
        {items.map((one) => {
          const cost = price(one.id);
          return (
            <option key={one.id} value={one.id} disabled={!one.available}>
              {one.name}
              {one.available ? (cost === undefined ? "" : `, about ${money(cost)}`) : ", no longer offered"}
            </option>
          );
        })}
      </Select>
      {again && better ? (
        <button type="button" className={LINK} onClick={() => onChoose(better.model)}>
          Better with {better.model_name} for {money(better.expected_micros)}
        </button>
      ) : null}
      {!again && cheap ? (
        <button type="button" className={LINK} onClick={() => onChoose(cheap.model)}>
          {judge ? "Ask" : "Draft with"} {cheap.model_name} for {money(cheap.expected_micros)}
        </button>
      ) : null}
      {drafts && !cheap && better ? (
        <p className="w-full text-12 text-text-2">
          A draft of all. The ones you choose can be written again with {better.model_name}, {each(better.expected_micros, estimate.count)}.
        </p>
      ) : null}
      {drafts && cheap ? (
        <p className="w-full text-12 text-text-2">
          Or draft all first and write only the ones you choose again with {estimate.model_name}, {each(estimate.expected_micros, estimate.count)}.
        </p>
      ) : null}
    </div>
  );
}
