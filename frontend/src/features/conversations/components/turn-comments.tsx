import { useEffect, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { MessageCircle } from "lucide-react";
import type { Comment } from "@/api/types";
import { Kbd, Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/field";
import { useDraft } from "@/lib/draft";
import { commentsQuery, useSay, useUnsay, type Said } from "../comments";

interface Props {
  conversation: string;
  version: number;
  turn: number;
  /** The field for a new one is open. */
  writing: boolean;
  onClose: () => void;
}

/** What readers said about a message, under it. Text, never anything else. */
export function TurnComments({ conversation, version, turn, writing, onClose }: Props) {
  const { data } = useQuery(commentsQuery(conversation));
  const [changing, setChanging] = useState<string | null>(null);
  const here = data?.items.filter((comment) => comment.turn === turn) ?? [];
  if (here.length === 0 && !writing) return null;
  return (
    <div className="mt-2 grid max-w-(--measure) gap-2">
      {here.length > 0 ? (
        <ul aria-label={`Comments on turn ${String(turn)}`} className="grid gap-2">
          {here.map((comment) =>
            changing === comment.id ? (
              <li key={comment.id}>
                <Field conversation={conversation} said={{ comment: comment.id, version, turn, text: comment.text }} onClose={() => setChanging(null)} />
              </li>
            ) : (
              <One key={comment.id} conversation={conversation} comment={comment} shown={version} onChange={() => setChanging(comment.id)} />
            ),
          )}
        </ul>
      ) : null}
      {writing ? <Field conversation={conversation} said={{ comment: null, version, turn, text: "" }} onClose={onClose} /> : null}
    </div>
  );
}

function One({ conversation, comment, shown, onChange }: { conversation: string; comment: Comment; shown: number; onChange: () => void }) {
  const unsay = useUnsay(conversation);
  return (
    <li className="flex items-start gap-2.5 rounded-3 border border-line bg-sunken px-3.5 py-2 text-13">
      <MessageCircle aria-hidden size={14} strokeWidth={1.75} className="mt-0.75 shrink-0 text-text-3" />
      <div className="min-w-0 flex-1">
        <p className="text-12 text-text-2">
          <strong className="font-semibold text-text">{comment.by_name}</strong>, <Time at={comment.at} />
          {comment.changed_at ? ", changed" : ""}
          {comment.version === shown ? "" : `, on version ${String(comment.version)}`}
        </p>
        <p className="whitespace-pre-wrap anywhere">{comment.text}</p>
      </div>
      {comment.mine ? (
        <span className="flex shrink-0">
          <Button size="s" variant="link" onClick={onChange} aria-label={`Change the comment "${comment.text}"`}>
            Change
          </Button>
          <Button size="s" variant="link" busy={unsay.isPending} onClick={() => unsay.mutate(comment.id)} aria-label={`Delete the comment "${comment.text}"`}>
            Delete
          </Button>
        </span>
      ) : null}
    </li>
  );
}

/** What is typed stays here until it is stored, over a reload and a lost network. */
function Field({ conversation, said, onClose }: { conversation: string; said: Said; onClose: () => void }) {
  const [draft, keep, forget] = useDraft(`comment.${conversation}.${said.comment ?? String(said.turn)}`);
  const [touched, setTouched] = useState(draft !== "");
  const text = touched ? draft : said.text;
  const field = useRef<HTMLTextAreaElement>(null);
  const say = useSay(conversation);
  useEffect(() => field.current?.focus(), []);
  const send = (): void => {
    if (!text.trim() || say.isPending) return;
    say.mutate(
      { ...said, text: text.trim() },
      {
        onSuccess: () => {
          forget();
          onClose();
        },
      },
    );
  };
  return (
    <div className="grid gap-2">
      <Textarea
        ref={field}
        aria-label={`Comment on turn ${String(said.turn)}`}
        placeholder="What should the others know about this message?"
        maxLength={2000}
        value={text}
        onChange={(event) => {
          setTouched(true);
          keep(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        className="min-h-16"
      />
      <p className="flex items-center gap-2">
        <Button size="s" variant="primary" busy={say.isPending} disabledReason={!text.trim() && "Write something first"} onClick={send}>
          {said.comment === null ? "Comment" : "Save"} <Kbd dark>Ctrl Enter</Kbd>
        </Button>
        <Button size="s" variant="quiet" onClick={onClose}>
          Close <Kbd>Esc</Kbd>
        </Button>
        {say.isError ? <span className="text-12 text-st-rejected-text">Not stored yet. Your text is kept here.</span> : null}
      </p>
    </div>
  );
}
