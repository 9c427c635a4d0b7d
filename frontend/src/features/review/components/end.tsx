import { BookOpenCheck } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/notice";
import { undoLast } from "@/lib/toasts";
import { roughly } from "@/lib/time";
import { plural } from "@/lib/words";
import type { Done } from "../queue";

/** What was done in a sitting, in one sentence. */
export function summaryOf(done: readonly Done[]): string {
  const seconds = done.reduce((sum, one) => sum + one.seconds, 0);
  const count = (decision: Done["decision"]): number => done.filter((one) => one.decision === decision).length;
  const parts: [number, string][] = [
    [count("approve"), "approved"],
    [done.filter((one) => one.edited).length, "edited"],
    [count("needs_edit"), "flagged"],
    [count("reject"), "rejected"],
  ];
  const told = parts.filter(([number]) => number > 0).map(([number, word]) => `${String(number)} ${word}`);
  return `You read ${plural(done.length, "conversation")} in ${roughly(seconds)}: ${told.join(", ")}.`;
}

export function End({ dataset, done, onBegin }: { dataset: string; done: readonly Done[]; onBegin: () => void }) {
  const params = { id: dataset };
  if (done.length === 0) {
    return (
      <EmptyState icon={BookOpenCheck} title="Nothing to read" actions={<ButtonLink to="/d/$id" params={params}>Back to the conversations</ButtonLink>}>
        Everything that matches has been read, or is not written yet.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={BookOpenCheck}
      title="All read"
      actions={
        <>
          <ButtonLink to="/d/$id/export" params={params} variant="primary">
            Go to Export
          </ButtonLink>
          <ButtonLink to="/d/$id" params={params}>
            Back to the conversations
          </ButtonLink>
          <Button onClick={() => undoLast()}>Undo the last</Button>
          <Button onClick={onBegin}>Look for more</Button>
        </>
      }
    >
      {summaryOf(done)}
    </EmptyState>
  );
}
