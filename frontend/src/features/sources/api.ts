import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, post } from "@/api/client";
import type { Chunk, Document, ImportDocument, ImportResult, Page, TracedChunk } from "@/api/types";

export const documentsQuery = queryOptions({
  queryKey: ["documents"],
  queryFn: ({ signal }) => get<Page<Document>>("/documents", {}, signal),
});
export const documentQuery = (id: string) =>
  queryOptions({ queryKey: ["document", id], queryFn: ({ signal }) => get<Document>(`/documents/${id}`, {}, signal) });
export const chunksQuery = (id: string) =>
  queryOptions({
    queryKey: ["chunks", id],
    queryFn: ({ signal }) => get<Page<Chunk>>(`/documents/${id}/chunks`, {}, signal),
    select: (page) => page.items,
  });
export const traceQuery = (chunk: string) =>
  queryOptions({ queryKey: ["chunk", chunk], queryFn: ({ signal }) => get<TracedChunk>(`/chunks/${chunk}`, {}, signal) });

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (documents: ImportDocument[]) => post<ImportResult>("/documents/import", { documents }),
    meta: { ownError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ["documents"] }),
  });
}

/** A file of documents: `{"documents": […]}`, or the list alone. Says what is wrong before anything is sent. */
export function readImport(text: string): { documents: ImportDocument[] } | { wrong: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { wrong: "This is not a JSON file, or it was cut off." };
  }
  const list: unknown = Array.isArray(parsed) ? parsed : (parsed as { documents?: unknown } | null)?.documents;
  if (!Array.isArray(list) || list.length === 0) return { wrong: "There are no documents in this file." };
  const bad = list.findIndex((one: unknown) => {
    const document = one as Partial<ImportDocument> | null;
    return typeof document?.title !== "string" || !Array.isArray(document.chunks);
  });
  if (bad >= 0) return { wrong: `Document ${String(bad + 1)} has no title or no passages.` };
  return { documents: list as ImportDocument[] };
}
