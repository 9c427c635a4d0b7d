import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import type { Batch, Opinion } from "@/api/types";
import { GenerateHost } from "@/features/generate/host";
import { BATCH, ESTIMATE, FIXED } from "@/testing/fake-answers";
import { makeConversation, makeRows } from "@/testing/fake-data";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { renderInApp, testClient } from "@/testing/render";
import { SecondOpinion } from "./components/opinion";

const PART = { key: "arc", label: "Arc progress", score: 8, sentence: "Fear eases after turn 4.", turn: 4 };
const OPINION: Opinion = {
  overall: 6.4,
  verdict: "improve",
  parts: [PART, { ...PART, key: "facts", label: "Use of the source facts", score: 3, sentence: "7 percent stands in no source.", turn: 2 }, { ...PART, key: "safety", label: "Safety", score: 9, sentence: "Nothing is promised.", turn: null }],
  model: "claude-haiku-5-5",
  written_by: "claude-haiku-5-5",
  rubric_version: 1,
  cost_micros: 2_100,
  at: "2026-11-22T10:05:00Z",
  asked_by_name: "Maya Hollis",
};

describe("a second opinion", () => {
  let server: FakeServer;
  beforeEach(() => {
    server = serveFake();
  });

  async function show(opinion: Opinion | null) {
    const client = testClient();
    await session.refresh();
    await client.query(meQuery);
    const row = makeRows().find((each) => each.score !== null);
    if (!row) throw new Error("nothing is written");
    const one = makeConversation(row);
    if (!one.version) throw new Error("nothing is written");
    renderInApp(
      <>
        <SecondOpinion one={one} version={{ ...one.version, opinion }} />
        <GenerateHost />
      </>,
      client,
    );
    return one;
  }

  it("says whose it is, what it cost, and each part with its reason and the way to its turn", async () => {
    await show(OPINION);
    const section = await screen.findByRole("region", { name: "Second opinion" });
    expect(section.textContent).toContain("Claude Haiku 5.5 would have it improved first: 6.4 of 10. An opinion, not part of the score. Asked for by Maya Hollis");
    expect(section.textContent).toContain("cost $0.002");
    const lines = within(section).getAllByRole("listitem");
    expect(lines.map((line) => line.textContent.slice(0, 30))).toEqual(["Arc progress 8. Fear eases aft", "Use of the source facts 3. 7 p", "Safety 9. Nothing is promised."]);
    expect(within(section).getAllByRole("button", { name: /Turn/ })).toHaveLength(2);
  });

  it("never dresses the practice model up as Claude", async () => {
    await show({ ...OPINION, written_by: "sandbox:claude-haiku-5-5" });
    expect((await screen.findByRole("region", { name: "Second opinion" })).textContent).toContain("The practice model, not Claude, would have it improved first");
  });

  it("says the price on the button, asks once and tells when it is there", async () => {
    server.refuse((request) => request.path.endsWith("/estimate"), { status: 200, body: { ...ESTIMATE, count: 1, expected_micros: 2_100 } });
    const done: Batch = { ...BATCH, id: "judging", kind: "single", task: { ...BATCH.task, kind: "judge" }, counts: { ...BATCH.counts, total: 1, queued: 0, generating: 0, succeeded: 1, failed: 0 }, failures: [] };
    server.refuse((request) => request.path.endsWith("/second-opinion"), { status: 202, body: { batch: done } });
    const one = await show(null);
    await userEvent.click(await screen.findByRole("button", { name: "Ask for a second opinion, about $0.002" }));
    expect(await screen.findByText(`The second opinion on ${one.ref} is here.`)).toBeTruthy();
    const asked = server.requests.filter((request) => request.path.endsWith("/second-opinion"));
    expect(asked.map((request) => request.body)).toEqual([{ version: 1 }]);
  });

  it("says at which limit it stopped", async () => {
    const sentence = "Stopped at the limit for second opinions this month. Opinions that were given stay, and no conversation has changed.";
    const stopped: Batch = { ...BATCH, id: "judging", kind: "single", state: "ended", task: { ...BATCH.task, kind: "judge" }, stop_sentence: sentence, counts: { ...BATCH.counts, total: 1, queued: 0, generating: 0, succeeded: 0, failed: 0, cancelled: 1 }, failures: [] };
    server.refuse((request) => request.path.endsWith("/second-opinion"), { status: 202, body: { batch: stopped } });
    const one = await show(null);
    await userEvent.click(await screen.findByRole("button", { name: /Ask for a second opinion/ }));
    expect(await screen.findByText(`No second opinion on ${one.ref}. ${sentence}`)).toBeTruthy();
  });

  it("is not offered where the workspace has them off", async () => {
    const settings = FIXED["GET /settings"] as { second_opinion: object };
    server.refuse((request) => request.path === "/settings", { status: 200, body: { ...settings, second_opinion: { ...settings.second_opinion, on: false } } });
    await show(null);
    await screen.findAllByText(/.*/);
    expect(screen.queryByRole("button", { name: /second opinion/i })).toBeNull();
  });
});
