import { beforeEach, describe, expect, it } from "vitest";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { get, post } from "./client";
import { Problem, sentenceOf } from "./problem";
import { session } from "./session";

const expired = { status: 401, body: { code: "not_signed_in", detail: "Please sign in." } };

describe("calling the API", () => {
  let server: FakeServer;
  beforeEach(async () => {
    server = serveFake();
    await session.refresh();
    server.requests.length = 0;
  });

  it("answers one 401 by a refresh and a second try that nobody sees", async () => {
    server.refuse((request) => request.path === "/me", expired);
    await expect(get("/me")).resolves.toMatchObject({ role: "owner" });
    expect(server.requests.map((request) => request.path)).toEqual(["/me", "/session/refresh", "/me"]);
  });

  it("gives up after the second 401 and says that the session has ended", async () => {
    server.refuse((request) => request.path === "/me", expired);
    server.refuse((request) => request.path === "/session/refresh", expired);
    await expect(get("/me")).rejects.toMatchObject({ status: 401 });
    expect(session.snapshot().phase).toBe("ended");
  });

  it("sends lists as repeated names and leaves out what is empty", async () => {
    await get("/datasets/x/conversations", { persona: ["A", "B"], q: "", cursor: null, limit: 25 });
    expect(server.requests[0]?.query.toString()).toBe("persona=A&persona=B&limit=25");
  });

  it("sends the revision that was read", async () => {
    await post("/conversations/01J0CONVERSATION0000000000/review", { decision: "approve", version: 1 }, { revision: 3 });
    expect(server.requests[0]?.ifMatch).toBe('"3"');
  });

  it("turns a problem into a sentence, and a lost network into another", async () => {
    const wrong = { status: 422, body: { detail: "This can't be stored.", errors: [{ field: "name", message: "is missing" }] } };
    server.refuse(() => true, wrong);
    const problem = await get("/me").catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(sentenceOf(problem)).toBe("This can't be stored. name: is missing");
    server.refuse(() => true, "offline");
    expect(sentenceOf(await get("/me").catch((error: unknown) => error))).toContain("did not answer");
  });
});
