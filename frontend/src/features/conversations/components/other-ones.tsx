import { useGenerate } from "@/features/generate/state";
import { Button } from "@/components/ui/button";
import { plural } from "@/lib/words";
import type { Selection } from "@/api/types";

/** Which other conversations are meant beside the open one: what is selected, and all that match the filter. */
export interface Others {
  selected: number;
  matching: number;
  filtered: boolean;
  choose: (which: "selected" | "matching") => Promise<Selection>;
}

interface Props {
  dataset: string;
  others: Others;
  wish: string;
  onStarted: () => void;
}

/** The same instruction for many: the price is asked for and shown before anything starts. */
export function SameForOthers({ dataset, others, wish, onStarted }: Props) {
  const { ask } = useGenerate();
  const open = async (which: "selected" | "matching"): Promise<void> => ask({ dataset, selection: await others.choose(which), rewrite: { wish, onStarted } });
  const { selected, matching, filtered } = others;
  const reason = !wish && "Say what should change first";
  return (
    <p className="flex flex-wrap items-center gap-x-1 text-12 text-text-2">
      The same for
      {selected > 0 ? (
        <Button size="s" variant="link" disabledReason={reason} onClick={() => void open("selected")}>
          the {plural(selected, "selected one")}
        </Button>
      ) : null}
      {selected > 0 && matching > 1 ? "or" : null}
      {matching > 1 ? (
        <Button size="s" variant="link" disabledReason={reason} onClick={() => void open("matching")}>
          all {matching.toLocaleString("en-US")}
          {filtered ? " that match" : ""}
        </Button>
      ) : null}
    </p>
  );
}
