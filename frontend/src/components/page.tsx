import { useEffect, type ReactNode } from "react";
import { AlertTriangle, LifeBuoy, Lock, RefreshCw, SearchX } from "lucide-react";
import { Problem, sentenceOf } from "@/api/problem";
import { cx } from "@/lib/cx";
import { titlePage } from "@/lib/title";
import { ContactSupport, referenceOf } from "./support";
import { Button, ButtonLink } from "./ui/button";
import { EmptyState } from "./ui/notice";

/** The bar at the top of every page: one title, what leads here, one primary action. */
export function PageHeader({ title, before, after, children }: { title: string; before?: ReactNode; after?: ReactNode; children?: ReactNode }) {
  useEffect(() => titlePage(title), [title]);
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-6 gap-y-2 border-b border-line bg-surface px-5 py-2 max-lg:pl-16">
      {before}
      <h1 className="min-w-0 truncate text-18 font-title" title={title}>
        {title || <span className="sr-only">Loading</span>}
      </h1>
      {after}
      <div className="ml-auto flex flex-wrap items-center gap-2.5">{children}</div>
    </header>
  );
}

export const PageBody = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={cx("relative min-h-0 flex-1 overflow-y-auto p-5", className)}>{children}</div>
);

export const Crumb = ({ children }: { children: ReactNode }) => (
  <span className="flex items-center gap-3 text-13 text-text-2">
    {children}
    <span aria-hidden className="-mr-3">/</span>
  </span>
);

/** A page that could not be loaded says which, why, and what helps. */
export function LoadFailed({ what, error, retry }: { what: string; error: unknown; retry: () => void }) {
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  if (error instanceof Problem && error.status === 403) {
    return (
      <EmptyState icon={Lock} title="This is not part of your role" actions={<ButtonLink to="/datasets">Back to Datasets</ButtonLink>}>
        {error.message}
      </EmptyState>
    );
  }
  const details = error instanceof Problem ? `${error.code}, ${String(error.status)}${error.requestId ? `, ${error.requestId}` : ""}` : null;
  return (
    <EmptyState
      icon={AlertTriangle}
      tone="problem"
      title={`We could not load ${what}`}
      details={details}
      actions={
        <>
          <Button icon={RefreshCw} onClick={retry}>
            Try again
          </Button>
          {error instanceof Problem ? <ContactSupport what={`We could not load ${what}`} reference={error.requestId} /> : null}
        </>
      }
    >
      Nothing is lost. {sentenceOf(error)} {referenceOf(error) ? `Reference ${referenceOf(error) ?? ""}.` : ""}
    </EmptyState>
  );
}

export const NotFound = () => (
  <EmptyState icon={SearchX} title="This page is not here" actions={<ButtonLink to="/datasets">Back to Datasets</ButtonLink>}>
    This page is not here, or belongs to another workspace.
  </EmptyState>
);

export const Broken = ({ error, retry }: { error: unknown; retry: () => void }) => (
  <EmptyState
    icon={LifeBuoy}
    tone="problem"
    title="Something went wrong on our side"
    details={error instanceof Error ? `${error.name}: ${error.message}` : null}
    actions={
      <>
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        <ButtonLink to="/datasets">Back to Datasets</ButtonLink>
        <ContactSupport what="Something went wrong on our side" reference={referenceOf(error)} />
      </>
    }
  >
    Your work is saved.
  </EmptyState>
);
