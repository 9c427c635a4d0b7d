import { useEffect, useRef } from "react";
import { Check } from "lucide-react";
import type { Conversation, Turn, Version } from "@/api/types";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { useSitting, type SaveNow, type Saving } from "../sitting";
import { Conflict } from "./conflict";
import { SayWhat } from "./say-what";

interface Props {
  one: Conversation;
  version: Version;
  turn: Turn;
  /** The version that holds the edit now. */
  onStored: (version: number) => void;
  onClose: () => void;
  large?: boolean;
  saveRef?: React.RefObject<SaveNow | null>;
}

/** Edits one message in place. What is typed is kept in this browser until the server has it. */
export function TurnEditor({ one, version, turn, onStored, onClose, large = false, saveRef }: Props) {
  const { text, type, saving, done, again, keep } = useSitting({ one, version, turn, onStored, onClose, saveRef });
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const box = field.current;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, []);
  useEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = "auto";
    box.style.height = `${String(box.scrollHeight)}px`;
  }, [text]);

  return (
    <div className="rounded-2 border-2 border-primary bg-surface shadow-2">
      <textarea
        ref={field}
        aria-label={`Text of turn ${String(turn.number)}`}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" || (event.key === "Enter" && event.ctrlKey)) {
            event.preventDefault();
            event.stopPropagation();
            void done();
          }
        }}
        className={cx("block w-full resize-none bg-transparent px-2.5 py-2 outline-none", large ? "text-16" : "text-15")}
      />
      {saving.state === "conflict" ? <Conflict turn={turn.number} text={text} theirs={saving.theirs} onKeep={(turns) => void keep(turns)} /> : null}
      <div className="flex items-center gap-2 border-t border-line bg-sunken px-2.5 py-2 text-12">
        <p role="status" className="min-w-0 flex-1">
          <Told saving={saving} />
        </p>
        {saving.state === "refused" || saving.state === "kept" ? (
          <Button size="s" onClick={() => void again()}>
            Try again
          </Button>
        ) : null}
        <Button size="s" onClick={() => void done()}>
          Done <Kbd>Esc</Kbd>
        </Button>
      </div>
      {one.is_seed ? null : <SayWhat one={one} version={version.number} turn={turn.number} onAsked={onClose} />}
    </div>
  );
}

function Told({ saving }: { saving: Saving }) {
  if (saving.state === "saved")
    return (
      <span className="text-st-approved-text">
        <Check aria-hidden size={14} className="inline" /> Saved as version {saving.version}
        <span className="text-text-2">
          {" "}
          · score {saving.score.toFixed(1)}, was {saving.was.toFixed(1)}
        </span>
      </span>
    );
  if (saving.state === "kept") return <span className="text-st-flagged-text">Kept on this computer. It goes out when you are back.</span>;
  if (saving.state === "refused") return <span className="text-st-rejected-text">{saving.sentence} Your text is kept here.</span>;
  if (saving.state === "conflict") return <span className="text-text-2">Saved as soon as you have chosen</span>;
  return <span className="text-text-2">{saving.state === "clean" ? "Saved by itself as a new version while you type" : "Saving…"}</span>;
}
