import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { post } from "@/api/client";
import { sentenceOf } from "@/api/problem";
import { session } from "@/api/session";
import { Button } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/notice";

const route = getRouteApi("/_in/invitation");

export function InvitationPage() {
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const accept = useMutation({
    mutationFn: () => post("/invitations/accept", { token }),
    meta: { ownError: true },
    onSuccess: async () => {
      await session.refresh();
      client.clear();
      await navigate({ to: "/datasets" });
    },
  });
  return (
    <main className="grid h-full place-items-center bg-bg p-4">
      <EmptyState
        icon={UserPlus}
        tone="info"
        title="Join this workspace?"
        actions={
          <Button variant="primary" busy={accept.isPending} disabledReason={!token && "This link has no invitation in it"} onClick={() => accept.mutate()}>
            Join
          </Button>
        }
      >
        Someone invited you to work with them in Bright Run.
      </EmptyState>
      {accept.error ? <Notice tone="problem" title={sentenceOf(accept.error)} /> : null}
    </main>
  );
}
