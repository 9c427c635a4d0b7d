import { useEffect, useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Task } from "@/api/types";
import { useDraft } from "@/lib/draft";
import { estimateQuery, type Order } from "./api";
import type { Mode } from "./rules";
import type { Ask } from "./state";

const AFTER_THE_LAST_KEY = 400;
/** Stands in the price for what is not typed yet: the length of a wish hardly moves it. */
const ANY_WISH = "Warmer, no jargon";

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), AFTER_THE_LAST_KEY);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What is typed outlives a closed dialog; what was said for one of them comes first. */
function useWish({ dataset, rewrite }: Ask) {
  const [kept, setKept, clear] = useDraft(`wish.many.${dataset}`);
  const [given, setGiven] = useState(rewrite?.wish);
  const type = (text: string): void => {
    setGiven(undefined);
    setKept(text);
  };
  return { wish: given ?? kept, type, clear };
}

/** Everything that a person chooses in the dialog, as it would be ordered. */
export function useOrder(asked: Ask) {
  const [model, setModel] = useState<string | null>(null);
  const [mode, setMode] = useState<Mode>("now");
  const [template, setTemplate] = useState<string | null>(null);
  const [approvedToo, setApprovedToo] = useState(false);
  const { wish, type, clear } = useWish(asked);
  const taskOf = (instruction: string): Partial<Task> =>
    asked.rewrite ? { kind: "rewrite", instruction } : asked.judge ? { kind: "judge" } : template ? { kind: "write", template_id: template } : {};
  const selection = asked.rewrite ? { ...asked.selection, without_approved: !approvedToo } : asked.selection;
  const order: Order = { selection, task: taskOf(wish.trim()), model, mode };
  const settled = useSettled(wish.trim());
  const priced: Order = { ...order, task: taskOf(settled || ANY_WISH) };
  const unsettled = Boolean(asked.rewrite) && settled !== wish.trim();
  const done = (): void => {
    clear();
    asked.rewrite?.onStarted?.();
  };
  return { order, priced, unsettled, wish, type, done, model, setModel, mode, setMode, template, setTemplate, approvedToo, setApprovedToo };
}
export type Ordering = ReturnType<typeof useOrder>;

/** While another choice is priced the figures before it stay, but nothing starts at their price. */
export function usePrice(dataset: string, { priced, unsettled }: Ordering) {
  const { data, error, refetch, isPlaceholderData } = useQuery({ ...estimateQuery(dataset, priced), placeholderData: keepPreviousData });
  return { data: error ? undefined : data, error, refetch, pricing: isPlaceholderData || unsettled };
}
