import type { ReactNode } from "react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { Toaster } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";

export const testClient = (): QueryClient => new QueryClient({ defaultOptions: { queries: { retry: false } } });

/** A component in the frame that it needs: queries, tooltips, messages, and a router that goes nowhere. */
export function renderInApp(element: ReactNode, client = testClient()) {
  const root = createRootRoute();
  const here = createRoute({ getParentRoute: () => root, path: "$", component: () => element });
  const router = createRouter({ routeTree: root.addChildren([here]), history: createMemoryHistory({ initialEntries: ["/here"] }) });
  const view = render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <RouterProvider router={router as never} />
        <Toaster />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { ...view, client, router };
}
