import type { ActivityEvent } from "@/api/types";

const named = (key: string): string => key.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());
const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** What else the entry holds: values, notes, hashes, as text. */
export function Details({ one }: { one: ActivityEvent }) {
  const told = Object.entries(one.details).filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0));
  if (told.length === 0) return <span className="anywhere">{one.summary}</span>;
  return (
    <details>
      <summary className="cursor-pointer py-1 anywhere">{one.summary}</summary>
      <dl className="mb-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-12">
        {told.map(([key, value]) => (
          <div key={key} className="contents">
            <dt className="text-text-3">{named(key)}</dt>
            <dd className="max-h-40 overflow-y-auto anywhere">{shown(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
