import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, newKey, post } from "@/api/client";
import { datasetsQuery } from "@/api/queries";
import type { Dataset, Document, Pack, Page } from "@/api/types";

export const packsQuery = queryOptions({
  queryKey: ["packs"],
  queryFn: ({ signal }) => get<Page<Pack>>("/packs", {}, signal),
  staleTime: 600_000,
});
export const packQuery = (slug: string) =>
  queryOptions({ queryKey: ["pack", slug], queryFn: ({ signal }) => get<Pack>(`/packs/${slug}`, {}, signal), staleTime: 600_000 });

export interface NewDataset {
  name: string;
  pack: string | null;
  budget_micros: number | null;
}

/** The pack's documents, once: a second dataset uses those that are there. */
async function importPack(slug: string): Promise<void> {
  const [pack, there] = await Promise.all([get<Pack>(`/packs/${slug}`), get<Page<Document>>("/documents", { limit: 100 })]);
  const titles = new Set(there.items.map((document) => document.title));
  const documents = pack.documents.filter((document) => !titles.has(document.title));
  if (documents.length > 0) await post("/documents/import", { documents }, { idempotencyKey: newKey() });
}

export function useCreateDataset() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, pack, budget_micros }: NewDataset): Promise<Dataset> => {
      if (pack) await importPack(pack);
      const body = { name, ...(pack ? { pack } : {}), ...(budget_micros === null ? {} : { budget_micros }) };
      return post<Dataset>("/datasets", body, { idempotencyKey: newKey() });
    },
    onSuccess: (dataset) => {
      client.setQueryData(["dataset", dataset.id], dataset);
      void client.invalidateQueries({ queryKey: datasetsQuery.queryKey });
      void client.invalidateQueries({ queryKey: ["documents"] });
    },
  });
}
