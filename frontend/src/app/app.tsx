import { useEffect } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { session } from "@/api/session";
import { TooltipProvider } from "@/components/ui/tooltip";
import { queryClient } from "./query-client";
import { router } from "./router";

/** Another tab or the sign-in window has renewed the cookie: take a new token and ask again what was refused. */
function useOtherTabs(): void {
  useEffect(() => {
    const channel = new BroadcastChannel("br.session");
    channel.onmessage = () => {
      void session.refresh().then(() => queryClient.refetchQueries({ type: "active" }));
    };
    return () => channel.close();
  }, []);
}

export function App() {
  useOtherTabs();
  return (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider delayDuration={400} skipDelayDuration={200}>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>
  );
}
