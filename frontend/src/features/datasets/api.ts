import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, post } from "@/api/client";
import { datasetsQuery } from "@/api/queries";
import type { Dataset, Pack, PackSummary, Page } from "@/api/types";

export const packsQuery = queryOptions({
  queryKey: ["packs"],
  queryFn: ({ signal }) => get<Page<PackSummary>>("/packs", {}, signal),
  staleTime: 600_000,
});

export interface NewDataset {
  name: string;
  pack: string;
  budget_micros: number | null;
}

/** The pack's documents. The server leaves alone what was imported before, so a second dataset uses the same ones. */
async function importPack(slug: string): Promise<void> {
  const { documents } = await get<Pack>(`/packs/${slug}`);
  await post("/documents/import", { documents });
}

export function useCreateDataset() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, pack, budget_micros }: NewDataset): Promise<Dataset> => {
      await importPack(pack);
      const body = { name, pack, ...(budget_micros === null ? {} : { budget_micros }) };
      return post<Dataset>("/datasets", body);
    },
    onSuccess: (dataset) => {
      client.setQueryData(["dataset", dataset.id], dataset);
      void client.invalidateQueries({ queryKey: datasetsQuery.queryKey });
      void client.invalidateQueries({ queryKey: ["documents"] });
    },
  });
}
