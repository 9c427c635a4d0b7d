import { lazy, Suspense } from "react";
import { FollowedOnes } from "./components/followed";
import { useAsk } from "./state";

const GenerateDialog = lazy(() => import("./dialog").then((module) => ({ default: module.GenerateDialog })));

/** Mounted once, in the frame; the dialog is fetched when it is first asked for. */
export function GenerateHost() {
  const asked = useAsk();
  return (
    <>
      <FollowedOnes />
      {asked ? (
        <Suspense>
          <GenerateDialog asked={asked} />
        </Suspense>
      ) : null}
    </>
  );
}
