import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BookOpen, Upload } from "lucide-react";
import { useMay } from "@/api/queries";
import { SimpleTable } from "@/components/data-table/simple";
import { LoadFailed, PageBody, PageHeader } from "@/components/page";
import { Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { documentsQuery } from "./api";
import { ImportDialog } from "./components/import";

export function SourcesPage() {
  const documents = useQuery(documentsQuery);
  const [importing, setImporting] = useState(false);
  const action = useMay("editor") ? (
    <Button icon={Upload} variant="primary" onClick={() => setImporting(true)}>
      Import documents
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title="Sources" after={<span className="text-13 text-text-2 max-lg:hidden">What you know that others don’t: facts come from here</span>}>
        {documents.data?.items.length ? action : null}
      </PageHeader>
      <PageBody>
        {documents.error && !documents.data ? (
          <LoadFailed what="your documents" error={documents.error} retry={() => void documents.refetch()} />
        ) : (
          <SimpleTable
            label="Documents"
            rows={documents.data?.items}
            rowKey={(one) => one.id}
            columns={[
              {
                head: "Title",
                cell: (one) => (
                  <Link to="/sources/$document" params={{ document: one.id }} className="font-semibold text-primary-text hover:underline">
                    {one.title}
                  </Link>
                ),
              },
              { head: "Category", cell: (one) => one.category },
              { head: "Passages", right: true, cell: (one) => one.chunk_count },
              { head: "Changed", cell: (one) => <Time at={one.updated_at} /> },
            ]}
            empty={
              <EmptyState icon={BookOpen} title="No documents yet" actions={action}>
                Import what your firm knows. Scenarios and edge cases are built on its passages, and every figure is compared
                with them.
              </EmptyState>
            }
          />
        )}
      </PageBody>
      {importing ? <ImportDialog onClose={() => setImporting(false)} /> : null}
    </>
  );
}
