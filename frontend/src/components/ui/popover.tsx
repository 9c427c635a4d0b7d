import type { ReactElement, ReactNode } from "react";
import * as Pop from "@radix-ui/react-popover";
import * as Menu from "@radix-ui/react-dropdown-menu";
import { Check, type LucideIcon } from "lucide-react";
import { cx } from "@/lib/cx";

const SURFACE = "z-popover animate-popover rounded-3 border border-line bg-raised shadow-2";

interface PopoverProps {
  trigger: ReactElement;
  label: string;
  align?: "start" | "end";
  className?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

export function Popover({ trigger, label, align = "start", className, open, onOpenChange, children }: PopoverProps) {
  const control = open === undefined ? {} : { open };
  return (
    <Pop.Root {...control} {...(onOpenChange ? { onOpenChange } : {})}>
      <Pop.Trigger asChild>{trigger}</Pop.Trigger>
      <Pop.Portal>
        <Pop.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cx(SURFACE, "max-h-(--radix-popover-content-available-height) overflow-y-auto", className)}
        >
          {children}
        </Pop.Content>
      </Pop.Portal>
    </Pop.Root>
  );
}
export const PopoverClose = Pop.Close;

interface MenuProps {
  trigger: ReactElement;
  align?: "start" | "end";
  side?: "top" | "bottom";
  children: ReactNode;
}

/** Not modal: the modal kind would write a style element, which the content security policy refuses. */
export function DropMenu({ trigger, align = "end", side = "bottom", children }: MenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Content align={align} side={side} sideOffset={4} collisionPadding={8} className={cx(SURFACE, "min-w-44 p-1")}>
          {children}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

const ITEM =
  "flex h-8 cursor-pointer items-center gap-2 rounded-2 px-2 text-13 text-text outline-none select-none data-highlighted:bg-hover data-disabled:text-disabled";

export function MenuItem({ icon: Icon, onSelect, children }: { icon?: LucideIcon; onSelect: () => void; children: ReactNode }) {
  return (
    <Menu.Item className={ITEM} onSelect={onSelect}>
      {Icon ? <Icon aria-hidden size={16} strokeWidth={1.75} className="text-text-3" /> : null}
      {children}
    </Menu.Item>
  );
}

export function MenuCheck({ checked, onChange, children }: { checked: boolean; onChange: (on: boolean) => void; children: ReactNode }) {
  return (
    <Menu.CheckboxItem
      className={ITEM}
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
    >
      <span className="grid size-4 place-items-center">{checked ? <Check aria-hidden size={16} /> : null}</span>
      {children}
    </Menu.CheckboxItem>
  );
}

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Menu.Label className="px-2 pt-1.5 pb-1 text-12 text-text-3">{children}</Menu.Label>
);
export const MenuLine = () => <Menu.Separator className="my-1 border-t border-line" />;
