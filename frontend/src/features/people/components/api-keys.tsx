import { useState, type SyntheticEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import type { ApiKey, Role } from "@/api/types";
import { SimpleTable } from "@/components/data-table/simple";
import { LoadFailed } from "@/components/page";
import { Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/notice";
import { keysQuery, ROLES, useCreateKey, useRevokeKey } from "../api";
import { RoleSelect } from "./members";
import { Secret } from "./secret";

export function ApiKeys() {
  const keys = useQuery(keysQuery);
  const create = useCreateKey();
  const revoke = useRevokeKey();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    create.mutate({ name: name.trim(), role }, {
      onSuccess: (key) => {
        setMade(key);
        setName("");
      },
    });
  };
  if (keys.error) return <LoadFailed what="the keys" error={keys.error} retry={() => void keys.refetch()} />;
  return (
    <>
      <form onSubmit={submit} className="mb-3 flex flex-wrap items-center gap-2">
        <Input required maxLength={80} aria-label="Name of the new key" placeholder="What is it for?" className="max-w-72" value={name} onChange={(event) => setName(event.target.value)} />
        <RoleSelect label="Role of the new key" value={role} onChange={setRole} />
        <Button type="submit" icon={KeyRound} busy={create.isPending}>
          Make a key
        </Button>
      </form>
      <SimpleTable
        label="Keys"
        rows={keys.data?.items.filter((one) => !one.revoked_at)}
        rowKey={(one) => one.id}
        columns={[
          { head: "Name", cell: (one) => <strong className="font-semibold">{one.name}</strong> },
          { head: "Begins with", cell: (one) => <span className="font-mono text-12">{one.prefix}…</span> },
          { head: "Role", cell: (one) => ROLES.find((role_) => role_.value === one.role)?.label ?? one.role },
          { head: "Made", cell: (one) => <Time at={one.created_at} /> },
          {
            head: "Revoke",
            quiet: true,
            right: true,
            cell: (one) => (
              <Button size="s" variant="quiet" onClick={() => setEnding(one)}>
                Revoke
              </Button>
            ),
          },
        ]}
        empty={
          <EmptyState icon={KeyRound} title="No keys yet">
            A key lets a program of yours do what its role may, over HTTPS.
          </EmptyState>
        }
      />
      {made ? <Secret title={`The key “${made.name}”`} text="It is shown this once. Who has it can act in this workspace." secret={made.key} onClose={() => setMade(null)} /> : null}
      <Confirm
        open={ending !== null}
        onClose={() => setEnding(null)}
        onConfirm={() => ending && revoke.mutate(ending.id, { onSuccess: () => setEnding(null) })}
        busy={revoke.isPending}
        title={`Revoke the key “${ending?.name ?? ""}”?`}
        verb="Revoke"
        variant="danger"
      >
        <p>Programs that use it are refused within half a minute. This cannot be undone.</p>
      </Confirm>
    </>
  );
}
