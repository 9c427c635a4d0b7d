import { Download } from "lucide-react";
import type { ExportRecord } from "@/api/types";
import { Card, Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
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

/** What was exported before: who, when, and the same files again by a fresh link. */
export function History({ exports }: { exports: readonly ExportRecord[] }) {
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
