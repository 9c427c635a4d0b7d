import { useRef, type ReactNode } from "react";
import { Close, Content, Description, Portal, Root, Title } from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import { cx } from "@/lib/cx";
import { Button, IconButton, type Variant } from "./button";

const WIDTHS = { narrow: "max-w-120", wide: "max-w-170", broad: "max-w-235" };

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: string;
  footer: ReactNode;
  footnote?: string;
  width?: keyof typeof WIDTHS;
  children?: ReactNode;
}

/** The dialog itself, so that it is read from its title on, or the button that is marked as the way out. */
function focusFirst(event: Event): void {
  event.preventDefault();
  const dialog = event.currentTarget;
  if (dialog instanceof HTMLElement) (dialog.querySelector<HTMLElement>("[data-way-out]") ?? dialog).focus();
}

/** Where the focus was comes back: the library only knows dialogs that have a trigger of their own. */
function useReturn() {
  const opener = useRef<Element | null>(null);
  const onOpenAutoFocus = (event: Event): void => {
    opener.current = document.activeElement;
    focusFirst(event);
  };
  const onCloseAutoFocus = (event: Event): void => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return { onOpenAutoFocus, onCloseAutoFocus };
}

/**
 * Title a question, body the consequences. The scrim is ours: the library's own overlay writes a style element,
 * which the content security policy refuses.
 */
export function Dialog({ open, onClose, title, description, footer, footnote, width = "wide", children }: Props) {
  const focus = useReturn();
  return (
    <Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Portal>
        <div aria-hidden className="fixed inset-0 z-scrim bg-scrim" />
        <Content
          {...(description ? {} : { "aria-describedby": undefined })}
          {...focus}
          className={cx(
            "fixed inset-0 z-dialog m-auto flex h-fit max-h-[calc(100dvh-32px)] w-[calc(100%-32px)] animate-dialog flex-col",
            "overflow-hidden rounded-4 border border-line bg-surface shadow-3 outline-none",
            WIDTHS[width],
          )}
        >
          <header className="flex items-start gap-4 px-6 pt-5 pb-3">
            <div className="min-w-0 flex-1">
              <Title className="text-18 font-title anywhere">{title}</Title>
              {description ? <Description className="text-13 text-text-2">{description}</Description> : null}
            </div>
            <Close asChild>
              <IconButton icon={X} label="Close" hint="Esc" size="s" />
            </Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-5">{children}</div>
          <footer className="flex flex-wrap items-center justify-end gap-2.5 border-t border-line bg-sunken px-6 py-3.5">
            {footnote ? <p className="mr-auto text-12 text-text-3">{footnote}</p> : null}
            {footer}
          </footer>
        </Content>
      </Portal>
    </Root>
  );
}

interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  verb: string;
  variant?: Variant;
  busy?: boolean;
  children: ReactNode;
}

/** For what touches many at once or can't be taken back. Cancel is as large as the verb and has the first focus. */
export function Confirm({ open, onClose, onConfirm, title, verb, variant = "primary", busy, children }: ConfirmProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      width="narrow"
      footer={
        <>
          {/* The first focus belongs on the way out of something that can't be taken back. */}
          <Button size="l" onClick={onClose} data-way-out="">
            Cancel
          </Button>
          <Button size="l" variant={variant} onClick={onConfirm} busy={busy ?? false}>
            {verb}
          </Button>
        </>
      }
    >
      <div className="grid gap-2 text-13 text-text-2">{children}</div>
    </Dialog>
  );
}
