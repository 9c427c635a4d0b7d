import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/client";
import type { SeedsImported, SeedsPreview } from "@/api/types";

/** What the server takes in one request. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** What a file holds, before anything is kept. */
export const useLook = (dataset: string) =>
  useMutation({ mutationFn: (text: string) => post<SeedsPreview>(`/datasets/${dataset}/seeds/preview`, { text }), meta: { ownError: true } });

export function useImportSeeds(dataset: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => post<SeedsImported>(`/datasets/${dataset}/seeds`, { text }),
    meta: { ownError: true },
    onSuccess: () =>
      Promise.all(["rows", "summary", "dataset", "coverage"].map((key) => client.invalidateQueries({ queryKey: [key, dataset] }))),
  });
}
