import { lazy, Suspense, type ComponentProps } from "react";

const Comparison = lazy(() => import("./compare").then((module) => ({ default: module.Compare })));

/** Fetched when two versions are first put side by side. */
export const Compare = (props: ComponentProps<typeof Comparison>) => (
  <Suspense>
    <Comparison {...props} />
  </Suspense>
);
