import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, post } from "@/api/client";
import { Problem, sentenceOf } from "@/api/problem";
import type { ConversationRow, NewTemplate, Page, Template, TemplateCheck, TemplateInFull, TemplatePreview, Templates, TemplateUsage, Tier } from "@/api/types";
import { toast } from "@/lib/toasts";

export const templatesQuery = queryOptions({ queryKey: ["templates"], queryFn: ({ signal }) => get<Templates>("/templates", {}, signal) });
export const templateQuery = (id: string) =>
  queryOptions({ queryKey: ["template", id], queryFn: ({ signal }) => get<TemplateInFull>(`/templates/${id}`, {}, signal) });
export const usageQuery = (id: string) =>
  queryOptions({ queryKey: ["template", id, "usage"], queryFn: ({ signal }) => get<TemplateUsage>(`/templates/${id}/usage`, {}, signal) });

/** What stops a text from being saved, asked for after a rest in typing. */
export const checkQuery = (tier: Tier, body: string) =>
  queryOptions({
    queryKey: ["template-check", tier, body],
    queryFn: ({ signal }) => post<TemplateCheck>("/templates/check", { tier, body }, { signal }),
    placeholderData: (old) => old,
    staleTime: Infinity,
  });

export interface PreviewRequest {
  conversation_id: string;
  version?: number;
  body?: string;
}
export const previewQuery = (id: string, request: PreviewRequest) =>
  queryOptions({
    queryKey: ["template", id, "preview", request],
    queryFn: ({ signal }) => post<TemplatePreview>(`/templates/${id}/preview`, request, { signal }),
    placeholderData: (old) => old,
  });

/** Rows of a dataset that this template could be tried on. */
export const triedOnQuery = (dataset: string, tier: Tier, arc: string | null) =>
  queryOptions({
    queryKey: ["template-tries", dataset, tier, arc],
    queryFn: ({ signal }) => get<Page<ConversationRow>>(`/datasets/${dataset}/conversations`, { tier: [tier], arc: tier === "template" && arc ? [arc] : [], sort: "ref", limit: 25 }, signal),
  });

function useTemplateChange<V>(send: (input: V) => Promise<TemplateInFull>, done: (made: TemplateInFull) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (made) => {
      client.setQueryData(["template", made.id], made);
      void client.invalidateQueries({ queryKey: ["templates"] });
      void client.invalidateQueries({ queryKey: ["template", made.id, "usage"] });
      toast(done(made));
    },
    onError: (error) => {
      if (error instanceof Problem && error.status === 409) void client.invalidateQueries({ queryKey: ["template"] });
      toast(sentenceOf(error), { tone: "problem" });
    },
  });
}

const path = (template: Pick<Template, "id">): string => `/templates/${template.id}`;

export const useAddVersion = (template: Template) =>
  useTemplateChange(
    (input: { body: string; percent: number; note: string }) => post<TemplateInFull>(`${path(template)}/versions`, input),
    (made) => `Version ${String(made.latest_version)} is saved`,
  );
export const useSetShares = (template: Template) =>
  useTemplateChange(
    (shares: Record<number, number>) =>
      post<TemplateInFull>(`${path(template)}/shares`, { shares: Object.entries(shares).map(([version, percent]) => ({ version: Number(version), percent })) }, { revision: template.revision }),
    () => "The shares are changed for what is written from now on",
  );
export const useSetState = (template: Template) =>
  useTemplateChange(
    (state: Template["state"]) => post<TemplateInFull>(`${path(template)}/state`, { state }, { revision: template.revision }),
    (made) => `${made.name} is ${{ active: "in use", off: "off", retired: "retired" }[made.state]}`,
  );
export const useDuplicate = (template: Template) =>
  useTemplateChange((name: string) => post<TemplateInFull>(`${path(template)}/duplicate`, { name }), (made) => `${made.name} is made`);
export const useCreateTemplate = () => useTemplateChange((input: NewTemplate) => post<TemplateInFull>("/templates", input), (made) => `${made.name} is made`);
export const useImportTemplate = () =>
  useTemplateChange((input: { text: string; name: string }) => post<TemplateInFull>("/templates/import", input), (made) => `${made.name} is imported`);
