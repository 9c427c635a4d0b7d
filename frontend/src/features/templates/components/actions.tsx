import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { Archive, Copy, MoreHorizontal, Power } from "lucide-react";
import type { TemplateInFull } from "@/api/types";
import { IconButton } from "@/components/ui/button";
import { Confirm } from "@/components/ui/dialog";
import { DropMenu, MenuItem, MenuLine } from "@/components/ui/popover";
import { plural } from "@/lib/words";
import { useDuplicate, useSetState } from "../api";

/** What is done to a whole template. Nothing here deletes. */
export function TemplateActions({ template }: { template: TemplateInFull }) {
  const [asked, setAsked] = useState<"off" | "retired" | null>(null);
  const navigate = useNavigate();
  const state = useSetState(template);
  const copy = useDuplicate(template);
  const used = plural(template.usage.conversations, "conversation");
  const duplicate = (): void => copy.mutate("", { onSuccess: (made) => void navigate({ to: "/templates/$template", params: { template: made.id } }) });
  return (
    <>
      <DropMenu trigger={<IconButton icon={MoreHorizontal} variant="default" label="More for this template" />}>
        <MenuItem icon={Copy} onSelect={duplicate}>
          Duplicate
        </MenuItem>
        {template.state === "off" ? (
          <MenuItem icon={Power} onSelect={() => state.mutate("active")}>
            Turn on
          </MenuItem>
        ) : null}
        {template.state === "active" ? (
          <MenuItem icon={Power} onSelect={() => setAsked("off")}>
            Turn off
          </MenuItem>
        ) : null}
        {template.state === "retired" ? null : (
          <>
            <MenuLine />
            <MenuItem icon={Archive} onSelect={() => setAsked("retired")}>
              Retire
            </MenuItem>
          </>
        )}
      </DropMenu>
      <Confirm
        open={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => asked && state.mutate(asked, { onSettled: () => setAsked(null) })}
        busy={state.isPending}
        title={asked === "off" ? `Turn ${template.name} off?` : `Retire ${template.name}?`}
        verb={asked === "off" ? "Turn off" : "Retire"}
        variant={asked === "off" ? "primary" : "danger"}
      >
        <p>{asked === "off" ? "Nothing more is written with it until you turn it on again. What is planned with it is written with another template for the same purpose." : "It is never used again. This cannot be undone; a duplicate of it can be used."}</p>
        <p>{`${used} written with it stay as they are, with its text and figures.`}</p>
      </Confirm>
    </>
  );
}
