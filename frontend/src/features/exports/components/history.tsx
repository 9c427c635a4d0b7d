import { Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import type { ExportRecord } from "@/api/types";
import { Card, Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { shownFilters, useLabels } from "@/features/conversations/filters";
import { searchOfFilter } from "@/features/conversations/url";
import { plural } from "@/lib/words";
import { useDownload } from "../api";
import { bytes, formatName } from "../words";

function Files({ one }: { one: ExportRecord }) {
  const download = useDownload();
  return (
    <ul className="mt-2 grid gap-1.5">
      {one.files.map((file) => (
        <li key={file.name} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12">
          <Button size="s" icon={Download} busy={download.isPending && download.variables.file === file.name} aria-label={`Download ${formatName(file.format)}, ${file.name}`} onClick={() => download.mutate({ id: one.id, file: file.name })}>
            {formatName(file.format)}
          </Button>
          <span className="min-w-0 flex-1 text-text-2 anywhere">
            {file.name}
            <span className="block text-text-3" title={`SHA-256 ${file.sha256}`}>
              {plural(file.rows, "row")}, {bytes(file.bytes)}, fingerprint {file.sha256.slice(0, 12)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What went in, and the way back to it: in the table, or as the filter of another export. */
function Filter({ dataset, one }: { dataset: string; one: ExportRecord }) {
  const labels = useLabels(dataset, undefined);
  const search = searchOfFilter(one.filter);
  const shown = shownFilters(search, labels);
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 text-12 text-text-2">
      <span>{shown.length > 0 ? shown.map((filter) => `${filter.name}: ${filter.text}`).join("; ") : "All approved ones"}</span>
      <Link to="/d/$id" params={{ id: dataset }} search={{ ...search, status: ["approved"] }} className="font-semibold text-primary-text hover:underline">
        Show these rows
      </Link>
      {shown.length > 0 ? (
        <Link to="/d/$id/export" params={{ id: dataset }} search={search} className="font-semibold text-primary-text hover:underline">
          Use this filter again
        </Link>
      ) : null}
    </p>
  );
}

/** What was exported before: who, when, and the same files again by a fresh link. */
export function History({ dataset, exports }: { dataset: string; exports: readonly ExportRecord[] }) {
  if (exports.length === 0) return null;
  return (
    <section className="mt-8" id="history">
      <h2 className="mb-2 text-14 font-semibold">Your exports</h2>
      <ul className="grid gap-2">
        {exports.map((one) => (
          <li key={one.id}>
            <Card className="px-4 py-3">
              <p className="flex flex-wrap items-center gap-x-3 text-13">
                <strong className="font-semibold anywhere">{one.name}</strong>
                <span className="text-text-2">
                  {plural(one.count, "conversation")}, {one.created_by_name}, <Time at={one.created_at} />
                </span>
                {one.state === "building" ? (
                  <span role="status" className="flex items-center gap-1.5 text-st-generating-text">
                    <Spinner size={14} /> Being built, you can leave this page
                  </span>
                ) : null}
              </p>
              <Filter dataset={dataset} one={one} />
              {one.state === "failed" ? (
                <div className="mt-2">
                  <Notice tone="problem" title="This export could not be built.">
                    {one.reason}
                  </Notice>
                </div>
              ) : null}
              {one.state === "ready" ? <Files one={one} /> : null}
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
