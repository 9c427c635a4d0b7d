import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { MessagesSquare, Sparkles } from "lucide-react";
import { useMay } from "@/api/queries";
import type { Chunk } from "@/api/types";
import { Crumb, LoadFailed, PageBody, PageHeader } from "@/components/page";
import { ButtonLink } from "@/components/ui/button";
import { Bone, Card, Chip, Waiting } from "@/components/ui/bits";
import { plural } from "@/lib/words";
import { chunksQuery, documentQuery, traceQuery } from "./api";

const route = getRouteApi("/_in/_shell/sources/$document");

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.map(shown).filter(Boolean).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const words = (key: string): string => key.replaceAll("_", " ");

function Passage({ chunk }: { chunk: Chunk }) {
  const dimensions = Object.entries(chunk.dimensions)
    .map(([key, value]) => [words(key), shown(value)] as const)
    .filter(([, value]) => value !== "");
  const [asked, setAsked] = useState(false);
  const trace = useQuery({ ...traceQuery(chunk.id), enabled: asked });
  const used = trace.data?.conversation_ids.length;
  return (
    <Card className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-1.5">
        <h2 className="mr-2 text-13 font-semibold">Passage {chunk.number}</h2>
        {chunk.include_in_training ? null : <Chip>Kept out of training</Chip>}
        {chunk.pii_flag ? <Chip>Holds personal data</Chip> : null}
        {chunk.ip_sensitivity ? <Chip name="Confidential">{chunk.ip_sensitivity}</Chip> : null}
      </div>
      <p className="mt-2 max-w-(--measure) text-15 whitespace-pre-wrap anywhere">{chunk.text}</p>
      {dimensions.length > 0 ? (
        <details className="mt-2 text-12" onToggle={() => setAsked(true)}>
          <summary className="text-text-2">{plural(dimensions.length, "dimension")}, and where it is used</summary>
          {used === undefined ? null : <p className="mt-2 font-semibold">{used > 0 ? `Used in ${plural(used, "conversation")}.` : "Not used in a conversation yet."}</p>}
          <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[180px_1fr]">
            {dimensions.map(([key, value]) => (
              <div key={key} className="contents">
                <dt className="text-text-3">{key}</dt>
                <dd className="anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </Card>
  );
}

export function DocumentPage() {
  const { document: id } = route.useParams();
  const document = useQuery(documentQuery(id));
  const chunks = useQuery(chunksQuery(id));
  const mayPlan = useMay("editor");
  const error = document.error ?? chunks.error;
  return (
    <>
      <PageHeader
        title={document.data?.title ?? ""}
        before={
          <Crumb>
            <Link to="/sources" className="hover:underline">
              Sources
            </Link>
          </Crumb>
        }
        after={document.data ? <span className="text-13 text-text-2">{`${document.data.category}, ${plural(document.data.chunk_count, "passage")}`}</span> : null}
      >
        <ButtonLink to="/conversations" search={{ document_id: [id] }} icon={MessagesSquare}>
          Conversations from it
        </ButtonLink>
        {mayPlan ? (
          <ButtonLink variant="primary" to="/datasets" search={{ make: true }} icon={Sparkles}>
            Plan conversations
          </ButtonLink>
        ) : null}
      </PageHeader>
      <PageBody>
        {error ? <LoadFailed what="this document" error={error} retry={() => void Promise.all([document.refetch(), chunks.refetch()])} /> : null}
        {chunks.isLoading ? (
          <Waiting>
            <Bone className="h-24 rounded-3" />
          </Waiting>
        ) : null}
        <div className="grid max-w-230 gap-3">
          {chunks.data?.map((chunk) => (
            <Passage key={chunk.id} chunk={chunk} />
          ))}
        </div>
      </PageBody>
    </>
  );
}
