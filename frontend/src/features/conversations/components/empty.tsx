import { Inbox, Search } from "lucide-react";
import { useMay } from "@/api/queries";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { useSeedsDialog } from "@/features/seeds/ask";
import { plural } from "@/lib/words";
import { noneOfThem, type Labels } from "../filters";
import { isFiltered, withoutFilters, type TableSearch } from "../url";

interface Props {
  dataset: string | null;
  search: TableSearch;
  labels: Labels;
  total: number;
  onChange: (next: TableSearch) => void;
}

export function EmptyTable({ dataset, search, labels, total, onChange }: Props) {
  const mayPlan = useMay("editor");
  if (isFiltered(search)) {
    return (
      <EmptyState
        icon={Search}
        title="Nothing matches these filters"
        actions={
          <>
            <Button onClick={() => onChange(withoutFilters(search))}>Clear all filters</Button>
            {mayPlan && dataset ? (
              <ButtonLink to="/d/$id/plan" params={{ id: dataset }}>
                Plan more
              </ButtonLink>
            ) : null}
          </>
        }
      >
        You have {plural(total, "conversation")}, {noneOfThem(search, labels)}.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title="No conversations yet"
      actions={
        mayPlan && dataset ? (
          <Beginnings dataset={dataset} />
        ) : null
      }
    >
      Start with a plan. You see the price before anything is written.
    </EmptyState>
  );
}

/** A plan, or what the owner has written before. */
function Beginnings({ dataset }: { dataset: string }) {
  const { ask, dialog } = useSeedsDialog(dataset);
  return (
    <>
      <ButtonLink to="/d/$id/plan" params={{ id: dataset }} variant="primary">
        Make a plan
      </ButtonLink>
      <Button onClick={ask}>Import your own conversations</Button>
      {dialog}
    </>
  );
}
