const MICROS = 1_000_000;
const MINUS = "\u2212";

const format = (digits: number): Intl.NumberFormat => new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
/** Made once: a table says a price in each of its rows. */
const FORMATS = new Map([2, 3, 4].map((digits) => [digits, format(digits)]));

const dollars = (value: number, digits: number): string => (FORMATS.get(digits) ?? format(digits)).format(value);

/**
 * Micro-dollars as a price. From a cent on there are two decimals; below it two significant figures, because
 * "$0.00" would say that something is free.
 */
export function money(micros: number): string {
  const sign = micros < 0 ? MINUS : "";
  const value = Math.abs(micros) / MICROS;
  if (value === 0) return "$0.00";
  if (value >= 0.01) return `${sign}$${dollars(value, 2)}`;
  if (value < 0.0001) return `${sign}$0.0001`;
  return `${sign}$${dollars(value, value < 0.001 ? 4 : 3)}`;
}

/** The price of one of several: "4 cents each" reads better than "$0.04". */
export function each(micros: number, count: number): string {
  if (count === 0) return "";
  const one = micros / count;
  const cents = one / 10_000;
  return cents >= 1 && cents < 100 && Math.abs(cents - Math.round(cents)) < 0.25
    ? `${String(Math.round(cents))} ${Math.round(cents) === 1 ? "cent" : "cents"} each`
    : `${money(one)} each`;
}

/** What a person typed as dollars, in micro-dollars; null when it is no amount. */
export function parseMoney(text: string): number | null {
  const clean = text.replaceAll(/[$,\s]/g, "");
  const [whole = "", part = "", ...rest] = clean.split(".");
  if (rest.length > 0 || !/^\d{1,9}$/.test(whole) || !/^\d{0,6}$/.test(part)) return null;
  return Math.round(Number(clean) * MICROS);
}

/** For a field: as few decimals as say it exactly, at least two. */
export function moneyField(micros: number): string {
  const text = (micros / MICROS).toFixed(6).replace(/0+$/, "");
  const [whole = "0", part = ""] = text.split(".");
  return `${whole}.${part.padEnd(2, "0")}`;
}
