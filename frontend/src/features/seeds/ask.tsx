import { lazy, Suspense, useState, type ReactNode } from "react";

const SeedsDialog = lazy(() => import("./dialog").then((module) => ({ default: module.SeedsDialog })));

/** What asks for the dialog, and the dialog itself, to stand anywhere on the page. */
export function useSeedsDialog(dataset: string): { ask: () => void; dialog: ReactNode } {
  const [open, setOpen] = useState(false);
  const dialog = open ? (
    <Suspense>
      <SeedsDialog dataset={dataset} onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
  return { ask: () => setOpen(true), dialog };
}
