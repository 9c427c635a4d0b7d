import type { Estimate } from "@/api/types";
import { Radio } from "@/components/ui/checkbox";
import { cx } from "@/lib/cx";
import { money } from "@/lib/money";
import { span } from "@/lib/time";
import type { Mode, Offer } from "../rules";
import { cheaper } from "../rules";

interface Props {
  estimate: Estimate;
  chosen: Mode;
  onChoose: (mode: Mode) => void;
}

const when = ({ mode, expected_seconds_low: low, expected_seconds_high: high }: Offer): string =>
  mode === "economy" ? "Mostly within the hour, at most a day" : `Ready in ${span(low, high)}`;

/** The same texts now or for less, each with its price and its time. */
export function Modes({ estimate, chosen, onChoose }: Props) {
  const now = estimate.modes.find(({ mode }) => mode === "now");
  if (!now || estimate.modes.length < 2) return null;
  return (
    <fieldset className="grid gap-2.5 sm:grid-cols-2">
      <legend className="sr-only">When it is written</legend>
      {estimate.modes.map((offer) => (
        <label key={offer.mode} className={cx("flex cursor-pointer items-start gap-2.5 rounded-3 border px-3.5 py-2.5 hover:border-primary", chosen === offer.mode ? "border-primary bg-primary-soft" : "border-line-strong")}>
          <Radio name="mode" className="mt-0.5" checked={chosen === offer.mode} onChange={() => onChoose(offer.mode)} />
          <span className="min-w-0">
            <span className="block text-13 font-semibold">{offer.mode === "now" ? "Now" : `Economy, ${cheaper(now, offer)}`}</span>
            <span className="tnum block text-12 text-text-2">
              {when(offer)}, {money(offer.expected_micros)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
