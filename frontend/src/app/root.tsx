import { useSyncExternalStore } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { LogIn, WifiOff } from "lucide-react";
import { session } from "@/api/session";
import { NotFound } from "@/components/page";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Toaster } from "@/components/ui/toaster";
import { sendWaiting, useSending } from "@/features/conversations/sending";
import { told } from "@/features/conversations/waiting";
import { useOnline } from "@/lib/media";

/** Signing in again happens in a window of its own, so that nothing typed on this page is lost. */
function SignInAgain() {
  const { phase } = useSyncExternalStore(session.subscribe, session.snapshot);
  const open = (): void => {
    window.open("/sign-in?again=1", "br-sign-in", "popup,width=480,height=680");
  };
  return (
    <Dialog
      open={phase === "ended"}
      onClose={() => undefined}
      title="Please sign in again"
      width="narrow"
      footer={
        <Button variant="primary" size="l" icon={LogIn} onClick={open}>
          Sign in
        </Button>
      }
    >
      <p className="text-13 text-text-2">
        You were away for a while. What you were typing is still here and will be saved after you sign in.
      </p>
    </Dialog>
  );
}

function Offline() {
  const online = useOnline();
  const client = useQueryClient();
  const waiting = useSending().filter((one) => one.away);
  if (online && waiting.length === 0) return null;
  const tryNow = (): void => {
    if (waiting[0]) void sendWaiting(client, waiting[0].person);
    void client.refetchQueries({ type: "active" });
  };
  const kept = waiting.length > 0 ? `${told(waiting, ["is", "are"])} kept on this computer and` : "What you decide and type is kept on this computer and";
  const goes = waiting.length === 0 || told(waiting, ["one", "more"]).endsWith("one") ? "goes" : "go";
  return (
    <div className="p-2">
      <Notice
        tone="warn"
        icon={WifiOff}
        title={online ? "The server does not answer." : "You are offline."}
        action={
          <Button size="s" onClick={tryNow}>
            Try now
          </Button>
        }
      >
        Keep reading. {kept} {goes} out when you are back.
      </Notice>
    </div>
  );
}

/** An address that leads nowhere, outside of any frame. */
export const Nowhere = () => (
  <main className="grid h-full p-5">
    <h1 className="sr-only">Not found</h1>
    <NotFound />
  </main>
);

export function Root() {
  return (
    <div className="flex h-full flex-col">
      <Offline />
      <div className="min-h-0 flex-1">
        <Outlet />
      </div>
      <SignInAgain />
      <Toaster />
    </div>
  );
}
