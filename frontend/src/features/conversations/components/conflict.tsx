import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { plural } from "@/lib/words";
import type { Differing, Theirs } from "../picking";

interface Props {
  turn: number;
  /** As it is typed just now. */
  text: string;
  theirs: Theirs;
  /** The messages that stay as this person has them; all others become the colleague's. */
  onKeep: (turns: readonly number[]) => void;
}

/** Both texts, before either goes: of one message as it is, of several to pick from message by message. */
export function Conflict({ turn, text, theirs, onKeep }: Props) {
  if (theirs.beside.length > 0 && theirs.text !== null) {
    const typedIn = { turn, mine: text, theirs: theirs.text, typed: true };
    return <PickByMessage who={theirs.who} differing={[...theirs.beside, typedIn].sort((a, b) => a.turn - b.turn)} onKeep={onKeep} />;
  }
  return (
    <div className="p-2.5">
      <Notice tone="warn" title={`${theirs.who} changed this while you were editing. Your text is safe.`}>
        <span className="mt-1 block whitespace-pre-wrap anywhere">{theirs.text === null ? `Version ${String(theirs.version)} has no such turn.` : `Theirs: ${theirs.text}`}</span>
        <span className="mt-2 flex gap-2">
          <Button size="s" onClick={() => onKeep([turn])}>
            Keep mine
          </Button>
          <Button size="s" onClick={() => onKeep([])}>
            Keep theirs
          </Button>
        </span>
      </Notice>
    </div>
  );
}

function PickByMessage({ who, differing, onKeep }: { who: string; differing: readonly Differing[]; onKeep: Props["onKeep"] }) {
  const [mine, setMine] = useState<ReadonlySet<number>>(new Set(differing.filter((one) => one.typed).map((one) => one.turn)));
  const pick = (turn: number, own: boolean): void => setMine(new Set(differing.map((one) => one.turn).filter((each) => (each === turn ? own : mine.has(each)))));
  return (
    <div className="grid gap-3 p-2.5">
      <Notice tone="warn" title={`${who} changed this while you were editing. Your text is safe.`}>
        {plural(differing.length, "turn")} read differently now. Pick which words stay.
      </Notice>
      {differing.map((one) => (
        <fieldset key={one.turn} className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
          <legend className="mb-1 text-12 font-semibold">Turn {one.turn}</legend>
          <Side name={`pick-${String(one.turn)}`} of={one.typed ? "Mine" : "As it was"} text={one.mine} chosen={mine.has(one.turn)} onChoose={() => pick(one.turn, true)} />
          <Side name={`pick-${String(one.turn)}`} of="Theirs" text={one.theirs} chosen={!mine.has(one.turn)} onChoose={() => pick(one.turn, false)} />
        </fieldset>
      ))}
      <p className="flex flex-wrap gap-2">
        <Button size="s" variant="primary" onClick={() => onKeep([...mine])}>
          Keep what is picked
        </Button>
        <Button size="s" onClick={() => onKeep([])}>
          Keep all of theirs
        </Button>
      </p>
    </div>
  );
}

function Side({ name, of, text, chosen, onChoose }: { name: string; of: string; text: string; chosen: boolean; onChoose: () => void }) {
  return (
    <label className="flex items-start gap-2 rounded-2 border border-line p-2 text-13 has-checked:border-primary has-checked:bg-selected">
      <span className="mt-0.5 flex">
        <Radio name={name} checked={chosen} onChange={onChoose} />
      </span>
      <span className="min-w-0 flex-1 whitespace-pre-wrap anywhere">
        <strong className="font-semibold">{of}.</strong> {text}
      </span>
    </label>
  );
}
