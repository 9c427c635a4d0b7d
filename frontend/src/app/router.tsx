import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { session } from "@/api/session";
import { Broken } from "@/components/page";
import { readActivitySearch } from "@/features/activity/search";
import { rowsQuery } from "@/features/conversations/api";
import { lastFilter } from "@/features/conversations/last-filter";
import { readReviewSearch, readTableSearch } from "@/features/conversations/url";
import { readCoverageSearch } from "@/features/coverage/words";
import { readFailureSearch } from "@/features/failures/words";
import { asText, parseSearch, stringifySearch, type Search } from "@/lib/search-params";
import { queryClient } from "./query-client";
import { Nowhere, Root } from "./root";
import { Shell } from "./shell";

const rootRoute = createRootRoute({ component: Root, notFoundComponent: Nowhere });

const index = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => redirect({ to: "/datasets", throw: true }),
});

const toSearch = (search: Record<string, unknown>): { to?: string; again?: string } => {
  const given = search as Search;
  const [to, again] = [asText(given["to"]), asText(given["again"])];
  return { ...(to ? { to } : {}), ...(again ? { again } : {}) };
};
const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: toSearch,
  component: lazyRouteComponent(() => import("@/features/identity/sign-in"), "SignInPage"),
});
const signUp = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-up",
  component: lazyRouteComponent(() => import("@/features/identity/sign-up"), "SignUpPage"),
});
const signedIn = createRoute({
  getParentRoute: () => rootRoute,
  path: "/signed-in",
  component: lazyRouteComponent(() => import("@/features/identity/signed-in"), "SignedInPage"),
});

/** Everything below needs a session; a reload gets its token from the cookie, nobody types a password again. */
const inside = createRoute({
  getParentRoute: () => rootRoute,
  id: "_in",
  beforeLoad: async ({ location }) => {
    if (session.snapshot().phase === "unknown") await session.refresh();
    if (session.snapshot().phase === "signed-out") redirect({ to: "/sign-in", search: { to: location.href }, throw: true });
  },
});
const invitation = createRoute({
  getParentRoute: () => inside,
  path: "/invitation",
  validateSearch: (search: Record<string, unknown>): { token?: string } => {
    const token = asText((search as Search)["token"]);
    return token ? { token } : {};
  },
  component: lazyRouteComponent(() => import("@/features/people/invitation"), "InvitationPage"),
});
const start = createRoute({
  getParentRoute: () => inside,
  path: "/start",
  validateSearch: (search: Record<string, unknown>): { dataset?: string } => {
    const dataset = asText((search as Search)["dataset"]);
    return dataset ? { dataset } : {};
  },
  component: lazyRouteComponent(() => import("@/features/start/page"), "StartPage"),
});

/** Outside the frame: reading has the whole screen. */
const review = createRoute({
  getParentRoute: () => inside,
  path: "/d/$id/review",
  validateSearch: readReviewSearch,
  component: lazyRouteComponent(() => import("@/features/review/page"), "ReviewPage"),
});

const shell = createRoute({ getParentRoute: () => inside, id: "_shell", component: Shell });
const datasets = createRoute({
  getParentRoute: () => shell,
  path: "/datasets",
  validateSearch: (search: Record<string, unknown>): { make?: true } => (search["make"] ? { make: true } : {}),
  component: lazyRouteComponent(() => import("@/features/datasets/page"), "DatasetsPage"),
});
const allConversations = createRoute({
  getParentRoute: () => shell,
  path: "/conversations",
  validateSearch: readTableSearch,
  component: lazyRouteComponent(() => import("@/features/conversations/all-page"), "AllConversationsPage"),
});
const dataset = createRoute({ getParentRoute: () => shell, path: "/d/$id" });
const conversations = createRoute({
  getParentRoute: () => dataset,
  path: "/",
  validateSearch: readTableSearch,
  // Who comes back without saying what they want to see gets what they saw last.
  beforeLoad: ({ cause, params, search, preload }) => {
    const kept = cause === "enter" && Object.keys(search).length === 0 ? lastFilter(params.id) : null;
    if (kept) redirect({ to: "/d/$id", params, search: readTableSearch(kept), replace: true, throw: true });
    // The rows are on their way while the page itself is fetched and drawn.
    if (!preload) queryClient.query(rowsQuery(queryClient, params.id, search)).catch(() => undefined);
  },
  component: lazyRouteComponent(() => import("@/features/conversations/page"), "ConversationsPage"),
});
const plan = createRoute({
  getParentRoute: () => dataset,
  path: "plan",
  component: lazyRouteComponent(() => import("@/features/start/plan-page"), "PlanPage"),
});
const words = createRoute({
  getParentRoute: () => dataset,
  path: "words",
  component: lazyRouteComponent(() => import("@/features/vocabulary/page"), "VocabularyPage"),
});
const coverage = createRoute({
  getParentRoute: () => dataset,
  path: "coverage",
  validateSearch: readCoverageSearch,
  component: lazyRouteComponent(() => import("@/features/coverage/page"), "CoveragePage"),
});
const runs = createRoute({
  getParentRoute: () => dataset,
  path: "runs",
  component: lazyRouteComponent(() => import("@/features/runs/list-page"), "RunsPage"),
});
const run = createRoute({
  getParentRoute: () => dataset,
  path: "runs/$batch",
  component: lazyRouteComponent(() => import("@/features/runs/page"), "RunPage"),
});
const failures = createRoute({
  getParentRoute: () => dataset,
  path: "failures",
  validateSearch: readFailureSearch,
  component: lazyRouteComponent(() => import("@/features/failures/page"), "FailuresPage"),
});
const exports = createRoute({
  getParentRoute: () => dataset,
  path: "export",
  validateSearch: readTableSearch,
  component: lazyRouteComponent(() => import("@/features/exports/page"), "ExportPage"),
});
const sources = createRoute({
  getParentRoute: () => shell,
  path: "/sources",
  component: lazyRouteComponent(() => import("@/features/sources/page"), "SourcesPage"),
});
const source = createRoute({
  getParentRoute: () => shell,
  path: "/sources/$document",
  component: lazyRouteComponent(() => import("@/features/sources/document-page"), "DocumentPage"),
});
const templates = createRoute({
  getParentRoute: () => shell,
  path: "/templates",
  component: lazyRouteComponent(() => import("@/features/templates/page"), "TemplatesPage"),
});
const template = createRoute({
  getParentRoute: () => shell,
  path: "/templates/$template",
  component: lazyRouteComponent(() => import("@/features/templates/page"), "TemplatesPage"),
});
const activity = createRoute({
  getParentRoute: () => shell,
  path: "/activity",
  validateSearch: readActivitySearch,
  component: lazyRouteComponent(() => import("@/features/activity/page"), "ActivityPage"),
});
const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/features/settings/page"), "SettingsPage"),
});
const people = createRoute({
  getParentRoute: () => shell,
  path: "/people",
  component: lazyRouteComponent(() => import("@/features/people/page"), "PeoplePage"),
});

const routeTree = rootRoute.addChildren([
  index,
  signIn,
  signUp,
  signedIn,
  inside.addChildren([
    invitation,
    start,
    review,
    shell.addChildren([
      datasets,
      allConversations,
      dataset.addChildren([conversations, plan, words, coverage, runs, run, failures, exports]),
      sources,
      source,
      templates,
      template,
      activity,
      settings,
      people,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultErrorComponent: ({ error, reset }) => <Broken error={error} retry={reset} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
