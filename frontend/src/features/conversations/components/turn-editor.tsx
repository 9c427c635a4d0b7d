import { useCallback, useEffect, useRef, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { isConflict, sentenceOf } from "@/api/problem";
import type { Conversation, Turn, Version } from "@/api/types";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useDraft } from "@/lib/draft";
import { money } from "@/lib/money";
import { conversationQuery } from "../api";
import { rewritePriceQuery, useRewrite, useSaveTurn } from "../versions";

const AFTER_THE_LAST_KEY = 800;

interface Props {
  one: Conversation;
  version: Version;
  turn: Turn;
  /** The version that holds the edit now. */
  onStored: (version: number) => void;
  onClose: () => void;
}

type Saving = { state: "clean" | "waiting" | "saving" } | { state: "saved"; version: number; score: number; was: number } | { state: "refused"; sentence: string } | { state: "conflict" };

/** Edits one message in place. What is typed is kept in this browser until the server has it. */
export function TurnEditor({ one, version, turn, onStored, onClose }: Props) {
  const [draft, setDraft, clearDraft] = useDraft(`edit.${one.id}.${String(turn.number)}`);
  const [text, setText] = useState(draft || turn.content);
  const [saving, setSaving] = useState<Saving>({ state: draft && draft !== turn.content ? "waiting" : "clean" });
  const [theirs, setTheirs] = useState("");
  const [stored, setStored] = useState(turn.content);
  const seen = useRef({ version: version.number, revision: one.revision, stored: turn.content, typed: text, busy: false });
  const field = useRef<HTMLTextAreaElement>(null);
  const client = useQueryClient();
  const save = useSaveTurn(one);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = "auto";
    box.style.height = `${String(box.scrollHeight)}px`;
  }, [text]);

  const store = useCallback(
    async (content: string): Promise<boolean> => {
      const at = seen.current;
      if (at.busy || content === at.stored) return content === at.stored;
      at.busy = true;
      setSaving({ state: "saving" });
      try {
        const edit = await save(at.version, turn.number, content, at.revision);
        Object.assign(at, { version: edit.version.number, revision: edit.row.revision, stored: content });
        setStored(content);
        if (at.typed === content) clearDraft();
        setSaving({ state: "saved", version: edit.version.number, score: edit.version.quality.score, was: edit.was_score });
        onStored(edit.version.number);
        return true;
      } catch (error) {
        if (isConflict(error) && error.code === "stale_revision") {
          const now = await client.query({ ...conversationQuery(one.id), staleTime: 0 });
          setTheirs(now.version?.turns.find((each) => each.number === turn.number)?.content ?? "");
          setSaving({ state: "conflict" });
        } else setSaving({ state: "refused", sentence: sentenceOf(error) });
        return false;
      } finally {
        at.busy = false;
      }
    },
    [clearDraft, client, one.id, onStored, save, turn.number],
  );

  const pending = text !== stored && saving.state !== "conflict" && saving.state !== "refused";
  useEffect(() => {
    if (!pending || !text.trim()) return undefined;
    const timer = setTimeout(() => void store(text), AFTER_THE_LAST_KEY);
    return () => clearTimeout(timer);
  }, [pending, text, store, saving]);

  const type = (next: string): void => {
    seen.current.typed = next;
    setText(next);
    setDraft(next);
    setSaving((now) => (now.state === "conflict" ? now : { state: "waiting" }));
  };
  const done = async (): Promise<void> => {
    if (saving.state === "conflict") return;
    while (seen.current.busy) await new Promise((resolve) => setTimeout(resolve, 50));
    if (await store(text)) {
      clearDraft();
      onClose();
    }
  };
  const keepMine = async (): Promise<void> => {
    const now = await client.query({ ...conversationQuery(one.id), staleTime: 0 });
    Object.assign(seen.current, { version: now.version?.number ?? seen.current.version, revision: now.revision, stored: theirs });
    await store(text);
  };
  const keepTheirs = (): void => {
    clearDraft();
    onClose();
  };

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
        className="block w-full resize-none bg-transparent px-2.5 py-2 text-15 outline-none"
      />
      {saving.state === "conflict" ? (
        <div className="p-2.5">
          <Notice tone="warn" title="Somebody changed this while you were editing. Your text is safe.">
            <span className="mt-1 block whitespace-pre-wrap anywhere">Theirs: {theirs}</span>
            <span className="mt-2 flex gap-2">
              <Button size="s" onClick={() => void keepMine()}>
                Keep mine
              </Button>
              <Button size="s" onClick={keepTheirs}>
                Keep theirs
              </Button>
            </span>
          </Notice>
        </div>
      ) : null}
      <div className="flex items-center gap-2 border-t border-line bg-sunken px-2.5 py-2 text-12">
        <p role="status" className="min-w-0 flex-1">
          <Told saving={saving} />
        </p>
        {saving.state === "refused" ? (
          <Button size="s" onClick={() => void store(text)}>
            Try again
          </Button>
        ) : null}
        <Button size="s" onClick={() => void done()}>
          Done <Kbd>Esc</Kbd>
        </Button>
      </div>
      <SayWhat one={one} version={version.number} turn={turn.number} onAsked={onClose} />
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
  if (saving.state === "refused") return <span className="text-st-rejected-text">{saving.sentence} Your text is kept here.</span>;
  return <span className="text-text-2">{saving.state === "clean" ? "Saved by itself as a new version while you type" : "Saving…"}</span>;
}

/** Says in words what should change, for one message or (without `turn`) all of them. The price stands on the button. */
export function SayWhat({ one, version, turn, onAsked }: { one: Conversation; version: number; turn: number | null; onAsked: () => void }) {
  const [wish, setWish, clearWish] = useDraft(`wish.${one.id}.${String(turn ?? "all")}`);
  const price = useQuery(rewritePriceQuery(one, version, turn));
  const rewrite = useRewrite(one);
  const ask = (): void => {
    if (!wish.trim() || rewrite.isPending) return;
    rewrite.mutate(
      { version, turn, instruction: wish.trim() },
      {
        onSuccess: () => {
          clearWish();
          onAsked();
        },
      },
    );
  };
  return (
    <div className="flex items-center gap-2 border-t border-line px-2.5 py-2">
      <Input
        aria-label="Say what should change"
        placeholder={turn ? "Or say what should change: warmer, shorter, mention the fee" : "Say what should change everywhere: warmer, no jargon"}
        maxLength={2000}
        value={wish}
        onChange={(event) => setWish(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && ask()}
      />
      <Button size="s" busy={rewrite.isPending} disabledReason={!wish.trim() && "Say what should change first"} onClick={ask}>
        Rewrite{price.data ? `, about ${money(price.data.expected_micros)}` : ""}
      </Button>
    </div>
  );
}
