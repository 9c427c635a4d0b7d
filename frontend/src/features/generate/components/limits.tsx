import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/field";
import { moneyField } from "@/lib/money";
import type { Estimate } from "@/api/types";
import { capMeaning } from "../rules";

interface StopAtProps {
  estimate: Estimate;
  judge: boolean | undefined;
  cap: number | null;
  /** What was typed; null while the suggestion stands. */
  text: string | null;
  wrong: string | null;
  onType: (text: string) => void;
}

export const StopAt = ({ estimate, judge, cap, text, wrong, onType }: StopAtProps) => (
  <div>
    <label htmlFor="stop-at" className="text-13 font-semibold">
      Stop at
    </label>
    <div className="mt-1 flex items-center gap-2">
      <span className="relative shrink-0">
        <span aria-hidden className="absolute top-1.5 left-2.5 text-13">$</span>
        <Input id="stop-at" inputMode="decimal" className="w-20! pl-5.5!" aria-invalid={Boolean(wrong)} aria-describedby="stop-help" value={text ?? moneyField(estimate.suggested_cap_micros)} onChange={(event) => onType(event.target.value)} />
      </span>
      <p id="stop-help" className={wrong ? "text-12 text-st-rejected-text" : "text-12 text-text-2"}>
        {wrong ?? (cap === null ? "" : capMeaning(cap, estimate, judge))}
      </p>
    </div>
  </div>
);

interface MailProps {
  to: string | undefined;
  on: boolean;
  onChange: (on: boolean) => void;
}

export const MailWhenDone = ({ to, on, onChange }: MailProps) => (
  <div>
    <p className="text-13 font-semibold">When it is done</p>
    <label className="mt-1 flex h-8 items-center gap-2 text-13">
      <Checkbox checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span className="truncate">Mail {to}</span>
    </label>
    <p className="text-12 text-text-2">Also if it stops before the end.</p>
  </div>
);

interface WeakProps {
  on: boolean;
  onChange: (on: boolean) => void;
}

export const WeakAgain = ({ on, onChange }: WeakProps) => (
  <div className="flex flex-wrap items-center gap-x-2 sm:col-span-2">
    <label className="flex items-center gap-2 text-13 font-semibold">
      <Checkbox checked={on} onChange={(event) => onChange(event.target.checked)} />
      Write weak ones again
    </label>
    <p className="text-12 text-text-2">Flagged ones, worst first, at most three times, within your limit.</p>
  </div>
);

interface CountProps {
  count: number;
  typed: string;
  onType: (text: string) => void;
}

export const TypeTheCount = ({ count, typed, onType }: CountProps) => (
  <label className="grid justify-items-start gap-1 border-t border-line pt-3 text-13 font-semibold">
    Type {count} to go on
    <Input className="w-28!" inputMode="numeric" autoComplete="off" value={typed} onChange={(event) => onType(event.target.value)} />
  </label>
);
