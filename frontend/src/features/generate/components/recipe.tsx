import { useQuery } from "@tanstack/react-query";
import type { Estimate } from "@/api/types";
import { Select } from "@/components/ui/field";
import { templatesQuery } from "@/features/templates/api";
import { TIERS } from "@/lib/words";

interface Props {
  estimate: Estimate;
  chosen: string | null;
  onChoose: (template: string | null) => void;
}

/** By which template it is written: each one's own, or one for all where they are of one kind. */
export function Recipe({ estimate, chosen, onChoose }: Props) {
  const { data } = useQuery(templatesQuery);
  const [tier, ...others] = TIERS.filter((one) => (estimate.by_tier[one] ?? 0) > 0);
  const fitting = (data?.items ?? []).filter((one) => one.tier === tier && one.state === "active");
  if (!tier || others.length > 0 || fitting.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
      <label htmlFor="recipe" className="font-semibold">
        Written with
      </label>
      <Select id="recipe" value={chosen ?? ""} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">{estimate.count === 1 ? "its own template" : "each one’s own template"}</option>
        {fitting.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
    </div>
  );
}
