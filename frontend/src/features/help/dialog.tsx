import { useState } from "react";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { setSingleKeys, singleKeysOn } from "@/lib/shortcuts";

const KEYS: { where: string; lines: [string, string[]][] }[] = [
  {
    where: "In the table",
    lines: [
      ["Next and previous row", ["J", "K"]],
      ["Select the row", ["Space"]],
      ["Open the row", ["Enter"]],
      ["Next and previous page", ["]", "["]],
    ],
  },
  {
    where: "While reading",
    lines: [
      ["Next and previous conversation", ["J", "K"]],
      ["Approve", ["A"]],
      ["Reject, with or without a note", ["R"]],
      ["Flag for an edit", ["F"]],
      ["Write a note", ["N"]],
      ["Copy the conversation", ["Y"]],
    ],
  },
  {
    where: "Everywhere",
    lines: [
      ["Search", ["/"]],
      ["Undo the last thing", ["Z"]],
      ["Close what is open", ["Esc"]],
      ["This sheet", ["?"]],
    ],
  },
];

const STEPS = [
  ["Describe", "Who writes to you and what they ask about. A starter pack fills it in."],
  ["Generate", "You see the price first, set where to stop, and can close the browser."],
  ["Review", "Each conversation has a score that says why. You approve or reject it."],
  ["Export", "Only what you approved goes into the training file."],
] as const;

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Help and shortcuts"
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
      <div className="grid gap-6 sm:grid-cols-2">
        {KEYS.map(({ where, lines }) => (
          <section key={where}>
            <h3 className="border-b border-line pb-1.5 text-12 font-semibold text-text-2">{where}</h3>
            <dl>
              {lines.map(([what, pressed]) => (
                <div key={what} className="flex h-7.5 items-center justify-between text-13">
                  <dt>{what}</dt>
                  <dd className="flex gap-1">
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
        ))}
        <section>
          <h3 className="border-b border-line pb-1.5 text-12 font-semibold text-text-2">The four steps</h3>
          <ol className="grid gap-1.5 pt-1.5 text-13">
            {STEPS.map(([name, what]) => (
              <li key={name}>
                <strong className="font-semibold">{name}.</strong> <span className="text-text-2">{what}</span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Dialog>
  );
}
