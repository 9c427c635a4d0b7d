import { useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useReadOnlyReason } from "@/api/queries";
import type { Conversation, Turn, Version } from "@/api/types";
import { Score } from "@/components/score";
import { Kbd, Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { differences } from "@/features/templates/text";
import { cx } from "@/lib/cx";
import { money } from "@/lib/money";
import { useShortcuts } from "@/lib/shortcuts";
import { plural, writerName } from "@/lib/words";
import { versionQuery } from "../api";
import { useReview } from "../review";
import { originWord } from "../versions";

/** Two versions side by side: what words went and came, which parts of the score moved, and which one to keep. */
export function Compare({ one, numbers, onClose }: { one: Conversation; numbers: readonly [number, number]; onClose: () => void }) {
  const [around, setAround] = useState(true);
  const left = useQuery(versionQuery(one.id, numbers[0])).data;
  const right = useQuery(versionQuery(one.id, numbers[1])).data;
  const review = useReview();
  const readOnly = useReadOnlyReason("reviewer");
  const keep = async (version: Version): Promise<void> => {
    if (!readOnly && (await review({ row: one, decision: "approve", version: version.number }))) onClose();
  };
  const next = useNextDifference();
  useShortcuts({ 1: () => left && void keep(left), 2: () => right && void keep(right), d: next });
  if (!left || !right) return <p className="p-5 text-13 text-text-3">Loading both versions</p>;

  const count = Math.max(left.turns.length, right.turns.length);
  const pairs = Array.from({ length: count }, (_, index) => [left.turns[index], right.turns[index]] as const);
  const differ = pairs.filter(([a, b]) => a?.content !== b?.content);
  const shown = around && differ.length > 0 ? differ : pairs;
  return (
    <section aria-label="Comparison" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="mr-auto">
          <h3 className="text-16 font-title">Two versions of {one.ref}</h3>
          <p className="text-12 text-text-2">
            {differ.length} of {plural(count, "turn")} differ. Removed words are struck through, added words are underlined.
          </p>
        </div>
        <label className="flex items-center gap-2 text-13">
          <input type="checkbox" checked={around} onChange={(event) => setAround(event.target.checked)} /> Only the differences
        </label>
        <Button size="s" onClick={next}>
          Next difference <Kbd>D</Kbd>
        </Button>
        <Button size="s" onClick={onClose}>
          Close
        </Button>
      </div>
      <div className="grid grid-cols-2 gap-x-3 max-sm:grid-cols-1 max-sm:gap-y-3">
        {[left, right].map((version, side) => (
          <article key={version.number} aria-label={`Version ${String(version.number)}`} className="grid min-w-0 grid-rows-subgrid rounded-3 border border-line" style={{ gridRow: `span ${String(shown.length + 1)}` }}>
            <header className="border-b border-line bg-sunken px-3.5 py-2.5">
              <div className="flex items-center justify-between gap-2">
                <h4 className="text-13 font-semibold">Version {version.number}</h4>
                <Score value={version.quality.score} />
              </div>
              <p className="mt-0.5 text-12 text-text-2">
                {originWord(version)} <Time at={version.created_at} /> by {version.origin === "edit" ? version.created_by_name : writerName(version.written_by)}
                {version.cost_micros ? `, ${money(version.cost_micros)}` : ""}
              </p>
              <Button size="s" className="mt-2" variant={side ? "primary" : "default"} disabledReason={readOnly} onClick={() => void keep(version)}>
                Keep and approve <Kbd dark={Boolean(side)}>{side + 1}</Kbd>
              </Button>
            </header>
            {shown.map((pair) => (
              <Cell key={pair[side]?.number ?? pair[1 - side]?.number} pair={pair} side={side} />
            ))}
          </article>
        ))}
      </div>
      <Moved left={left} right={right} />
    </section>
  );
}

/** Brings the next turn that differs into view, with the focus; after the last comes the first. */
function useNextDifference(): () => void {
  const at = useRef(-1);
  return () => {
    const found = document.querySelectorAll<HTMLElement>("[data-differs]");
    at.current = found.length > 0 ? (at.current + 1) % found.length : -1;
    const one = found[at.current];
    one?.focus({ preventScroll: true });
    one?.scrollIntoView({ block: "center", behavior: "smooth" });
  };
}

function Cell({ pair, side }: { pair: readonly [Turn | undefined, Turn | undefined]; side: number }) {
  const turn = pair[side];
  if (!turn) return <p className="border-t border-line px-3.5 py-2.5 text-13 text-text-3">No such turn here</p>;
  return (
    <div
      tabIndex={-1}
      className="border-t border-line px-3.5 py-2.5 first-of-type:border-t-0"
      {...(pair[0]?.content !== pair[1]?.content && side ? { "data-differs": "" } : {})}
    >
      <p className={cx("text-11 font-semibold tracking-wide", turn.role === "user" ? "text-text-3" : "text-primary-text")}>
        {turn.number} {turn.role === "user" ? "USER" : "ASSISTANT"}
      </p>
      <p className="mt-0.5 text-13 whitespace-pre-wrap anywhere">
        {differences(pair[0]?.content ?? "", pair[1]?.content ?? "").map((change, index) => {
          if (change.kind === "same") return <span key={index}>{change.text}</span>;
          if (change.kind === "ins") return side ? <ins key={index} className="bg-(--ins) text-(--ins-text) underline">{change.text}</ins> : null;
          return side ? null : <del key={index} className="bg-(--del) text-(--del-text) line-through">{change.text}</del>;
        })}
      </p>
    </div>
  );
}

const figure = (score: number | null | undefined): string => (score === null || score === undefined ? "not assessed" : score.toFixed(1));

function Moved({ left, right }: { left: Version; right: Version }) {
  const before = new Map(left.quality.parts.map((part) => [part.key, part.score]));
  const moved = right.quality.parts.filter((part) => figure(before.get(part.key)) !== figure(part.score));
  const same = right.quality.parts.length - moved.length;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-12 text-text-2">
      <strong className="font-semibold text-text">Score</strong>
      {moved.map((part) => (
        <span key={part.key}>
          {part.label} {figure(before.get(part.key))} to <strong className="font-semibold text-text">{figure(part.score)}</strong>
        </span>
      ))}
      <span>{moved.length === 0 ? "All parts are the same" : `${plural(same, "part")} the same`}</span>
    </p>
  );
}
