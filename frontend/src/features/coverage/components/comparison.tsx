import { Star } from "lucide-react";
import type { Comparison as Compared } from "@/api/types";
import { plural } from "@/lib/words";

type Figures = Compared["examples"];

const LINES: readonly [string, (one: Figures) => string | null, (one: Figures) => number, string][] = [
  ["Score", ({ mean_score: value }) => value?.toFixed(1) ?? null, (one) => one.scored, "with a score"],
  ["Turns", ({ mean_turns: value }) => value?.toFixed(1) ?? null, (one) => one.written, "written"],
  ["Words a turn", ({ words_per_turn: value }) => value?.toFixed(0) ?? null, (one) => one.counted, "counted"],
  ["Approved", ({ approval: value }) => (value === null ? null : `${(value * 100).toFixed(0)} %`), (one) => one.decided, "decided"],
];

function Cell({ figure, count, of }: { figure: string | null; count: number; of: string }) {
  return (
    <td className="py-1.5 pl-6 text-right whitespace-nowrap">
      <span className="tnum font-semibold">{figure ?? "–"}</span>
      <span className="ml-2 inline-block w-24 text-left text-12 text-text-2">
        {count.toLocaleString("en-US")} {of}
      </span>
    </td>
  );
}

/** The owner's examples as a yardstick for what was generated: means, and how many they are taken from. */
export function Comparison({ compared: { examples, generated } }: { compared: Compared }) {
  if (examples.written === 0) return null;
  return (
    <section aria-labelledby="compared" className="mb-6 rounded-3 border border-line bg-surface px-4 py-3">
      <h2 id="compared" className="flex items-center gap-1.5 text-13 font-semibold">
        <Star aria-hidden size={14} className="fill-brand text-brand" />
        Your examples against the generated ones
      </h2>
      <table className="mt-1 w-full max-w-170 text-13">
        <thead>
          <tr className="text-12 text-text-2">
            <th scope="col" className="text-left font-medium">
              Mean
            </th>
            <th scope="col" className="text-right font-medium">
              {plural(examples.written, "example")} of yours
            </th>
            <th scope="col" className="text-right font-medium">{generated.written.toLocaleString("en-US")} generated</th>
          </tr>
        </thead>
        <tbody>
          {LINES.map(([name, figure, count, of]) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="text-left font-regular">
                {name}
              </th>
              <Cell figure={figure(examples)} count={count(examples)} of={of} />
              <Cell figure={figure(generated)} count={count(generated)} of={of} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
