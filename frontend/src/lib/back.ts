import { session } from "@/api/session";

const LOOK_AGAIN_MS = 5000;

/** Calls when the server may be in reach again: the network is back, somebody signed in again, some seconds have passed. */
export function whenBack(tryAgain: () => void): () => void {
  let phase = session.snapshot().phase;
  const unsubscribe = session.subscribe(() => {
    const now = session.snapshot().phase;
    if (phase !== "signed-in" && now === "signed-in") tryAgain();
    phase = now;
  });
  const timer = setInterval(() => {
    if (!document.hidden && navigator.onLine && phase !== "ended") tryAgain();
  }, LOOK_AGAIN_MS);
  window.addEventListener("online", tryAgain);
  return () => {
    unsubscribe();
    clearInterval(timer);
    window.removeEventListener("online", tryAgain);
  };
}
