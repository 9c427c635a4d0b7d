import { useEffect, useRef, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Copy, Maximize2, Minimize2, SearchX, X } from "lucide-react";
import { post } from "@/api/client";
import { meQuery, useReadOnlyReason } from "@/api/queries";
import type { Conversation, ConversationRow } from "@/api/types";
import { LoadFailed } from "@/components/page";
import { shownStatus, StatusBadge } from "@/components/status";
import { Bone, Kbd, Waiting } from "@/components/ui/bits";
import { Button, IconButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { useGenerate } from "@/features/generate/state";
import { cx } from "@/lib/cx";
import { useShortcuts } from "@/lib/shortcuts";
import { toast } from "@/lib/toasts";
import { conversationQuery, versionQuery } from "../api";
import { leftOff } from "../drafts";
import { DecisionBar } from "./decision-bar";
import { FailedPanel, PlannedPanel } from "./panel-states";
import { Compare, useRoomForThree } from "./compare";
import type { Others } from "./other-ones";
import { Reading } from "./reading";
import { SayWhat } from "./say-what";
import { VersionBar } from "./version-bar";

interface Props {
  row: ConversationRow | null;
  missing: boolean;
  items: readonly ConversationRow[];
  position: number;
  total: number;
  /** The versions that stand side by side, as the address says. */
  compare: number[] | null;
  others: Others;
  onCompare: (numbers: number[] | null) => void;
  onOpen: (row: ConversationRow) => void;
  onClose: () => void;
}

const asText = (one: Conversation): string =>
  one.version?.turns.map((turn) => `${turn.role === "user" ? "USER" : "ASSISTANT"}\n${turn.content}`).join("\n\n") ?? "";

export function Panel({ row, missing, items, position, total, compare, others, onCompare, onOpen, onClose }: Props) {
  const [chosenFull, setFull] = useState(false);
  const roomForThree = useRoomForThree();
  const full = chosenFull || (roomForThree && compare?.length === 3);
  const region = useRef<HTMLElement>(null);
  const at = items.findIndex((one) => one.id === row?.id);
  const [before, after] = [at > 0 ? items[at - 1] : undefined, at >= 0 ? items[at + 1] : undefined];
  useEffect(() => region.current?.focus({ preventScroll: true }), [row?.id]);
  const step = (to: ConversationRow | undefined) => (): void => {
    if (to) onOpen(to);
  };
  useShortcuts({ j: step(after), k: step(before), Escape: onClose });

  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label={row ? `Conversation ${row.ref}` : "Conversation"}
      className={cx(
        "flex min-h-0 flex-col border-l border-line bg-surface outline-none",
        full ? "absolute inset-0 z-panel" : "w-160 shrink-0 animate-panel max-lg:w-full min-[1600px]:w-190",
      )}
    >
      <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line px-5">
        <h2 className="text-13 ref-id">{row?.ref}</h2>
        {row ? (
          <span className="ml-2">
            <StatusBadge status={shownStatus(row)} />
          </span>
        ) : null}
        <span className="ml-auto" />
        {row ? (
          <>
            {position > 0 ? (
              <span className="tnum mr-1 text-13 text-text-2">
                {position} of {total}
              </span>
            ) : null}
            <IconButton icon={ChevronLeft} label="Previous" hint="K" size="s" disabledReason={!before && "This is the first on this page"} onClick={step(before)} />
            <IconButton icon={ChevronRight} label="Next" hint="J" size="s" disabledReason={!after && "This is the last on this page"} onClick={step(after)} />
          </>
        ) : null}
        <CopyButton row={row} />
        <IconButton icon={full ? Minimize2 : Maximize2} label={full ? "Beside the table" : "Full screen"} size="s" className="max-lg:hidden" onClick={() => setFull(!full)} />
        <IconButton icon={X} label="Close" hint="Esc" size="s" onClick={onClose} />
      </header>
      {row ? <Body key={row.id} row={row} compare={compare} others={others} onCompare={onCompare} /> : null}
      {missing ? (
        <div className="p-5">
          <EmptyState icon={SearchX} title="This conversation is not here">
            It may have another number, or belong to another dataset.
          </EmptyState>
        </div>
      ) : null}
    </section>
  );
}

function CopyButton({ row }: { row: ConversationRow | null }) {
  const { data } = useQuery({ ...conversationQuery(row?.id ?? ""), enabled: Boolean(row) });
  const copy = (): void => {
    if (!data?.version) return;
    navigator.clipboard.writeText(asText(data)).then(
      () => toast(`${data.ref} copied.`),
      () => toast("The browser did not allow copying.", { tone: "problem" }),
    );
  };
  useShortcuts({ y: copy });
  if (!data?.version) return null;
  return <IconButton icon={Copy} label="Copy the conversation" hint="Y" size="s" onClick={copy} />;
}

type Shown = Pick<Props, "compare" | "others" | "onCompare">;

function Body({ row, ...shown }: Shown & { row: ConversationRow }) {
  const query = useQuery(conversationQuery(row.id));
  if (query.error && !query.data) {
    return (
      <div className="p-5">
        <LoadFailed what={row.ref} error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (query.data) return <Loaded one={query.data} {...shown} />;
  return (
    <Waiting>
      <div className="grid gap-4 p-5">
        <Bone className="h-4 w-2/3" />
        <Bone className="w-full" />
        <Bone className="w-5/6" />
        <Bone className="w-3/4" />
      </div>
    </Waiting>
  );
}

function Loaded({ one, compare, others, onCompare }: Shown & { one: Conversation }) {
  const client = useQueryClient();
  const readOnly = useReadOnlyReason("editor");
  const person = useQuery(meQuery).data?.user.id ?? "";
  const [kept] = useState(() => (readOnly ? null : leftOff(person, one)));
  const [chosen, setChosen] = useState(kept?.version ?? null);
  const [turn, setTurn] = useState(kept?.turn ?? null);
  const [saying, setSaying] = useState(false);
  const { ask } = useGenerate();
  const number = chosen ?? one.version?.number ?? null;
  const older = useQuery({ ...versionQuery(one.id, number ?? 0), enabled: number !== null && number !== one.version?.number });
  // A draft goes on changing: whatever moved the row may have changed a version that is on the screen.
  useEffect(() => void client.invalidateQueries({ queryKey: ["version", one.id] }), [client, one.id, one.revision]);
  const version = number === one.version?.number ? one.version : (older.data ?? null);
  const seen = version?.number ?? null;
  // Edge cases are approved many at once only by someone who had them on screen.
  useEffect(() => {
    if (seen !== null) post(`/conversations/${one.id}/opened`, { version: seen }).catch(() => undefined);
  }, [one.id, seen]);
  const open = one.status === "queued" || one.status === "generating";
  const mayEdit = !readOnly && !open && version !== null;
  const pair = compare && compare.every((each) => one.versions.some((line) => line.number === each && !line.removed)) ? compare : null;
  return (
    <>
      <PanelKeys active={mayEdit && !pair && turn === null} edit={() => setTurn(turnAtHand())} say={() => setSaying(true)} />
      <div className="relative min-h-0 flex-1 overflow-y-auto px-5 py-4">
        {version && pair ? <Compare one={one} numbers={pair} onChange={onCompare} onClose={() => onCompare(null)} /> : null}
        {version && !pair ? <VersionBar one={one} shown={version.number} onShow={setChosen} onCompare={onCompare} /> : null}
        {one.status === "failed" && one.failure ? <FailedPanel one={one} /> : null}
        {version && !pair ? (
          <Reading one={one} version={version} {...(mayEdit ? { editing: { turn, begin: setTurn, stored: setChosen, end: () => setTurn(null) } } : {})} />
        ) : null}
        {!version && one.status !== "failed" ? <PlannedPanel one={one} /> : null}
      </div>
      {mayEdit && !pair && turn === null ? (
        saying ? (
          <SayWhat one={one} version={version.number} turn={null} others={others} onAsked={() => setSaying(false)} />
        ) : (
          <p className="flex gap-3 border-t border-line px-5 py-1.5">
            <Button size="s" variant="link" onClick={() => setSaying(true)}>
              Say what should change <Kbd>I</Kbd>
            </Button>
            {one.is_seed ? null : (
              <Button size="s" variant="link" onClick={() => ask({ dataset: one.dataset_id, selection: { ids: [one.id] }, one, again: 1 })}>
                Generate again
              </Button>
            )}
          </p>
        )
      ) : null}
      {version && !open && !pair ? <DecisionBar one={one} version={version.number} /> : null}
    </>
  );
}

/** The turn that has the focus (a reason that points at it gives it), or the first. */
const turnAtHand = (): number => Number(document.activeElement?.closest("article[id^=turn-]")?.id.slice("turn-".length)) || 1;

function PanelKeys({ active, edit, say }: { active: boolean; edit: () => void; say: () => void }) {
  useShortcuts({ e: edit, i: say }, active);
  return null;
}
