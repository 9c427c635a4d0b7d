import { lazy, Suspense } from "react";
import { useAskedSituation } from "./state";

const SituationDialog = lazy(() => import("./dialog").then((module) => ({ default: module.SituationDialog })));

/** Mounted once, in the frame: it outlives the badge or the panel that asked for it. */
export function SituationHost() {
  const asked = useAskedSituation();
  return asked ? (
    <Suspense>
      <SituationDialog key={asked.id} asked={asked} />
    </Suspense>
  ) : null;
}
