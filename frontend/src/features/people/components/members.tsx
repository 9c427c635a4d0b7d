import { useState, type SyntheticEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import { Mail, UserMinus, Users } from "lucide-react";
import { meQuery } from "@/api/queries";
import type { Invitation, Member, Role } from "@/api/types";
import { SimpleTable } from "@/components/data-table/simple";
import { LoadFailed } from "@/components/page";
import { Button, IconButton } from "@/components/ui/button";
import { Confirm } from "@/components/ui/dialog";
import { Input, Select } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/notice";
import { toast } from "@/lib/toasts";
import { membersQuery, ROLES, useInvite, useRemoveMember, useSetRole } from "../api";
import { Secret } from "./secret";

export const RoleSelect = ({ value, onChange, label, disabled }: { value: Role; onChange: (role: Role) => void; label: string; disabled?: boolean }) => (
  <Select aria-label={label} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value as Role)}>
    {ROLES.map((role) => (
      <option key={role.value} value={role.value}>
        {role.label}: {role.may}
      </option>
    ))}
  </Select>
);

function Invite() {
  const invite = useInvite();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("reviewer");
  const [made, setMade] = useState<Invitation | null>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    invite.mutate({ email: email.trim(), role }, {
      onSuccess: (invitation) => {
        setMade(invitation);
        setEmail("");
      },
    });
  };
  return (
    <form onSubmit={submit} className="mb-3 flex flex-wrap items-center gap-2">
      <Input type="email" required aria-label="Mail address to invite" placeholder="name@firm.example" className="max-w-72" value={email} onChange={(event) => setEmail(event.target.value)} />
      <RoleSelect label="Role of the invited person" value={role} onChange={setRole} />
      <Button type="submit" icon={Mail} busy={invite.isPending}>
        Invite
      </Button>
      {made ? (
        <Secret title={`Send this link to ${made.email}`} text="It lets one person join this workspace. It is shown this once." secret={`${location.origin}/invitation?token=${made.accept_token}`} onClose={() => setMade(null)} />
      ) : null}
    </form>
  );
}

export function Members() {
  const members = useQuery(membersQuery);
  const { data: me } = useQuery(meQuery);
  const setRole = useSetRole();
  const removeMember = useRemoveMember();
  const [leaving, setLeaving] = useState<Member | null>(null);
  if (members.error) return <LoadFailed what="the people" error={members.error} retry={() => void members.refetch()} />;
  return (
    <>
      <Invite />
      <SimpleTable
        label="People"
        rows={members.data?.items}
        rowKey={(one) => one.id}
        columns={[
          { head: "Name", cell: (one) => <strong className="font-semibold">{one.name || one.email}</strong> },
          { head: "Mail", cell: (one) => one.email },
          { head: "State", cell: (one) => (one.state === "invited" ? "Invited" : one.id === me?.user.id ? "You" : "Active") },
          {
            head: "Role",
            cell: (one) => (
              <RoleSelect label={`Role of ${one.name || one.email}`} disabled={one.id === me?.user.id || one.state === "invited"} value={one.role} onChange={(role) => setRole.mutate({ id: one.id, role }, { onSuccess: () => void toast("Role changed.") })} />
            ),
          },
          {
            head: "Remove",
            quiet: true,
            right: true,
            cell: (one) => (one.id === me?.user.id ? null : <IconButton icon={UserMinus} label={`Remove ${one.name || one.email}`} size="s" onClick={() => setLeaving(one)} />),
          },
        ]}
        empty={
          <EmptyState icon={Users} title="Nobody else yet">
            Invite a colleague to read and decide with you.
          </EmptyState>
        }
      />
      <Confirm
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving && removeMember.mutate(leaving.id, { onSuccess: () => setLeaving(null) })}
        busy={removeMember.isPending}
        title={`Remove ${leaving?.name || leaving?.email || ""}?`}
        verb="Remove"
        variant="danger"
      >
        <p>They can no longer open this workspace. What they decided stays, with their name.</p>
      </Confirm>
    </>
  );
}
