import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { isConflict, sentenceOf } from "@/api/problem";
import type { Conversation } from "@/api/types";
import { LoadFailed } from "@/components/page";
import { Bone, Waiting } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { conversationQuery } from "@/features/conversations/api";
import { unitPriceQuery } from "@/features/generate/api";
import { useGenerateOne } from "@/features/generate/one";
import { money } from "@/lib/money";
import { toast } from "@/lib/toasts";
import { useChangeSituation, type Words } from "./api";
import { closeSituation, type Asked } from "./state";

const PARTS: readonly [keyof Words, string][] = [
  ["situation", "Situation"],
  ["problem_context", "Problem"],
  ["solution_action", "What was done"],
  ["scenario_outcome", "How it ended"],
];
const LONGEST = 2000;

const helpOf = (one: Conversation): string =>
  one.failure?.code === "declined" ? "Claude declined to write from these words. Tell it more gently, or leave the hardest detail out." : "What Claude is told about this one, beside persona, emotion and topic.";

/** What the plan tells of one conversation, in the owner's words; trying it then is a click, with its price. */
export function SituationDialog({ asked }: { asked: Asked }) {
  const query = useQuery(conversationQuery(asked.id));
  const one = query.data;
  const [typed, setTyped] = useState<Partial<Words>>({});
  const change = useChangeSituation(one);
  const generateOne = useGenerateOne(one?.dataset_id ?? "");
  const { data: price } = useQuery({ ...unitPriceQuery(one?.dataset_id ?? "", asked.id), enabled: Boolean(one) });
  const changed = one ? PARTS.some(([name]) => (typed[name] ?? one.slot[name]).trim() !== one.slot[name]) : false;
  const reason = one ? (changed ? null : "Nothing is changed yet") : "The situation is being fetched";
  const save = (then: (one: Conversation) => void): void => {
    if (!one) return;
    const onSuccess = (): void => {
      closeSituation();
      then(one);
    };
    change.mutate(typed, { onSuccess });
  };
  return (
    <Dialog
      open
      onClose={closeSituation}
      title={`Change the situation of ${asked.ref}?`}
      description="Saving spends nothing."
      footer={
        <>
          <Button size="l" onClick={closeSituation}>
            Cancel
          </Button>
          <Button size="l" busy={change.isPending} disabledReason={reason} onClick={() => save(({ ref }) => toast(`The situation of ${ref} is changed.`))}>
            Save
          </Button>
          <Button size="l" variant="primary" icon={Play} busy={change.isPending} disabledReason={reason} onClick={() => save(generateOne)}>
            Save and generate{price ? `, about ${money(price)}` : ""}
          </Button>
        </>
      }
    >
      {query.error && !one ? <LoadFailed what="the situation" error={query.error} retry={() => void query.refetch()} /> : null}
      {!one && !query.error ? (
        <Waiting>
          <Bone className="h-24 rounded-3" />
        </Waiting>
      ) : null}
      {one ? (
        <div className="grid gap-3">
          {change.error ? (
            <Notice tone="problem" title={sentenceOf(change.error)}>
              {isConflict(change.error) ? "What you typed is still here: save again to keep it." : null}
            </Notice>
          ) : null}
          {PARTS.filter(([name]) => name === "situation" || one.slot[name]).map(([name, label]) => (
            <Field key={name} label={label} help={name === "situation" ? helpOf(one) : undefined}>
              {(ids) => <Textarea {...ids} rows={4} maxLength={LONGEST} value={typed[name] ?? one.slot[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />}
            </Field>
          ))}
        </div>
      ) : null}
    </Dialog>
  );
}
