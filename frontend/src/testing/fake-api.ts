import type { Batch, ConversationRow, Decision, Estimate } from "../api/types";
import { STATUS_AFTER } from "../lib/words";
import { DATASET, makeConversation, makeDataset, makeRows, makeSummary } from "./fake-data";
import { fakeCoverage } from "./fake-coverage";
import { templateAnswer } from "./fake-templates";
import { fakeComments } from "./fake-comments";
import { BATCH, ESTIMATE, FIXED } from "./fake-answers";

export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  ifMatch: string | null;
}
export interface FakeAnswer {
  status: number;
  body: unknown;
}

const ok = (body: unknown, status = 200): FakeAnswer => ({ status, body });
const problem = (status: number, code: string, detail: string, more: object = {}): FakeAnswer => ({
  status,
  body: { title: code, status, detail, code, retryable: false, request_id: "8F3K2", ...more },
});

const LISTS = ["persona", "emotion", "topic", "intent", "tone", "tier", "arc", "content_category", "topic_cluster", "outcome", "id", "ref"] as const;
const field = (row: ConversationRow, name: string): string | number => (row as unknown as Record<string, string | number | null>)[name] ?? -1;

function matches(row: ConversationRow, query: URLSearchParams, except?: string): boolean {
  const lists = LISTS.every((name) => name === except || !query.has(name) || query.getAll(name).includes(row[name]));
  const statuses = query.getAll("status");
  const flagged = query.get("flagged");
  const byStatus = (except === "status" || statuses.length === 0 || statuses.includes(row.status)) && (flagged === null || except === "flagged" || String(row.flagged) === flagged);
  const [low, high] = [query.get("min_score"), query.get("max_score")];
  const byScore = (!low || (row.score ?? 0) >= Number(low)) && (!high || (row.score !== null && row.score <= Number(high)));
  const text = query.get("q")?.toLowerCase();
  return lists && byStatus && byScore && (!text || `${row.ref} ${row.persona} ${row.topic}`.toLowerCase().includes(text));
}

function list(rows: ConversationRow[], query: URLSearchParams): FakeAnswer {
  const found = rows.filter((row) => matches(row, query));
  const sort = query.get("sort");
  if (sort) {
    const [name, sign] = sort.startsWith("-") ? [sort.slice(1), -1] : [sort, 1];
    found.sort((a, b) => (field(a, name) < field(b, name) ? -sign : field(a, name) > field(b, name) ? sign : 0));
  }
  const [start, limit] = [Number(query.get("cursor") ?? 0), Number(query.get("limit") ?? 25)];
  const facets: Record<string, Record<string, number>> = {};
  for (const name of [...LISTS, "status", "flagged"]) {
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const value = String(field(row, name));
      counts[value] = (counts[value] ?? 0) + (matches(row, query, name) ? 1 : 0);
    }
    facets[name] = counts;
  }
  const next = start + limit < found.length ? String(start + limit) : null;
  return ok({ items: found.slice(start, start + limit), total: found.length, next_cursor: next, facets, labels: {}, searched: null, datasets_left_out: 0, revision: "1" });
}

/** In economy the whole estimate is for less, not its card alone. */
function estimateOf(mode: unknown): Estimate {
  const offer = ESTIMATE.modes.find((one) => one.mode === mode);
  if (mode !== "economy" || !offer) return ESTIMATE;
  return { ...ESTIMATE, ...offer, drivers: ESTIMATE.drivers.map((driver) => ({ ...driver, micros: driver.micros / 2 })) };
}

/** Enough of the server to look at every page and to test against: it decides, counts and refuses like the real one. */
export function createFakeApi(): (request: FakeRequest) => FakeAnswer {
  let rows = makeRows();
  const dataset = makeDataset();
  const started = Date.now();

  const change = (id: string, to: Partial<ConversationRow>): ConversationRow | undefined => {
    rows = rows.map((row) => (row.id === id ? { ...row, ...to, revision: row.revision + 1 } : row));
    return rows.find((row) => row.id === id);
  };

  const review = (id: string, request: FakeRequest): FakeAnswer => {
    const row = rows.find((one) => one.id === id);
    if (!row) return problem(404, "not_found", "There is no such conversation.");
    if (!request.ifMatch) return problem(428, "revision_missing", "Say which revision you have read.");
    if (request.ifMatch !== `"${String(row.revision)}"`) return problem(409, "stale", "Someone changed this meanwhile.", { current: row });
    const decision = request.body["decision"] as Decision;
    const note = typeof request.body["note"] === "string" ? request.body["note"] : "";
    const reasons = (request.body["reasons"] as string[] | undefined) ?? [];
    return ok(
      change(id, {
        status: STATUS_AFTER[decision],
        review: { decision, by: "u1", by_name: "Maya Hollis", at: new Date().toISOString(), note, reasons, version: Number(request.body["version"]) },
      }),
    );
  };

  const talk = fakeComments();
  const edited = new Map<string, unknown>();
  const edit = (id: string, request: FakeRequest): FakeAnswer => {
    const row = rows.find((one) => one.id === id);
    if (!row) return problem(404, "not_found", "There is no such conversation.");
    if (request.ifMatch !== `"${String(row.revision)}"`) return problem(409, "stale_revision", "Somebody changed this.", { current: row });
    const shown = makeConversation(row).version;
    const texts = new Map((request.body["turns"] as { number: number; content: string }[]).map((turn) => [turn.number, turn.content]));
    const turns = shown?.turns.map((turn) => ({ ...turn, content: texts.get(turn.number) ?? turn.content }));
    const after = change(id, { latest_version: 2, current_version: 2, score: 8.1 });
    const version = { ...shown, number: 2, origin: "edit", base_version: 1, turns, quality: { ...shown?.quality, score: 8.1 } };
    edited.set(id, version);
    return ok({ row: after, version, was_score: shown?.quality.score });
  };

  const bulk = (body: Record<string, unknown>, preview: boolean): FakeAnswer => {
    const ids = (body["ids"] as string[] | undefined) ?? rows.map((row) => row.id);
    const ready = rows.filter((row) => ids.includes(row.id) && row.current_version);
    const left = rows.filter((row) => ids.includes(row.id) && !row.current_version);
    const reasons = left.length > 0 ? [{ code: "not_written", count: left.length, phrase: left.length === 1 ? "it is not written yet" : "they are not written yet" }] : [];
    if (preview) return ok({ total: ids.length, ready: ready.length, reasons, unopened: ready.length, unopened_refs: ready.map((row) => row.ref) });
    ready.forEach((row) => change(row.id, body["action"] === "tag" ? { tags: body["add_tags"] as string[] } : { status: body["action"] === "approve" ? "approved" : "rejected" }));
    const failed = left.map((row) => ({ id: row.id, ref: row.ref, code: "not_written", reason: `${row.ref} is not written yet.` }));
    return ok({ id: "op1", action: body["action"], state: "ended", total: ids.length, position: ids.length, done: ready.length, failed_count: left.length, failed, reasons, batch_id: null, undoable: ready.length > 0, started_at: "2026-11-22T10:00:00Z", ended_at: "2026-11-22T10:00:01Z" });
  };

  const batch = (): Batch => {
    const seconds = (Date.now() - started) / 1000;
    const finished = Math.min(90, 58 + Math.floor(seconds / 3));
    const counts = { ...BATCH.counts, succeeded: finished - 3, queued: Math.max(0, 90 - finished - 8), generating: Math.min(8, 90 - finished) };
    return { ...BATCH, counts, percent: (finished / 90) * 100, state: finished === 90 ? "ended" : "running", end: finished === 90 ? "with_failures" : null, ended_at: finished === 90 ? new Date().toISOString() : null };
  };

  return (request) => {
    const { method, path, query, body } = request;
    const fixed = FIXED[`${method} ${path}`];
    if (fixed !== undefined) return ok(fixed, method === "POST" ? 201 : 200);
    const [, group, id = "", ...tail] = path.split("/");
    const rest = tail.join("/");
    if (group === "conversations" && !id) return list(rows, query);
    if (group === "datasets") {
      if (rest === "") return ok(method === "PATCH" ? { ...dataset, ...body } : dataset);
      if (rest === "summary") return ok({ ...makeSummary(rows), running_batch: query.has("running") ? batch() : null });
      if (rest === "conversations") return list(rows, query);
      if (rest === "vocabulary") return method === "GET" ? ok({ text: "list,name\n" }) : problem(422, "bad_vocabulary", "One thing is wrong with this file, so nothing was changed: line 3 mood is no list.", { errors: [{ field: "line 3", message: "mood is no list" }] });
      if (rest === "coverage") return ok(fakeCoverage());
      if (rest === "coverage/fill") return ok({ created: (body["gaps"] as { count: number }[]).reduce((sum, gap) => sum + gap.count, 0), tiers: {}, total: 99 }, 201);
      if (rest === "bulk" || rest === "bulk/preview") return bulk(body, rest !== "bulk");
      if (rest === "batches/estimate") {
        const judge = (body["task"] as { kind?: string } | undefined)?.kind === "judge";
        const ids = (body["selection"] as { ids?: string[] }).ids;
        return ok(ids ? { ...ESTIMATE, count: ids.length, expected_micros: ids.length * (judge ? 2_100 : 40_000), by_tier: { template: ids.length } } : estimateOf(body["mode"]));
      }
      if (rest === "batches") return method === "POST" ? ok(batch(), 202) : ok({ items: [batch()], total: 1, next_cursor: null });
      if (rest === "plan/preview") return ok({ ...FIXED["plan"] as object, total: body["total"], expected_micros: Number(body["total"]) * 40_600 });
      return ok(FIXED[`dataset ${rest}`] ?? {}, method === "POST" ? 201 : 200);
    }
    if (group === "conversations") {
      const row = rows.find((one) => one.id === id);
      if (!row) return problem(404, "not_found", "There is no such conversation.");
      if (rest === "opened") return ok({ readers: [] });
      if (rest === "review") return review(id, request);
      if (rest === "rating") return ok(change(id, { stars: body["stars"] as number | null }));
      if (rest.startsWith("comments")) return talk.answer(id, request);
      if (rest === "undo") return ok(change(id, { status: "generated", review: null }));
      if (rest === "turns") return edit(id, request);
      if (method === "PATCH" && rest === "") return request.ifMatch === `"${String(row.revision)}"` ? ok(change(id, body)) : problem(409, "stale_revision", "Somebody changed this.", { current: row });
      if (rest.startsWith("attempts/")) return ok(FIXED["call"]);
      if (rest === "attempts") return ok(FIXED["attempts"]);
      if (["generate", "repair", "second-opinion"].includes(rest)) return ok({ batch: batch() }, 202);
      const whole = makeConversation(row);
      const version = edited.get(id) ?? whole.version;
      if (rest.startsWith("versions/")) return ok(rest === "versions/1" ? { ...whole.version, number: 1 } : version);
      return ok({ ...whole, version });
    }
    if (group === "batches") return ok(batch());
    if (group === "documents") return ok(rest ? FIXED["chunks"] : FIXED["document"]);
    if (group === "templates") return ok(templateAnswer(id, rest, body));
    if (group === "packs") return ok(FIXED["pack"]);
    return problem(404, "not_found", "This page is not here, or belongs to another workspace.");
  };
}

export { DATASET };
