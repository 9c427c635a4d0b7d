import { useQuery } from "@tanstack/react-query";
import { modelsQuery } from "@/api/queries";
import type { Estimate } from "@/api/types";
import { Select } from "@/components/ui/field";
import { money } from "@/lib/money";

interface Props {
  /** Absent when the chosen model has no price: then another one is chosen here. */
  estimate: Estimate | undefined;
  chosen: string | null;
  onChoose: (model: string) => void;
}

/** Who writes, with what each would cost, and the cheap one a click away for a first draft. */
export function Writer({ estimate, chosen, onChoose }: Props) {
  const { data: models } = useQuery(modelsQuery);
  const price = (id: string): number | undefined => (id === estimate?.model ? estimate.expected_micros : estimate?.alternatives.find((one) => one.model === id)?.expected_micros);
  const current = chosen ?? estimate?.model ?? models?.default ?? "";
  const items = models?.items ?? (estimate ? [{ id: estimate.model, name: estimate.model_name, available: true }] : []);
  const cheapest = [...(estimate?.alternatives ?? [])].sort((a, b) => a.expected_micros - b.expected_micros)[0];
  const worthIt = estimate && cheapest && cheapest.model !== current && cheapest.expected_micros * 2 <= estimate.expected_micros;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
      <label htmlFor="writer" className="font-semibold">
        Written by
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
      {worthIt ? (
        <button type="button" className="font-medium text-primary-text hover:underline" onClick={() => onChoose(cheapest.model)}>
          Draft with {cheapest.model_name} for {money(cheapest.expected_micros)}
        </button>
      ) : null}
    </div>
  );
}
