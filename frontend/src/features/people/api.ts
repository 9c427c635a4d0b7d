import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, patch, post, remove } from "@/api/client";
import type { ApiKey, ApiKeyMade, Invitation, Member, Page, Role } from "@/api/types";

export const membersQuery = queryOptions({ queryKey: ["members"], queryFn: ({ signal }) => get<Page<Member>>("/members", {}, signal) });
export const keysQuery = queryOptions({ queryKey: ["api-keys"], queryFn: ({ signal }) => get<Page<ApiKey>>("/api-keys", {}, signal) });

function useChange<V, R>(mutationFn: (input: V) => Promise<R>, key: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: [key] }) });
}

export const useInvite = () =>
  useChange((input: { email: string; role: Role }) => post<Invitation>("/members", input), "members");
export const useSetRole = () => useChange(({ id, role }: { id: string; role: Role }) => patch<Member>(`/members/${id}`, { role }), "members");
export const useRemoveMember = () => useChange((id: string) => remove(`/members/${id}`), "members");
export const useCreateKey = () =>
  useChange((input: { name: string; role: Role }) => post<ApiKeyMade>("/api-keys", input), "api-keys");
export const useRevokeKey = () => useChange((id: string) => remove(`/api-keys/${id}`), "api-keys");

export const ROLES: { value: Role; label: string; may: string }[] = [
  { value: "viewer", label: "Viewer", may: "reads" },
  { value: "reviewer", label: "Reviewer", may: "reads and decides" },
  { value: "editor", label: "Editor", may: "plans, generates and exports too" },
  { value: "owner", label: "Owner", may: "everything, with settings and people" },
];
