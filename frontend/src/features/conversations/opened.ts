import { useEffect, useRef, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/client";
import { meQuery, useReadOnlyReason } from "@/api/queries";
import type { Conversation, Readers, Version } from "@/api/types";
import { versionQuery } from "./api";
import { leftOff } from "./drafts";
import type { SaveNow } from "./sitting";

/** A conversation that somebody has before their eyes: which version, which message they type in, side by side or not. */
export interface OnScreen {
  version: Version | null;
  /** The versions side by side, when all are there. */
  pair: number[] | null;
  mayEdit: boolean;
  /** Being written just now. */
  working: boolean;
  turn: number | null;
  edit: (turn: number | null) => void;
  show: (version: number) => void;
  saying: boolean;
  say: (on: boolean) => void;
  /** The message that a comment is being written on. */
  commented: number | null;
  comment: (turn: number | null) => void;
  /** Who else has it on their screen just now. */
  readers: readonly string[];
  /** Stores what is being typed; set while an editor is open. */
  saveRef: React.RefObject<SaveNow | null>;
}

export function useOnScreen(one: Conversation, compare: number[] | null): OnScreen {
  const client = useQueryClient();
  const readOnly = useReadOnlyReason("editor");
  const person = useQuery(meQuery).data?.user.id ?? "";
  const [kept] = useState(() => (readOnly ? null : leftOff(person, one)));
  const [chosen, show] = useState(kept?.version ?? null);
  const [turn, edit] = useState(kept?.turn ?? null);
  const [saying, say] = useState(false);
  const [commented, comment] = useState<number | null>(null);
  const saveRef = useRef<SaveNow | null>(null);
  const number = chosen ?? one.version?.number ?? null;
  const older = useQuery({ ...versionQuery(one.id, number ?? 0), enabled: number !== null && number !== one.version?.number });
  // A draft goes on changing: whatever moved the row may have changed a version that is on the screen.
  useEffect(() => void client.invalidateQueries({ queryKey: ["version", one.id] }), [client, one.id, one.revision]);
  const version = number === one.version?.number ? one.version : (older.data ?? null);
  const seen = version?.number ?? null;
  const readers = useReaders(one.id, seen);
  const working = one.status === "queued" || one.status === "generating";
  const pair = compare && compare.every((each) => one.versions.some((line) => line.number === each && !line.removed)) ? compare : null;
  return { version, pair, mayEdit: !readOnly && !working && version !== null, working, turn, edit, show, saying, say, commented, comment, readers, saveRef };
}

const SIGN_EVERY = 30_000;

/** Says that it is read, and hears from the answer who else reads it. Edge cases are approved many at once only by someone who had them on screen. */
function useReaders(id: string, version: number | null): readonly string[] {
  const { data } = useQuery({
    queryKey: ["readers", id, version],
    queryFn: () => post<Readers>(`/conversations/${id}/opened`, { version }),
    enabled: version !== null,
    refetchInterval: SIGN_EVERY,
    staleTime: Infinity,
    retry: false,
    gcTime: 0,
  });
  return data?.readers.map((reader) => reader.name) ?? [];
}

/** The turn that has the focus (a reason that points at it gives it), or the first. */
export const turnAtHand = (): number => Number(document.activeElement?.closest("article[id^=turn-]")?.id.slice("turn-".length)) || 1;
