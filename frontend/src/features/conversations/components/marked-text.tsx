import { Fragment } from "react";
import { Link } from "@tanstack/react-router";
import { AlertTriangle } from "lucide-react";
import type { Claim, Conversation } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { cx } from "@/lib/cx";

type Passage = Conversation["chunks"][number];

/** The label `F2` as people see it. */
export const factNumber = (label: string): string => label.replace(/^F/, "");

const LOOK = {
  found: "bg-mark border-b-2 border-mark-line",
  differs: "bg-st-rejected-bg border-b-2 border-dashed border-st-rejected",
};
const BADGE = {
  found: "border-mark-line bg-mark text-text",
  differs: "border-dashed border-st-rejected bg-st-rejected-bg text-st-rejected-text",
};

/** Places count characters as people do, not as JavaScript does: an emoji is one. */
function pieces(text: string, claims: readonly Claim[]): { before: string; said: string; claim: Claim }[] {
  const characters = Array.from(text);
  const found: { before: string; said: string; claim: Claim }[] = [];
  let done = 0;
  for (const claim of [...claims].sort((a, b) => a.start - b.start)) {
    if (claim.start < done || claim.end > characters.length) continue;
    found.push({ before: characters.slice(done, claim.start).join(""), said: characters.slice(claim.start, claim.end).join(""), claim });
    done = claim.end;
  }
  return found;
}

const after = (text: string, claims: readonly Claim[]): string => {
  const kept = pieces(text, claims).at(-1);
  return kept ? Array.from(text).slice(kept.claim.end).join("") : text;
};

const sourceWords = (claim: Claim, passage: Passage): string => Array.from(passage.text).slice(claim.passage_start ?? 0, claim.passage_end ?? 0).join("");

/** The passage with the words in question lifted out. */
function Quote({ claim, passage }: { claim: Claim; passage: Passage }) {
  const characters = Array.from(passage.text);
  const [start, end] = [claim.passage_start ?? 0, claim.passage_end ?? 0];
  return (
    <>
      “{characters.slice(0, start).join("")}
      <strong className="bg-mark font-semibold text-text">{characters.slice(start, end).join("")}</strong>
      {characters.slice(end).join("")}”
    </>
  );
}

/** Takes the source's words for what was said. */
type TakeWords = (claim: Claim, words: string) => void;

function Explained({ claim, passage, takeWords }: { claim: Claim; passage: Passage | undefined; takeWords?: TakeWords | undefined }) {
  if (!passage) {
    return <p className="text-13">None of the passages says this. Take it out, or add a source that says it.</p>;
  }
  return (
    <>
      {claim.state === "differs" ? <p className="mb-1 text-13 font-semibold">Your source says {sourceWords(claim, passage)}.</p> : null}
      <p className="text-13 text-text-2 anywhere">
        <strong className="font-semibold text-text">{passage.document_title}.</strong> <Quote claim={claim} passage={passage} />
      </p>
      <div className="mt-2 flex items-center gap-3">
        {takeWords && claim.state === "differs" ? (
          <Button size="s" onClick={() => takeWords(claim, sourceWords(claim, passage))}>
            Use {sourceWords(claim, passage)}
          </Button>
        ) : null}
        <Link to="/sources/$document" params={{ document: passage.document_id }} className="text-13 font-semibold text-primary-text hover:underline">
          Open source
        </Link>
      </div>
    </>
  );
}

function Marked({ said, claim, passages, takeWords }: { said: string; claim: Claim; passages: readonly Passage[]; takeWords?: TakeWords | undefined }) {
  const passage = passages.find((one) => one.label === claim.passage);
  if (claim.state !== "unsupported" && !passage) return <>{said}</>;
  const look = claim.state === "found" ? "found" : "differs";
  const label =
    claim.state === "found"
      ? `Fact ${factNumber(claim.passage ?? "")}, found in ${passage?.document_title ?? "your source"}`
      : claim.state === "differs"
        ? `Differs from your source: ${said}`
        : `Has no source: ${said}`;
  return (
    <>
      <mark className={cx("text-text", LOOK[look])}>{said}</mark>
      <Popover
        label={label}
        className="w-80 p-3.5"
        trigger={
          <button type="button" aria-label={label} className={cx("tnum relative mx-0.5 inline-grid h-4 min-w-4 place-items-center rounded-1 border px-0.5 align-text-top text-11 leading-none font-semibold before:absolute before:-inset-1", BADGE[look])}>
            {claim.state === "found" ? factNumber(claim.passage ?? "") : <AlertTriangle aria-hidden size={10} />}
          </button>
        }
      >
        <Explained claim={claim} passage={passage} takeWords={takeWords} />
      </Popover>
    </>
  );
}

/** A turn's text with numbered marks for what a source says, and dashed red ones for what differs from it. */
export function MarkedText({ text, claims, one, takeWords }: { text: string; claims: readonly Claim[]; one: Conversation; takeWords?: TakeWords }) {
  return (
    <>
      {pieces(text, claims).map(({ before, said, claim }) => (
        <Fragment key={claim.start}>
          {before}
          <Marked said={said} claim={claim} passages={one.chunks} takeWords={takeWords} />
        </Fragment>
      ))}
      {after(text, claims)}
    </>
  );
}
