import { useQuery } from "@tanstack/react-query";
import type { Conversation } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { useDraft } from "@/lib/draft";
import { money } from "@/lib/money";
import { rewritePriceQuery, useRewrite } from "../versions";
import { SameForOthers, type Others } from "./other-ones";

interface Props {
  one: Conversation;
  version: number;
  turn: number | null;
  /** Whom the same could be done to. */
  others?: Others | null;
  onAsked: () => void;
}

/** Says in words what should change, for one message or (without `turn`) all of them. The price stands on the button. */
export function SayWhat({ one, version, turn, others, onAsked }: Props) {
  const [wish, setWish, clearWish] = useDraft(`wish.${one.id}.${String(turn ?? "all")}`);
  const price = useQuery(rewritePriceQuery(one, version, turn));
  const rewrite = useRewrite(one);
  const sent = (): void => {
    clearWish();
    onAsked();
  };
  const ask = (): void => {
    if (!wish.trim() || rewrite.isPending) return;
    rewrite.mutate(
      { version, turn, instruction: wish.trim() },
      {
        onSuccess: sent,
      },
    );
  };
  return (
    <div className="grid gap-1 border-t border-line px-2.5 py-2">
      <div className="flex items-center gap-2">
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
      {others && (others.selected > 0 || others.matching > 1) ? <SameForOthers dataset={one.dataset_id} others={others} wish={wish.trim()} onStarted={sent} /> : null}
    </div>
  );
}
