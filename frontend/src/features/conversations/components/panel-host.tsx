import { lazy, Suspense, type ComponentProps } from "react";

const load = () => import("./panel").then((module) => ({ default: module.Panel }));
const Reader = lazy(load);

/** Has the panel at hand before a row is opened; where that fails, opening one fetches it. */
export const preparePanel = (): void => void load().catch(() => undefined);

/** Fetched once the table stands, which needs none of it. */
export const Panel = (props: ComponentProps<typeof Reader>) => (
  <Suspense fallback={<section aria-label="Conversation" aria-busy className="w-160 shrink-0 border-l border-line bg-surface max-lg:w-full min-[1600px]:w-190" />}>
    <Reader {...props} />
  </Suspense>
);
