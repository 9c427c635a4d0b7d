import { useRef, useState } from "react";
import { Check, CircleX, Flag, MessageSquareText, Undo2 } from "lucide-react";
import { useReadOnlyReason } from "@/api/queries";
import type { Conversation, Decision } from "@/api/types";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { useDraft } from "@/lib/draft";
import { useShortcuts } from "@/lib/shortcuts";
import { useReview } from "../review";

/** The decision is about the version that is on the screen. A note stays in its field until it is stored. */
export function DecisionBar({ one, version }: { one: Conversation; version: number }) {
  const [note, setNote, clearNote] = useDraft(`note.${one.id}`);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const review = useReview();
  const readOnly = useReadOnlyReason("reviewer");

  const decide = async (decision: Decision): Promise<void> => {
    if (readOnly || busy) return;
    setBusy(true);
    const stored = await review({ row: one, decision, version, ...(note.trim() ? { note: note.trim() } : {}) });
    setBusy(false);
    if (stored) clearNote();
  };
  useShortcuts({
    a: () => void decide("approve"),
    r: () => void decide("reject"),
    f: () => void decide("needs_edit"),
    n: () => field.current?.focus(),
  });
  const reason = (status: Conversation["status"], word: string): string | null =>
    readOnly ?? (one.status === status && one.review?.version === version ? `This version is ${word} already` : null);

  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-5 py-3">
      <span className="relative min-w-40 flex-1">
        <MessageSquareText aria-hidden size={16} strokeWidth={1.75} className="absolute top-2.5 left-2.5 text-text-3" />
        <input
          ref={field}
          aria-label="Note for the record, optional"
          placeholder="Note for the record (optional)"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && field.current?.blur()}
          className="h-9 w-full rounded-2 border border-control bg-surface pr-2 pl-8 text-13"
        />
      </span>
      <Button variant="reject" icon={CircleX} className="h-9!" disabledReason={reason("rejected", "rejected")} onClick={() => void decide("reject")}>
        Reject <Kbd>R</Kbd>
      </Button>
      <Button icon={Flag} className="h-9!" disabledReason={reason("needs_edit", "flagged")} onClick={() => void decide("needs_edit")}>
        Flag <Kbd>F</Kbd>
      </Button>
      {one.status === "approved" && one.review?.version === version && !readOnly ? (
        <Button icon={Undo2} className="h-9!" onClick={() => void decide("reset")}>
          Take back
        </Button>
      ) : (
        <Button variant="approve" icon={Check} className="h-9!" disabledReason={reason("approved", "approved")} onClick={() => void decide("approve")}>
          Approve <Kbd dark>A</Kbd>
        </Button>
      )}
    </footer>
  );
}
