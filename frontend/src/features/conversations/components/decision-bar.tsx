import { useEffect, useRef, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Check, CircleX, Flag, MessageSquareText, Undo2 } from "lucide-react";
import { settingsQuery } from "@/api/queries";
import type { Conversation, Version } from "@/api/types";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { useShortcuts } from "@/lib/shortcuts";
import type { Deciding } from "../deciding";
import { standsAs } from "../review";
import { ReasonStrip } from "./reason-strip";

interface Props {
  one: Conversation;
  version: Version;
  deciding: Deciding;
  /** In the review mode it is larger, stands beside the ways on, and goes on after approving. */
  large?: boolean;
  before?: ReactNode;
}

/** The decision is about the version that is on the screen. A note stays in its field until it is stored. */
export function DecisionBar({ one, version, deciding, large = false, before }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const { note, setNote, asking, press, readOnly } = deciding;
  const tooLow = useTooLow(one, version);
  const toNote = (): void => field.current?.focus();
  const approve = (): void => {
    if (!tooLow) press("approve");
  };
  useShortcuts({ a: approve, r: () => press("reject"), f: () => press("needs_edit"), n: toNote });
  useWhileTyping(approve);
  const reason = (status: Conversation["status"], word: string): string | null =>
    readOnly ?? (standsAs(one, status, version.number) ? `This version is ${word} already` : null);
  const size = large ? "h-10!" : "h-9!";

  return (
    <footer className="shrink-0">
      <ReasonStrip deciding={deciding} onNote={toNote} />
      {tooLow ? <p className="border-t border-line bg-st-flagged-bg px-5 py-1.5 text-12 text-st-flagged-text">{tooLow}</p> : null}
      <div className={cx("flex flex-wrap items-center gap-2 border-t border-line", large ? "px-4 py-3.5" : "px-5 py-3")}>
        {before}
        <span className="relative min-w-40 flex-1">
          <MessageSquareText aria-hidden size={16} strokeWidth={1.75} className={cx("absolute left-2.5 text-text-3", large ? "top-3" : "top-2.5")} />
          <input
            ref={field}
            aria-label="Note for the record, optional"
            placeholder="Note for the record (optional)"
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") {
                event.stopPropagation();
                field.current?.blur();
              } else if (event.key === "Enter" && asking) press(asking);
            }}
            className={cx("w-full rounded-2 border border-control bg-surface pr-8 pl-8 text-13", large ? "h-10" : "h-9")}
          />
          {large ? <span className={cx("absolute top-2.5 right-2.5", note && "hidden")}><Kbd>N</Kbd></span> : null}
        </span>
        <Button variant="reject" icon={CircleX} className={size} aria-expanded={asking === "reject"} disabledReason={reason("rejected", "rejected")} onClick={() => press("reject")}>
          Reject <Kbd>{asking === "reject" ? "Enter" : "R"}</Kbd>
        </Button>
        <Button icon={Flag} className={size} aria-expanded={asking === "needs_edit"} disabledReason={reason("needs_edit", "flagged")} onClick={() => press("needs_edit")}>
          Flag <Kbd>{asking === "needs_edit" ? "Enter" : "F"}</Kbd>
        </Button>
        {standsAs(one, "approved", version.number) && !readOnly ? (
          <Button icon={Undo2} className={size} onClick={() => press("reset")}>
            Take back
          </Button>
        ) : (
          <Button variant="approve" icon={Check} className={size} disabledReason={readOnly ?? tooLow} onClick={approve}>
            <span>
              Approve{large ? <span className="max-lg:hidden"> and next</span> : null}
            </span>{" "}
            <Kbd dark>A</Kbd>
          </Button>
        )}
      </div>
    </footer>
  );
}

/** An edge case needs a person and a good score; without one it can't be approved, however it is read. */
function useTooLow(one: Conversation, version: Version): string | null {
  const least = useQuery(settingsQuery).data?.edge_case_min;
  if (one.tier !== "edge_case" || least === undefined || version.quality.score > least) return null;
  return `An edge case needs a score above ${String(least)} and a person. This version has ${version.quality.score.toFixed(1)}: edit it, or say what should change.`;
}

/** Ctrl Shift A approves from inside a text, which single keys don't. */
function useWhileTyping(approve: () => void): void {
  const latest = useRef(approve);
  useEffect(() => {
    latest.current = approve;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== "a") return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
