import { useEffect, useRef } from "react";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, History, Maximize2, SearchX, X } from "lucide-react";
import { useMay } from "@/api/queries";
import type { Conversation, ConversationRow, Version } from "@/api/types";
import { OwnExample } from "@/components/own-example";
import { LoadFailed } from "@/components/page";
import { shownStatus, StatusBadge } from "@/components/status";
import { Bone, Kbd, Waiting } from "@/components/ui/bits";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { Tooltip } from "@/components/ui/tooltip";
import { useGenerate } from "@/features/generate/state";
import { cx } from "@/lib/cx";
import { useRoomForThree } from "@/lib/media";
import { useShortcuts } from "@/lib/shortcuts";
import { conversationQuery } from "../api";
import { useDeciding } from "../deciding";
import { turnAtHand, useOnScreen, type OnScreen } from "../opened";
import { useReadingTime } from "../reading-time";
import { DecisionBar } from "./decision-bar";
import { FailedPanel, PlannedPanel } from "./panel-states";
import { Compare } from "./compare-host";
import { CopyButton } from "./copy-button";
import type { Others } from "./other-ones";
import { Reading } from "./reading";
import { SayWhat } from "./say-what";
import { commentingOf, editingOf } from "./turns";
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
  /** The same one, with the whole screen for reading. */
  onReview: (row: ConversationRow) => void;
}

export function Panel({ row, missing, items, position, total, compare, others, onCompare, onOpen, onClose, onReview }: Props) {
  const roomForThree = useRoomForThree();
  const full = roomForThree && compare?.length === 3;
  const region = useRef<HTMLElement>(null);
  const at = items.findIndex((one) => one.id === row?.id);
  const [before, after] = [at > 0 ? items[at - 1] : undefined, at >= 0 ? items[at + 1] : undefined];
  useEffect(() => region.current?.focus({ preventScroll: true }), [row?.id]);
  const step = (to: ConversationRow | undefined) => (): void => {
    if (to) onOpen(to);
  };
  useShortcuts({ j: step(after), k: step(before), Escape: onClose, "Shift Enter": () => row && onReview(row) });

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
        <h2 className="text-13 ref-id">{row?.ref ?? <span className="sr-only">Conversation</span>}</h2>
        {row ? (
          <span className="ml-2 flex items-center gap-2">
            <StatusBadge status={shownStatus(row)} />
            {row.is_seed ? <OwnExample /> : null}
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
        {row ? <EverythingLink row={row} /> : null}
        <CopyButton row={row} />
        {row ? <IconButton icon={Maximize2} label="Full screen" hint="Shift Enter" size="s" onClick={() => onReview(row)} /> : null}
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

const EverythingLink = ({ row }: { row: ConversationRow }) => (
  <Tooltip text="Everything about it">
    <ButtonLink to="/activity" search={{ about: row.id, ref: row.ref }} variant="quiet" size="s" icon={History} className="w-7 px-0!">
      <span className="sr-only">Everything about {row.ref}</span>
    </ButtonLink>
  </Tooltip>
);

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
  const screen = useOnScreen(one, compare);
  const { version, pair, mayEdit, working, turn, saying } = screen;
  const mayComment = useMay("reviewer");
  const mayAsk = mayEdit && !pair && turn === null;
  const mayRewrite = mayAsk && !one.is_seed;
  return (
    <>
      <PanelKeys active={mayAsk} edit={() => screen.edit(turnAtHand())} say={() => mayRewrite && screen.say(true)} />
      <CommentKey active={mayComment && version !== null && !pair && turn === null} comment={() => screen.comment(turnAtHand())} />
      <div className="relative min-h-0 flex-1 overflow-y-auto px-5 py-4">
        {version && pair ? <Compare one={one} numbers={pair} onChange={onCompare} onClose={() => onCompare(null)} /> : null}
        {version && !pair ? <VersionBar one={one} shown={version.number} onShow={screen.show} onCompare={onCompare} /> : null}
        {one.status === "failed" && one.failure ? <FailedPanel one={one} /> : null}
        {version && !pair ? <Reading one={one} version={version} editing={editingOf(screen)} commenting={commentingOf(screen, mayComment)} readers={screen.readers} /> : null}
        {!version && one.status !== "failed" ? <PlannedPanel one={one} /> : null}
      </div>
      {mayRewrite ? <WhatElse one={one} version={version?.number ?? 0} others={others} saying={saying} say={screen.say} /> : null}
      {version && !working && !pair ? <Decisions one={one} version={version} saveRef={screen.saveRef} /> : null}
    </>
  );
}

export function Decisions({ one, version, saveRef }: { one: Conversation; version: Version; saveRef: OnScreen["saveRef"] }) {
  const deciding = useDeciding({ one, version: version.number, saveRef, readingTime: useReadingTime() });
  return <DecisionBar one={one} version={version} deciding={deciding} />;
}

interface WhatElseProps {
  one: Conversation;
  version: number;
  others: Others;
  saying: boolean;
  say: (on: boolean) => void;
}

function WhatElse({ one, version, others, saying, say }: WhatElseProps) {
  const { ask } = useGenerate();
  if (saying) return <SayWhat one={one} version={version} turn={null} others={others} onAsked={() => say(false)} />;
  return (
    <p className="flex gap-3 border-t border-line px-5 py-1.5">
      <Button size="s" variant="link" onClick={() => say(true)}>
        Say what should change <Kbd>I</Kbd>
      </Button>
      <Button size="s" variant="link" onClick={() => ask({ dataset: one.dataset_id, selection: { ids: [one.id] }, one, again: 1 })}>
        Generate again
      </Button>
    </p>
  );
}

function CommentKey({ active, comment }: { active: boolean; comment: () => void }) {
  useShortcuts({ m: comment }, active);
  return null;
}

function PanelKeys({ active, edit, say }: { active: boolean; edit: () => void; say: () => void }) {
  useShortcuts({ e: edit, i: say }, active);
  return null;
}
