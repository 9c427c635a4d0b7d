import type { ReactElement } from "react";
import { Content, Portal, Provider, Root, Trigger } from "@radix-ui/react-tooltip";

export const TooltipProvider = Provider;

export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Root>
      <Trigger asChild>{children}</Trigger>
      <Portal>
        <Content
          sideOffset={6}
          collisionPadding={8}
          className="z-toast max-w-72 rounded-2 bg-ink px-2 py-1 text-12 text-on-ink shadow-2 anywhere"
        >
          {text}
        </Content>
      </Portal>
    </Root>
  );
}
