import { useState } from "react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/lib/cx";

interface Message {
  role: string;
  content: string;
}

/** A sample is a row of the training file: its messages are shown as they will be learnt. */
function messagesOf(row: unknown): Message[] {
  const messages = (row as { messages?: unknown } | null)?.messages;
  if (!Array.isArray(messages)) return [];
  return messages.flatMap((one: unknown) => {
    const { role, content } = (one ?? {}) as Partial<Message>;
    return typeof role === "string" && typeof content === "string" ? [{ role, content }] : [];
  });
}

const NAMES: Record<string, string> = { system: "BRIEF", user: "USER", assistant: "ASSISTANT" };

export function SamplePreview({ sample }: { sample: readonly unknown[] }) {
  const [at, setAt] = useState(0);
  const [view, setView] = useState<"conversation" | "file">("conversation");
  const row = sample[Math.min(at, sample.length - 1)];
  if (row === undefined) return null;
  const messages = messagesOf(row);
  return (
    <section aria-label="Preview">
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-14 font-semibold">Preview</h2>
        <div className="flex rounded-2 border border-line-strong p-0.5">
          {(["conversation", "file"] as const).map((one) => (
            <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)} className="h-6 rounded-1 px-2.5 text-12 text-text-2 aria-pressed:bg-primary-soft aria-pressed:font-semibold aria-pressed:text-primary-text">
              {one === "conversation" ? "As a conversation" : "As a file"}
            </button>
          ))}
        </div>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse */}
      <div role="region" aria-label="A sample" tabIndex={0} className="mt-3 max-h-64 overflow-y-auto rounded-3 border border-line bg-surface px-4 py-1 text-13">
        {view === "file" ? <pre className="py-2 font-mono text-12 whitespace-pre-wrap anywhere">{JSON.stringify(row, null, 2)}</pre> : null}
        {view === "conversation"
          ? messages.slice(0, 4).map((message, index) => (
              <p key={index} className="flex gap-3 border-t border-line py-2.5 first:border-t-0">
                <span className={cx("w-20 shrink-0 pt-0.5 text-11 font-semibold", message.role === "assistant" ? "text-primary-text" : "text-text-3")}>{NAMES[message.role] ?? message.role}</span>
                <span className="line-clamp-6 min-w-0 anywhere">{message.content}</span>
              </p>
            ))
          : null}
      </div>
      <div className="mt-2 flex items-center justify-between text-12 text-text-2">
        <span>
          Example {at + 1} of {sample.length}
          {view === "conversation" && messages.length > 4 ? `, first 4 of ${String(messages.length)} messages` : ""}
        </span>
        <span className="flex gap-1">
          <IconButton icon={ChevronLeft} label="Previous example" size="s" variant="default" disabledReason={at === 0 && "This is the first"} onClick={() => setAt(at - 1)} />
          <IconButton icon={ChevronRight} label="Next example" size="s" variant="default" disabledReason={at >= sample.length - 1 && "This is the last"} onClick={() => setAt(at + 1)} />
        </span>
      </div>
    </section>
  );
}
