const dayTime = new Intl.DateTimeFormat("en-US", {
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const clock = new Intl.DateTimeFormat("en-US", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", year: "numeric" });
const plainDay = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", year: "numeric", timeZone: "UTC" });
const exact = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeStyle: "long" });

/** `Nov 22, 10:03` in the reader's zone. */
export const shortTime = (iso: string): string => dayTime.format(new Date(iso));
export const clockTime = (iso: string): string => clock.format(new Date(iso));
/** A day without a time is the same day everywhere. */
export const longDay = (iso: string): string => (iso.length === 10 ? plainDay : day).format(new Date(iso));
/** With zone and seconds, for a tooltip. */
export const exactTime = (iso: string): string => exact.format(new Date(iso));

const unit = (value: number, name: string): string => `${String(value)} ${name}${value === 1 ? "" : "s"}`;

/** "about 7 minutes": rounded the way one would say it. */
export function roughly(seconds: number): string {
  if (seconds < 8) return "a few seconds";
  if (seconds < 50) return unit(Math.round(seconds / 5) * 5, "second");
  if (seconds < 90) return "1 minute";
  if (seconds < 90 * 60) return unit(Math.round(seconds / 60), "minute");
  const hours = Math.round(seconds / 1800) / 2;
  return unit(hours, "hour");
}

/** "3 to 5 minutes", "up to 10 seconds", or one figure when both ends would read the same. */
export function span(low: number, high: number): string {
  const [a, b] = [roughly(low), roughly(high)];
  if (a === b) return a;
  if (low < 8) return `up to ${b}`;
  const [, unitA] = a.split(" ");
  const [, unitB] = b.split(" ");
  const same = unitA && unitB && unitA.replace(/s$/, "") === unitB.replace(/s$/, "") && /^\d/.test(a);
  return same ? `${a.split(" ")[0] ?? ""} to ${b}` : `${a} to ${b}`;
}

/** Seconds since, for "31 s" beside what is being written. */
export const secondsSince = (iso: string, now: number): number =>
  Math.max(0, Math.round((now - Date.parse(iso)) / 1000));
