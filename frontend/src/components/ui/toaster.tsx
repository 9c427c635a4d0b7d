import { useEffect, useState, useSyncExternalStore } from "react";
import { CheckCircle2, Info, X, XCircle } from "lucide-react";
import { cx } from "@/lib/cx";
import { useShortcuts } from "@/lib/shortcuts";
import { dismiss, toastStore, undoLast, type Toast } from "@/lib/toasts";
import { Kbd } from "./bits";
import { Button, IconButton } from "./button";

const ICONS = {
  done: { icon: CheckCircle2, colour: "text-st-approved" },
  problem: { icon: XCircle, colour: "text-st-rejected" },
  info: { icon: Info, colour: "text-st-generating" },
};

const lifetime = (toast: Toast): number | null => (toast.tone === "problem" ? null : toast.undo || toast.action ? 10_000 : 6000);

function Line({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const after = lifetime(toast);
    if (after === null || held) return undefined;
    const timer = setTimeout(() => dismiss(toast.id), after);
    return () => clearTimeout(timer);
  }, [toast, held]);
  const { icon: Icon, colour } = ICONS[toast.tone];
  const hold = { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) };
  return (
    <li {...hold} className="pointer-events-auto flex max-w-full animate-popover items-center gap-3 rounded-3 border border-line bg-raised py-2 pr-2 pl-3.5 text-13 shadow-2">
      <Icon aria-hidden size={16} strokeWidth={1.75} className={cx("shrink-0", colour)} />
      <span className="anywhere">{toast.text}</span>
      {toast.action ? (
        <Button
          size="s"
          onClick={() => {
            dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      {toast.undo ? (
        <Button
          size="s"
          onClick={() => {
            dismiss(toast.id);
            toast.undo?.();
          }}
        >
          Undo <Kbd>Z</Kbd>
        </Button>
      ) : null}
      <IconButton icon={X} label="Close this message" size="s" onClick={() => dismiss(toast.id)} />
    </li>
  );
}

export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.snapshot);
  useShortcuts({ z: () => undoLast() });
  return (
    <ol aria-live="polite" aria-label="Messages" className="pointer-events-none fixed inset-x-4 bottom-13 z-toast in-[:has([role=dialog])]:top-2 in-[:has([role=dialog])]:bottom-auto m-auto grid w-fit justify-items-center gap-2">
      {toasts.map((one) => (
        <Line key={one.id} toast={one} />
      ))}
    </ol>
  );
}
