import { useState } from "react";
import { GitCompareArrows, Trash2 } from "lucide-react";
import { useReadOnlyReason } from "@/api/queries";
import type { Conversation } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/dialog";
import { Select } from "@/components/ui/field";
import { money } from "@/lib/money";
import { useShortcuts } from "@/lib/shortcuts";
import { plural } from "@/lib/words";
import { originWord, useDeleteVersions } from "../versions";

interface Props {
  one: Conversation;
  shown: number;
  onShow: (version: number) => void;
  onCompare: (numbers: number[]) => void;
}

/** The history of a text: which versions there are, two of them side by side, and away with those nobody needs. */
export function VersionBar({ one, shown, onShow, onCompare }: Props) {
  const [asking, setAsking] = useState(false);
  const deletion = useDeleteVersions(one);
  const readOnly = useReadOnlyReason("editor");
  const there = one.versions.filter((line) => !line.removed).sort((a, b) => b.number - a.number);
  const other = there.find((line) => line.number !== shown)?.number;
  const compare = (): void => {
    if (other !== undefined) onCompare(other < shown ? [other, shown] : [shown, other]);
  };
  useShortcuts({ c: compare });
  if (one.versions.length < 2) return null;
  const others = there.filter((line) => line.number !== one.current_version).map((line) => line.number);
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <Select aria-label="Version" value={String(shown)} onChange={(event) => onShow(Number(event.target.value))}>
        {there.map((line) => (
          <option key={line.number} value={line.number}>
            Version {line.number} of {one.latest_version}: {originWord(line)}, {line.score.toFixed(1)}
            {line.cost_micros ? `, ${money(line.cost_micros)}` : ""}
            {line.number === one.current_version ? ", current" : ""}
          </option>
        ))}
      </Select>
      {other !== undefined ? (
        <Button size="s" icon={GitCompareArrows} onClick={compare}>
          Compare
        </Button>
      ) : null}
      {others.length > 0 ? (
        <Button size="s" variant="quiet" icon={Trash2} disabledReason={readOnly} onClick={() => setAsking(true)}>
          Delete the other versions
        </Button>
      ) : null}
      {asking ? (
        <Confirm
          open
          onClose={() => setAsking(false)}
          onConfirm={() => deletion.mutate(others, { onSettled: () => setAsking(false) })}
          title={`Delete ${plural(others.length, "version")} of ${one.ref}?`}
          verb={`Delete ${String(others.length)}`}
          variant="danger"
          busy={deletion.isPending}
        >
          <p>Version {one.current_version} stays. The others lose their text for good; what they cost and who made them stays on record.</p>
          <p>One that went out in an export stays as its proof.</p>
        </Confirm>
      ) : null}
    </div>
  );
}
