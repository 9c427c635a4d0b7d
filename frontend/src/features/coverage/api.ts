import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, patch, post } from "@/api/client";
import { keys } from "@/api/queries";
import type { ConversationRow, CoverageGap, CoverageTable, Dataset, Page, PlanApplied, SourcesFile } from "@/api/types";
import { unitPriceQuery } from "@/features/generate/api";
import { pollEvery } from "@/lib/now";
import { toast } from "@/lib/toasts";
import { plural } from "@/lib/words";
import type { Dimension } from "./words";

/** Under the key of the dataset's rows: whatever changes them counts it anew. */
export const coverageQuery = (dataset: string, rows: Dimension = "persona", cols: Dimension = "arc", working = false) =>
  queryOptions({
    queryKey: [...keys.rows(dataset), "coverage", rows, cols],
    queryFn: ({ signal }) => get<CoverageTable>(`/datasets/${dataset}/coverage`, { rows, cols }, signal),
    refetchInterval: working ? pollEvery(5) : false,
  });

/** Which conversation comes from which passage, put together from its parts. */
export async function sourcesAsCsv(dataset: string): Promise<string[]> {
  const parts: string[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const part: SourcesFile = await get<SourcesFile>(`/datasets/${dataset}/sources/csv`, { after });
    parts.push(part.text);
    after = part.after;
  }
  return parts;
}

/**
 * What one more conversation costs at the default model; null until it is known. Whoever has rows names one of them,
 * or null while they are on their way; otherwise one is asked for.
 */
export function useUnitPrice(dataset: string, row?: string | null): number | null {
  const first = useQuery({
    queryKey: ["price-sample", dataset],
    queryFn: ({ signal }) => get<Page<ConversationRow>>(`/datasets/${dataset}/conversations`, { limit: 1 }, signal),
    staleTime: 300_000,
    enabled: row === undefined,
  });
  const sample = row ?? first.data?.items[0]?.id;
  const price = useQuery({ ...unitPriceQuery(dataset, sample ?? ""), enabled: Boolean(sample) });
  return price.data ?? null;
}

/** Adds planned conversations; the revision makes a double click add them once. */
export function useFill(dataset: Dataset) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (gaps: readonly CoverageGap[]) =>
      post<PlanApplied>(`/datasets/${dataset.id}/coverage/fill`, { gaps }, { revision: dataset.revision }),
    onSuccess: ({ created }) => toast(`${plural(created, "conversation")} planned. Nothing is spent until you generate them.`),
    onSettled: () => {
      for (const key of [keys.rows(dataset.id), keys.summary(dataset.id), ["dataset", dataset.id]]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}

/** What the owner wants no conversation for; kept with the dataset. */
export function useNotNeeded(dataset: Dataset) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ where, needed }: { where: Record<string, string>; needed: boolean }) => {
      const others = dataset.not_needed.filter((one) => !same(one, where));
      return patch<Dataset>(`/datasets/${dataset.id}`, { not_needed: needed ? others : [...others, where] }, dataset.revision);
    },
    onSuccess: (after) => client.setQueryData(["dataset", dataset.id], after),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: [...keys.rows(dataset.id), "coverage"] });
      void client.invalidateQueries({ queryKey: ["dataset", dataset.id] });
    },
  });
}

const same = (one: Record<string, string>, other: Record<string, string>): boolean =>
  Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([name, value]) => other[name] === value);
