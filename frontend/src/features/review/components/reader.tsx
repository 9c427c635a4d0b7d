import { useEffect, useRef, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Undo2 } from "lucide-react";
import { keys, useMay } from "@/api/queries";
import type { Conversation } from "@/api/types";
import { OwnExample } from "@/components/own-example";
import { LoadFailed } from "@/components/page";
import { shownStatus, StatusBadge } from "@/components/status";
import { Bone, Kbd, Waiting } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { conversationQuery } from "@/features/conversations/api";
import { Compare } from "@/features/conversations/components/compare-host";
import { CopyButton } from "@/features/conversations/components/copy-button";
import { DecisionBar } from "@/features/conversations/components/decision-bar";
import { FailedPanel, PlannedPanel } from "@/features/conversations/components/panel-states";
import { AlsoReading, Decided } from "@/features/conversations/components/reading";
import { SayWhat } from "@/features/conversations/components/say-what";
import { commentingOf, editingOf, Turns } from "@/features/conversations/components/turns";
import { Stars } from "@/features/conversations/components/stars";
import { VersionBar } from "@/features/conversations/components/version-bar";
import { useDeciding } from "@/features/conversations/deciding";
import { turnAtHand, useOnScreen } from "@/features/conversations/opened";
import { useReadingTime } from "@/features/conversations/reading-time";
import { useMedia } from "@/lib/media";
import { useShortcuts } from "@/lib/shortcuts";
import { undoLast } from "@/lib/toasts";
import { plural } from "@/lib/words";
import type { Done, Item } from "../queue";
import { Side } from "./side";

const WORDS_A_MINUTE = 230;

interface Props {
  item: Item;
  compare: number[] | null;
  onCompare: (numbers: number[] | null) => void;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  onExit: () => void;
  onDone: (done: Done) => void;
  onRefused: (id: string) => void;
  canUndo: boolean;
}

/** One conversation with the whole screen for it. */
export function Reader(props: Props) {
  const query = useQuery(conversationQuery(props.item.id));
  if (query.data) return <Loaded one={query.data} {...props} />;
  return (
    <div className="min-w-0 flex-1 p-10">
      {query.error ? (
        <LoadFailed what={props.item.ref} error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Waiting>
          <div className="grid max-w-180 gap-4">
            <Bone className="h-5 w-1/2" />
            <Bone className="w-full" />
            <Bone className="w-5/6" />
            <Bone className="w-3/4" />
          </div>
        </Waiting>
      )}
    </div>
  );
}

function Loaded({ one, item, compare, onCompare, onPrevious, onNext, onExit, onDone, onRefused, canUndo }: Props & { one: Conversation }) {
  const client = useQueryClient();
  const screen = useOnScreen(one, compare);
  const { version, pair, mayEdit, working, saying } = screen;
  const mayComment = useMay("reviewer");
  const [began] = useState({ latest: one.latest_version, status: one.status });
  const facts = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const below = useMedia("(max-width: 1023px)");
  const deciding = useDeciding({
    one,
    version: version?.number ?? 0,
    saveRef: screen.saveRef,
    readingTime: useReadingTime(),
    onDecided: (decision, seconds) => {
      const now = client.getQueryData<Conversation>(keys.conversation(one.id));
      onDone({ item, decision, seconds, edited: (now?.latest_version ?? 0) > began.latest || screen.turn !== null, before: began.status });
    },
    onRefused: () => onRefused(one.id),
    quiet: true,
  });
  useEffect(() => text.current?.focus({ preventScroll: true }), []);
  useShortcuts({
    j: () => onNext?.(),
    k: () => onPrevious?.(),
    ArrowDown: () => toTurn(1),
    ArrowUp: () => toTurn(-1),
    m: () => mayComment && version !== null && !pair && screen.comment(turnAtHand()),
    e: () => mayEdit && !pair && screen.edit(turnAtHand()),
    i: () => mayEdit && !pair && !one.is_seed && screen.say(true),
    t: () => {
      facts.current?.scrollIntoView({ block: "start" });
      facts.current?.focus();
    },
    v: () => document.querySelector<HTMLElement>("select[aria-label=Version]")?.focus(),
    Escape: () => (deciding.asking ? deciding.cancel() : saying ? screen.say(false) : pair ? onCompare(null) : onExit()),
  });
  const side = version ? <Side one={one} version={version} facts={facts} /> : null;
  const ways = (
    <Ways onPrevious={onPrevious} onNext={onNext} canUndo={canUndo} />
  );
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1">
        <section ref={text} tabIndex={-1} aria-label={`Conversation ${one.ref}`} className="min-w-0 flex-1 overflow-y-auto px-10 py-5 outline-none max-lg:px-5">
          {version && pair ? (
            <Compare one={one} numbers={pair} large onChange={onCompare} onClose={() => onCompare(null)} onKeep={deciding.keep} />
          ) : (
            <div className="mx-auto max-w-180">
              <Heading one={one} readers={screen.readers} title={version?.title ?? ""} turns={version?.turns.map((each) => each.content) ?? []} />
              {version ? <VersionBar one={one} shown={version.number} onShow={screen.show} onCompare={onCompare} /> : null}
              {one.status === "failed" && one.failure ? <FailedPanel one={one} /> : null}
              <Decided one={one} />
              {version ? (
                <div className="mt-3 border-t border-line">
                  <Turns one={one} version={version} editing={editingOf(screen)} commenting={commentingOf(screen, mayComment)} large />
                </div>
              ) : one.status === "failed" ? null : (
                <PlannedPanel one={one} />
              )}
              {below ? <div className="mt-4">{side}</div> : null}
            </div>
          )}
        </section>
        {pair || below || !side ? null : <aside aria-label="Score and facts" className="w-83 shrink-0 overflow-y-auto border-l border-line bg-bg p-4.5">{side}</aside>}
      </div>
      {saying && mayEdit && !pair && version ? <SayWhat one={one} version={version.number} turn={null} onAsked={() => screen.say(false)} /> : null}
      {version && !working && !pair ? (
        <DecisionBar one={one} version={version} deciding={deciding} large before={ways} />
      ) : (
        <footer className="flex shrink-0 items-center border-t border-line px-4 py-3.5">{ways}</footer>
      )}
    </div>
  );
}

function Heading({ one, readers, title, turns }: { one: Conversation; readers: readonly string[]; title: string; turns: readonly string[] }) {
  const words = turns.join(" ").split(/\s+/).length;
  const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
  return (
    <header className="mb-3">
      <p className="mb-1 flex items-center gap-2 text-12 text-text-2">
        <span className="ref-id">{one.ref}</span>
        <StatusBadge status={shownStatus(one)} />
        {one.is_seed ? <OwnExample /> : null}
        <span className="ml-auto" />
        <AlsoReading names={readers} />
        {one.version ? <Stars one={one} /> : null}
        <CopyButton row={one} />
      </p>
      {title ? (
        <>
          <h2 className="text-22 font-title anywhere">{title}</h2>
          <p className="mt-0.5 text-13 text-text-2">
            {[one.arc, one.tone && `${one.arc ? one.tone.toLowerCase() : one.tone} tone`, one.intent.toLowerCase()].filter(Boolean).join(", ").replace(/.$/, "$&.")} {plural(turns.length, "turn")}, about {plural(minutes, "minute")} to read.
          </p>
        </>
      ) : null}
    </header>
  );
}

function Ways({ onPrevious, onNext, canUndo }: Pick<Props, "onPrevious" | "onNext" | "canUndo">) {
  return (
    <>
      <Button variant="quiet" icon={ChevronLeft} className="h-10! max-lg:px-2!" disabledReason={!onPrevious && "This is the first"} onClick={() => onPrevious?.()}>
        <span className="max-[1439px]:sr-only">Previous</span> <Kbd>K</Kbd>
      </Button>
      <Button variant="quiet" className="h-10! max-lg:px-2!" disabledReason={!onNext && "This is the last"} onClick={() => onNext?.()}>
        <span className="max-[1439px]:sr-only">Next</span> <Kbd>J</Kbd> <ChevronRight aria-hidden size={16} strokeWidth={1.75} />
      </Button>
      <Button variant="quiet" icon={Undo2} className="h-10! max-lg:px-2!" disabledReason={!canUndo && "Nothing was decided yet"} onClick={() => undoLast()}>
        <span className="max-lg:sr-only">Undo</span> <Kbd>Z</Kbd>
      </Button>
    </>
  );
}

/** Moves the focus to the next or previous turn, the first one when none has it. */
function toTurn(by: 1 | -1): void {
  const turns = [...document.querySelectorAll<HTMLElement>("article[id^=turn-]")];
  const at = turns.findIndex((turn) => turn.contains(document.activeElement));
  const turn = turns[Math.max(0, Math.min(turns.length - 1, at + by))];
  turn?.focus({ preventScroll: true });
  turn?.scrollIntoView({ block: "center", behavior: "smooth" });
}
