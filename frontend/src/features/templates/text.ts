export interface Piece {
  text: string;
  /** The parameter that stands here in braces. */
  name?: string;
}

const BRACES = /(\{\{?\s*[A-Za-z][\w ]{0,40}?\s*\}?\})/;

/** A template's text cut at its parameters; joined again it is the same text. */
export function pieces(body: string): Piece[] {
  return body
    .split(BRACES)
    .filter((text) => text !== "")
    .map((text) => (BRACES.test(text) ? { text, name: text.replaceAll(/[{}]/g, "").trim() } : { text }));
}

export interface Change {
  kind: "same" | "ins" | "del";
  text: string;
}

const words = (text: string): string[] => text.split(/(\s+)/).filter((word) => word !== "");
const MOST = 2500;

/** What was put in and taken out between two texts, word by word (longest common subsequence). */
export function differences(before: string, after: string): Change[] {
  const [a, b] = [words(before), words(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    ...a.slice(0, start).map((text) => ({ kind: "same" as const, text })),
    ...middle,
    ...a.slice(a.length - end).map((text) => ({ kind: "same" as const, text })),
  ]);
}

function between(a: string[], b: string[]): Change[] {
  if (a.length > MOST || b.length > MOST) return [{ kind: "del", text: a.join("") }, { kind: "ins", text: b.join("") }];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ kind: "same", text: a[i] ?? "" });
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: "del", text: a[i] ?? "" });
      i += 1;
    } else {
      found.push({ kind: "ins", text: b[j] ?? "" });
      j += 1;
    }
  }
  return found;
}

function joined(changes: Change[]): Change[] {
  const result: Change[] = [];
  for (const one of changes) {
    const last = result.at(-1);
    if (last?.kind === one.kind) last.text += one.text;
    else result.push({ ...one });
  }
  return result.filter((one) => one.text !== "");
}

/** Shares in percent after one version got another: the others divide the rest as they did, and it stays 100. */
export function withShare(shares: Record<number, number>, version: number, percent: number): Record<number, number> {
  const others = Object.entries(shares).filter(([number]) => Number(number) !== version);
  const sum = others.reduce((all, [, share]) => all + share, 0);
  if (others.length === 0) return { [version]: 100 };
  const wanted = Math.max(0, Math.min(100, Math.round(percent)));
  const rest = 100 - wanted;
  const exact = others.map(([number, share]) => ({ number: Number(number), value: sum > 0 ? (rest * share) / sum : rest / others.length }));
  const result: Record<number, number> = { [version]: wanted };
  for (const one of exact) result[one.number] = Math.floor(one.value);
  let left = rest - exact.reduce((all, one) => all + Math.floor(one.value), 0);
  for (const one of [...exact].sort((a, b) => (b.value % 1) - (a.value % 1))) {
    if (left <= 0) break;
    result[one.number] = (result[one.number] ?? 0) + 1;
    left -= 1;
  }
  return result;
}
