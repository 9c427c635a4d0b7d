// What a browser has to fetch before the table of a dataset shows: the entry, its static imports, and the page's own.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const LIMIT = 250_000;
const DIST = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", DIST), "utf8"));

const wanted = new Set();
function follow(key) {
  const chunk = manifest[key];
  if (!chunk || wanted.has(chunk.file)) return;
  wanted.add(chunk.file);
  (chunk.imports ?? []).forEach(follow);
}
follow("index.html");
const shell = await measure();
follow("src/features/conversations/page.tsx");
const table = await measure();

async function measure() {
  let total = 0;
  for (const file of wanted) total += gzipSync(await readFile(new URL(file, DIST)), { level: 9 }).length;
  return total;
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`first load: ${kB(table)} gzipped JavaScript (${kB(shell)} frame, ${wanted.size} files), bound ${kB(LIMIT)}`);
if (table > LIMIT) process.exit(1);
