import type { Parameter, ParameterProblem } from "@/api/types";
import { cx } from "@/lib/cx";
import { differences, pieces } from "../text";

const KNOWN = "rounded-1 bg-primary-soft text-primary-text";
const UNKNOWN = "text-st-rejected-text underline decoration-st-rejected decoration-wavy underline-offset-4";

/** A text with its parameters marked: known ones in blue, unknown ones underlined in red. */
export function Marked({ text, parameters, plain = false }: { text: string; parameters: readonly Parameter[]; plain?: boolean }) {
  return (
    <>
      {pieces(text).map((piece, index) => {
        if (piece.name === undefined) return piece.text;
        const known = parameters.some((one) => one.name === piece.name);
        return (
          <span key={index} className={cx(known ? KNOWN : UNKNOWN, !plain && known && "px-1.5 py-px text-13 font-medium")}>
            {plain || !known ? piece.text : piece.name}
          </span>
        );
      })}
    </>
  );
}

export function Changes({ before, after }: { before: string; after: string }) {
  return (
    <>
      {differences(before, after).map((one, index) =>
        one.kind === "same" ? (
          one.text
        ) : one.kind === "ins" ? (
          <ins key={index} className="bg-(--ins) text-(--ins-text) underline">
            {one.text}
          </ins>
        ) : (
          <del key={index} className="bg-(--del) text-(--del-text) line-through">
            {one.text}
          </del>
        ),
      )}
    </>
  );
}

const FROM: Record<Parameter["source"], string> = {
  plan: "from the plan",
  persona: "from the persona",
  arc: "from the arc",
  documents: "from your documents",
  firm: "from the dataset’s firm",
};

/** What the text asks for and where each value comes from. */
export function Needs({ names, parameters }: { names: readonly string[]; parameters: readonly Parameter[] }) {
  return (
    <ul>
      {names.map((name) => {
        const known = parameters.find((one) => one.name === name);
        return (
          <li key={name} className="flex min-h-8 items-center justify-between gap-3 border-t border-line">
            <span className={cx("text-12 font-medium anywhere", known ? cx(KNOWN, "px-1.5") : UNKNOWN)}>{name}</span>
            <span className="text-12 text-text-2">{known ? FROM[known.source] : "not a value"}</span>
          </li>
        );
      })}
    </ul>
  );
}

interface ProblemsProps {
  problems: readonly ParameterProblem[];
  onReplace: (name: string, by: string) => void;
}

/** What stops saving, each with the fix that was probably meant. */
export function Problems({ problems, onReplace }: ProblemsProps) {
  return (
    <ul aria-label="What stops saving" className="grid gap-1.5 text-13">
      {problems.map((one) => {
        const { suggestion } = one;
        return (
          <li key={`${one.kind} ${one.name}`} className="flex flex-wrap items-center gap-2 text-st-rejected-text">
            <span className="anywhere">{suggestion ? `There is no value called ${one.name}.` : one.sentence}</span>
            {suggestion ? (
              <button type="button" className="min-h-6 font-semibold text-primary-text underline" onClick={() => onReplace(one.name, suggestion)}>
                {`Did you mean ${suggestion}?`}
              </button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
