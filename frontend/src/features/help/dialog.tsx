import { useState } from "react";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { setSingleKeys, singleKeysOn } from "@/lib/shortcuts";
import { COLUMNS } from "./keys";

const STEPS = [
  ["Describe", "Who writes to you and what they ask about. A starter pack fills it in."],
  ["Generate", "You see the price first, set where to stop, and can close the browser."],
  ["Review", "Each conversation has a score that says why. You approve or reject it."],
  ["Export", "Only what you approved goes into the training file."],
] as const;

/** The sheet of shortcuts; with the four steps where it is the help of the app. */
export function HelpDialog({ open, onClose, steps = true }: { open: boolean; onClose: () => void; steps?: boolean }) {
  const [find, setFind] = useState("");
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={steps ? "Help and shortcuts" : "Shortcuts"}
      width="broad"
      description="Read and decide without the mouse. Each of these is a button too."
      footer={
        <>
          <span className="mr-auto flex items-center gap-2 text-13">
            <Switch
              label="Single-key shortcuts"
              checked={on}
              onChange={(next) => {
                setOn(next);
                setSingleKeys(next);
              }}
            />
            Single-key shortcuts
            <span className="text-12 text-text-3 max-sm:hidden">Off helps with voice control or a screen reader</span>
          </span>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <Input type="search" aria-label="Find a shortcut" placeholder="Find a shortcut" value={find} onChange={(event) => setFind(event.target.value)} className="mb-4 max-w-60" />
      <div className="grid items-start gap-x-9 gap-y-5 sm:grid-cols-3">
        {COLUMNS.map((groups) => (
          <div key={groups[0]?.where} className="grid gap-5">
            {groups.map(({ where, lines }) => {
              const found = lines.filter(([what, pressed]) => `${what} ${pressed.join(" ")}`.toLowerCase().includes(find.trim().toLowerCase()));
              return found.length > 0 ? <Keys key={where} where={where} lines={found} /> : null;
            })}
          </div>
        ))}
      </div>
      {steps ? (
        <section className="mt-6">
          <h3 className="border-b border-line pb-1.5 text-12 font-semibold text-text-2">The four steps</h3>
          <ol className="grid gap-1.5 pt-1.5 text-13">
            {STEPS.map(([name, what]) => (
              <li key={name}>
                <strong className="font-semibold">{name}.</strong> <span className="text-text-2">{what}</span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </Dialog>
  );
}

function Keys({ where, lines }: { where: string; lines: readonly [string, string[]][] }) {
  return (
    <section>
      <h3 className="border-b border-line pb-1.5 text-12 font-semibold text-text-2">{where}</h3>
      <dl>
        {lines.map(([what, pressed]) => (
          <div key={what} className="flex min-h-7.5 items-center justify-between gap-2 text-13">
            <dt>{what}</dt>
            <dd className="flex shrink-0 gap-1">
              {pressed.map((key) => (
                <span key={key}>
                  <Kbd>{key}</Kbd>
                  <span className="sr-only">{key}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
