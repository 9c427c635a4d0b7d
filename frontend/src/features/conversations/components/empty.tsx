import { Inbox, Search } from "lucide-react";
import { useMay } from "@/api/queries";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { plural } from "@/lib/words";
import { isFiltered, withoutFilters, type TableSearch } from "../url";

interface Props {
  dataset: string;
  search: TableSearch;
  total: number;
  onChange: (next: TableSearch) => void;
}

export function EmptyTable({ dataset, search, total, onChange }: Props) {
  const mayPlan = useMay("editor");
  if (isFiltered(search)) {
    return (
      <EmptyState icon={Search} title="Nothing matches these filters" actions={<Button onClick={() => onChange(withoutFilters(search))}>Clear all filters</Button>}>
        You have {plural(total, "conversation")}, none of them is like this.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title="No conversations yet"
      actions={
        mayPlan ? (
          <ButtonLink to="/d/$id/plan" params={{ id: dataset }} variant="primary">
            Make a plan
          </ButtonLink>
        ) : null
      }
    >
      Start with a plan. You see the price before anything is written.
    </EmptyState>
  );
}
