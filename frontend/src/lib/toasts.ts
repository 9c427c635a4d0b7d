export interface Toast {
  id: number;
  tone: "done" | "problem" | "info";
  text: string;
  undo?: () => void;
  /** Where the message leads, for what was made out of sight. */
  action?: { label: string; run: () => void };
}

type Listener = () => void;

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<Listener>();

const change = (to: readonly Toast[]): void => {
  toasts = to;
  listeners.forEach((listener) => {
    listener();
  });
};

export const toastStore = {
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: (): readonly Toast[] => toasts,
};

/** At most three at once: the oldest makes room. */
export function toast(text: string, options: Partial<Pick<Toast, "tone" | "undo" | "action">> = {}): number {
  const id = next++;
  change([...toasts.filter((one) => one.text !== text), { id, tone: "done" as const, text, ...options }].slice(-3));
  return id;
}

export const dismiss = (id: number): void => change(toasts.filter((one) => one.id !== id));

let standing: (() => void) | null = null;
/** What a page can take back when no message offers it any more; null when it is left. */
export const standingUndo = (undo: (() => void) | null): void => {
  standing = undo;
};

/** Takes back the newest thing that can be taken back. */
export function undoLast(): boolean {
  const last = toasts.findLast((one) => one.undo);
  if (!last?.undo) {
    standing?.();
    return standing !== null;
  }
  dismiss(last.id);
  last.undo();
  return true;
}
