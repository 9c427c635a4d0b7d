import { useQuery } from "@tanstack/react-query";
import { FileDown, MessageSquareText, Play } from "lucide-react";
import { useMay } from "@/api/queries";
import type { Dataset, Summary } from "@/api/types";
import { PageHeader } from "@/components/page";
import { Button, ButtonLink } from "@/components/ui/button";
import { useGenerate, type Ask } from "@/features/generate/state";
import { TIER_WORDS } from "@/lib/words";
import { leftQuery } from "../api";
import { exportSearch, type TableSearch } from "../url";
import { HeaderMenu } from "./header-menu";
import { Trail } from "./trail";

interface Props {
  dataset: Dataset | undefined;
  summary: Summary | undefined;
  search: TableSearch;
}

export function DatasetHeader({ dataset, summary, search }: Props) {
  const { ask } = useGenerate();
  const mayGenerate = useMay("editor");
  const unread = summary ? summary.counts.generated : 0;
  const [tier] = search.tier?.length === 1 ? search.tier : [];
  const { data: leftInTier } = useQuery({ ...leftQuery(dataset?.id ?? "", tier ?? ""), enabled: Boolean(dataset && tier) });
  const left = tier ? (leftInTier ?? 0) : summary ? summary.counts.planned + summary.counts.failed : 0;

  const generate = (): void => {
    if (!dataset) return;
    const selection: Ask["selection"] = tier ? { tier: tier as keyof typeof TIER_WORDS } : { all: true };
    ask({ dataset: dataset.id, selection });
  };
  const what = tier ? `Generate all ${TIER_WORDS[tier as keyof typeof TIER_WORDS].toLowerCase()} (${String(left)})` : `Generate all ${String(left)}`;
  return (
    <PageHeader title={dataset?.name ?? ""} after={summary && dataset ? <Trail summary={summary} dataset={dataset.id} /> : null}>
      {dataset ? (
        <>
          {mayGenerate ? <HeaderMenu dataset={dataset.id} /> : null}
          <ButtonLink to="/d/$id/export" params={{ id: dataset.id }} search={exportSearch(search)} icon={FileDown}>
            Export
          </ButtonLink>
          {unread > 0 ? (
            <ButtonLink to="/d/$id/review" params={{ id: dataset.id }} icon={MessageSquareText}>
              Review {unread}
            </ButtonLink>
          ) : null}
          {mayGenerate && left > 0 ? (
            <Button variant="primary" icon={Play} onClick={generate}>
              {what}
            </Button>
          ) : null}
        </>
      ) : null}
    </PageHeader>
  );
}
