// Writes the types of the API from the committed OpenAPI file, or (--check) says that they have drifted from it.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const SOURCE = new URL("../../functions/api/openapi.json", import.meta.url);
const TARGET = new URL("../src/api/schema.gen.ts", import.meta.url);
const HEADER = "// Generated from functions/api/openapi.json by `npm run api:generate`. Not edited by hand.\n";

const text = HEADER + astToString(await openapiTS(SOURCE, { alphabetize: true }));
if (process.argv.includes("--check")) {
  const there = await readFile(TARGET, "utf8").catch(() => "");
  if (there !== text) {
    console.error("src/api/schema.gen.ts differs from functions/api/openapi.json: run `npm run api:generate`.");
    process.exit(1);
  }
} else {
  await writeFile(TARGET, text);
}
