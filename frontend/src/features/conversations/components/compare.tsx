import { useRef, useState } from "react";
import { useQueries } from "@tanstack/react-query";
import { useReadOnlyReason } from "@/api/queries";
import type { Conversation, Turn, Version } from "@/api/types";
import { Score } from "@/components/score";
import { Kbd, Time } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { differences } from "@/features/templates/text";
import { cx } from "@/lib/cx";
import { useRoomForThree } from "@/lib/media";
import { money } from "@/lib/money";
import { useShortcuts } from "@/lib/shortcuts";
import { plural, writerName } from "@/lib/words";
import { versionQuery } from "../api";
import { useReview } from "../review";
import { originWord } from "../versions";

interface Props {
  one: Conversation;
  numbers: readonly number[];
  onChange: (numbers: number[]) => void;
  onClose: () => void;
  /** Keeps this version and goes on; without it the comparison does so itself, and closes. */
  onKeep?: (version: number) => void;
  large?: boolean;
}

/** Versions side by side: what words went and came, which parts of the score moved, and which one to keep. */
export function Compare({ one, numbers, onChange, onClose, onKeep, large = false }: Props) {
  const [around, setAround] = useState(true);
  const most = useRoomForThree() ? 3 : 2;
  const chosen = numbers.slice(0, most);
  const found = useQueries({ queries: chosen.map((number) => versionQuery(one.id, number)) });
  const versions = found.map((query) => query.data).filter((version) => version !== undefined && version !== null);
  const review = useReview();
  const readOnly = useReadOnlyReason("reviewer");
  const keep = async (version: Version | undefined): Promise<void> => {
    if (!version || readOnly) return;
    if (onKeep) onKeep(version.number);
    else if ((await review({ row: one, decision: "approve", version: version.number })) !== "refused") onClose();
  };
  const next = useNextDifference();
  useShortcuts({ 1: () => void keep(versions[0]), 2: () => void keep(versions[1]), 3: () => void keep(versions[2]), d: next });
  const [first, ...others] = versions;
  if (!first || versions.length < chosen.length) return <p className="p-5 text-13 text-text-3">Loading the versions</p>;

  const there = one.versions.filter((line) => !line.removed).map((line) => line.number);
  const left = there.filter((number) => !chosen.includes(number)).sort((a, b) => b - a);
  const [third] = left;
  const count = Math.max(...versions.map((version) => version.turns.length));
  const turns = Array.from({ length: count }, (_, index) => versions.map((version) => version.turns[index]));
  const differ = turns.filter((same) => same.some((turn) => turn?.content !== same[0]?.content));
  const shown = around && differ.length > 0 ? differ : turns;
  const swap = (side: number, number: number): void => onChange(chosen.map((old, index) => (index === side ? number : old)));
  return (
    <section aria-label="Comparison" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="mr-auto">
          <h3 className="text-16 font-title">
            {versions.length === 2 ? "Two" : "Three"} versions of {one.ref}
          </h3>
          <p className="text-12 text-text-2">
            {differ.length} of {plural(count, "turn")} differ{versions.length > 2 ? ` from version ${String(first.number)}` : ""}. Removed words are struck through, added words are underlined.
          </p>
        </div>
        <label className="flex items-center gap-2 text-13">
          <input type="checkbox" checked={around} onChange={(event) => setAround(event.target.checked)} /> Only the differences
        </label>
        {third !== undefined && versions.length < most ? (
          <Button size="s" onClick={() => onChange([...chosen, third])}>
            Version {third} beside them
          </Button>
        ) : null}
        {versions.length === 3 ? (
          <Button size="s" onClick={() => onChange(chosen.slice(0, 2))}>
            Only two
          </Button>
        ) : null}
        <Button size="s" onClick={next}>
          Next difference <Kbd>D</Kbd>
        </Button>
        <Button size="s" onClick={onClose}>
          Close
        </Button>
      </div>
      <div className={cx("grid gap-x-3 max-sm:grid-cols-1 max-sm:gap-y-3", versions.length === 3 ? "grid-cols-3" : "grid-cols-2")}>
        {versions.map((version, side) => (
          <article key={version.number} aria-label={`Version ${String(version.number)}`} className="grid min-w-0 grid-rows-subgrid rounded-3 border border-line" style={{ gridRow: `span ${String(shown.length + 1)}` }}>
            <header className="border-b border-line bg-sunken px-3.5 py-2.5">
              <div className="flex items-center justify-between gap-2">
                {left.length > 0 ? (
                  <Select aria-label={`Version in column ${String(side + 1)}`} value={String(version.number)} onChange={(event) => swap(side, Number(event.target.value))}>
                    {[version.number, ...left].map((number) => (
                      <option key={number} value={number}>
                        Version {number}
                      </option>
                    ))}
                  </Select>
                ) : (
                  <h4 className="text-13 font-semibold">Version {version.number}</h4>
                )}
                <Score value={version.quality.score} />
              </div>
              <p className="mt-0.5 text-12 text-text-2">
                {originWord(version)} <Time at={version.created_at} /> by {version.origin === "edit" ? version.created_by_name : writerName(version.written_by)}
                {version.cost_micros ? `, ${money(version.cost_micros)}` : ""}
              </p>
              <Button size="s" className="mt-2" variant={side === versions.length - 1 ? "primary" : "default"} disabledReason={readOnly} onClick={() => void keep(version)}>
                Keep and approve <Kbd dark={side === versions.length - 1}>{side + 1}</Kbd>
              </Button>
            </header>
            {shown.map((same, index) => (
              <Cell key={same.find(Boolean)?.number ?? index} same={same} side={side} large={large} />
            ))}
          </article>
        ))}
      </div>
      {others.map((other) => (
        <Moved key={other.number} left={first} right={other} named={others.length > 1} />
      ))}
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

/** Of two, each shows its own words and what the other changed of them; of three, the others show what they changed of the first. */
function Cell({ same, side, large }: { same: readonly (Turn | undefined)[]; side: number; large: boolean }) {
  const [turn, base] = [same[side], same[0]];
  if (!turn) return <p className="border-t border-line px-3.5 py-2.5 text-13 text-text-3">No such turn here</p>;
  const three = same.length > 2;
  const against = side || three ? turn : same[1];
  return (
    <div tabIndex={-1} className="border-t border-line px-3.5 py-2.5 first-of-type:border-t-0" {...(side && base?.content !== turn.content ? { "data-differs": "" } : {})}>
      <p className={cx("text-11 font-semibold tracking-wide", turn.role === "user" ? "text-text-3" : "text-primary-text")}>
        {turn.number} {turn.role === "user" ? "USER" : "ASSISTANT"}
      </p>
      <p className={cx("mt-0.5 whitespace-pre-wrap anywhere", large ? "text-15" : "text-13")}>
        {differences(base?.content ?? "", against?.content ?? "").map((change, index) => {
          if (change.kind === "same") return <span key={index}>{change.text}</span>;
          if (change.kind === "ins") return side ? <ins key={index} className="bg-(--ins) text-(--ins-text) underline">{change.text}</ins> : null;
          return side && !three ? null : <del key={index} className="bg-(--del) text-(--del-text) line-through">{change.text}</del>;
        })}
      </p>
    </div>
  );
}

const figure = (score: number | null | undefined): string => (score === null || score === undefined ? "not assessed" : score.toFixed(1));

function Moved({ left, right, named }: { left: Version; right: Version; named: boolean }) {
  const before = new Map(left.quality.parts.map((part) => [part.key, part.score]));
  const moved = right.quality.parts.filter((part) => figure(before.get(part.key)) !== figure(part.score));
  const same = right.quality.parts.length - moved.length;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-12 text-text-2">
      <strong className="font-semibold text-text">Score{named ? `, version ${String(right.number)}` : ""}</strong>
      {moved.map((part) => (
        <span key={part.key}>
          {part.label} {figure(before.get(part.key))} to <strong className="font-semibold text-text">{figure(part.score)}</strong>
        </span>
      ))}
      <span>{moved.length === 0 ? "All parts are the same" : `${plural(same, "part")} the same`}</span>
    </p>
  );
}
