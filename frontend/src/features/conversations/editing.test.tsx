import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { get, patch } from "@/api/client";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import type { Edit, RowsPage } from "@/api/types";
import { DATASET } from "@/testing/fake-data";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { renderInApp, testClient } from "@/testing/render";
import { conversationQuery } from "./api";
import { keepDraft, leftOff } from "./drafts";
import { TurnEditor } from "./components/turn-editor";

const ME = "u1";

async function editTurnTwo(server: FakeServer) {
  sessionStorage.clear();
  const client = testClient();
  await session.refresh();
  await client.query(meQuery);
  const page = await get<RowsPage>(`/datasets/${DATASET}/conversations`, { status: "generated", limit: 5 });
  const one = await client.query(conversationQuery(page.items[0]?.id ?? ""));
  const turn = one.version?.turns[1];
  if (!one.version || !turn) throw new Error("nothing to edit");
  server.requests.length = 0;
  const seen = { stored: 0, closed: false };
  renderInApp(
    <TurnEditor one={one} version={one.version} turn={turn} onStored={(version) => (seen.stored = version)} onClose={() => (seen.closed = true)} />,
    client,
  );
  const saves = () => server.requests.filter((request) => request.path.endsWith("/turns"));
  return { one, seen, saves, box: await screen.findByRole("textbox", { name: "Text of turn 2" }) };
}

describe("editing a turn in place", () => {
  let server: FakeServer;
  beforeEach(() => {
    localStorage.clear();
    server = serveFake();
  });

  it("saves by itself after the last key, under the revision that was read, and says what the score was", async () => {
    const user = userEvent.setup();
    const { one, seen, saves, box } = await editTurnTwo(server);
    await user.type(box, " Then rest.");
    await screen.findByText(/Saved as version 2/, {}, { timeout: 3000 });
    expect(saves()).toHaveLength(1);
    expect(saves()[0]).toMatchObject({ ifMatch: `"${String(one.revision)}"`, body: { version: 1, turns: [{ number: 2 }] } });
    expect(screen.getByText(/was/).textContent).toContain("was");
    expect(seen.stored).toBe(2);
    expect(leftOff(ME, one)).toBeNull();
  });

  it("keeps what was typed and shows both texts when a colleague was faster", async () => {
    const user = userEvent.setup();
    const { one, seen, box, saves } = await editTurnTwo(server);
    const theirs = await patch<Edit>(`/conversations/${one.id}/turns`, { version: 1, turns: [{ number: 2, content: "Hers." }] }, one.revision);
    server.requests.length = 0;
    await user.type(box, " Mine.");
    await screen.findByText(/changed this while you were editing/, {}, { timeout: 3000 });
    expect(screen.getByText("Theirs: Hers.")).toBeTruthy();
    expect(leftOff(ME, one)).toMatchObject({ version: 1, turn: 2, text: expect.stringContaining("Mine.") as string });
    await user.keyboard("{Escape}");
    expect(seen.closed).toBe(false);
    await user.click(screen.getByRole("button", { name: "Keep mine" }));
    await screen.findByText(/Saved as version/);
    expect(saves().at(-1)).toMatchObject({ ifMatch: `"${String(theirs.row.revision)}"`, body: { version: 2, turns: [{ number: 2 }] } });
  });

  it("takes its own words for saved when the answer to the save got lost", async () => {
    const user = userEvent.setup();
    const { one, seen, box, saves } = await editTurnTwo(server);
    const content = `${one.version?.turns[1]?.content ?? ""} Mine.`;
    await patch<Edit>(`/conversations/${one.id}/turns`, { version: 1, turns: [{ number: 2, content }] }, one.revision);
    server.requests.length = 0;
    await user.type(box, " Mine.");
    await screen.findByText(/Saved as version 2/, {}, { timeout: 3000 });
    expect(saves()).toHaveLength(1);
    expect(seen.stored).toBe(2);
    expect(leftOff(ME, one)).toBeNull();
    await user.type(box, " More.");
    await waitFor(() => expect(saves()).toHaveLength(2), { timeout: 3000 });
    expect(saves()[1]).toMatchObject({ body: { version: 2, turns: [{ number: 2, content: `${content} More.` }] } });
  });

  it("lets one pick message by message when a colleague changed several", async () => {
    const user = userEvent.setup();
    const { one, box, saves } = await editTurnTwo(server);
    const was = one.version?.turns[0]?.content ?? "";
    const turns = [1, 2].map((number) => ({ number, content: `Hers, ${String(number)}.` }));
    const theirs = await patch<Edit>(`/conversations/${one.id}/turns`, { version: 1, turns }, one.revision);
    server.requests.length = 0;
    await user.clear(box);
    await user.type(box, "Mine.");
    const first = await screen.findByRole("group", { name: "Turn 1" }, { timeout: 3000 });
    expect(within(first).getByRole("radio", { name: "Theirs. Hers, 1." })).toHaveProperty("checked", true);
    expect(within(screen.getByRole("group", { name: "Turn 2" })).getByRole("radio", { name: "Mine. Mine." })).toHaveProperty("checked", true);
    await user.click(within(first).getByRole("radio", { name: /^As it was/ }));
    await user.click(screen.getByRole("button", { name: "Keep what is picked" }));
    await screen.findByText(/Saved as version/);
    expect(saves().at(-1)).toMatchObject({
      ifMatch: `"${String(theirs.row.revision)}"`,
      body: {
        version: 2,
        turns: [
          { number: 2, content: "Mine." },
          { number: 1, content: was },
        ],
      },
    });
    expect(leftOff(ME, one)).toBeNull();
  });

  it("meets what a colleague stored before a draft that lay here meanwhile goes anywhere", async () => {
    const { one, saves } = await editTurnTwo(server);
    cleanup();
    keepDraft(ME, one.id, { version: 1, turn: 2, text: "Left off here." });
    await patch<Edit>(`/conversations/${one.id}/turns`, { version: 1, turns: [{ number: 2, content: "Hers." }] }, one.revision);
    server.requests.length = 0;
    const [turn, line] = [one.version?.turns[1], one.versions[0]];
    if (!one.version || !turn || !line) throw new Error("nothing to edit");
    const after = { ...one, revision: one.revision + 1, latest_version: 2, versions: [{ ...line, number: 2, by: "ines" }, line] };
    const client = testClient();
    await client.query(meQuery);
    renderInApp(<TurnEditor one={after} version={one.version} turn={turn} onStored={() => undefined} onClose={() => undefined} />, client);
    await screen.findByText("Theirs: Hers.", {}, { timeout: 3000 });
    expect(saves()).toEqual([]);
    expect(screen.getByRole("textbox", { name: "Text of turn 2" })).toHaveProperty("value", "Left off here.");
  });

  it("begins with what was typed when the tab was closed, for that person alone", async () => {
    const before = await editTurnTwo(server);
    keepDraft(ME, before.one.id, { version: 1, turn: 2, text: "Left off here." });
    keepDraft("somebody-else", before.one.id, { version: 1, turn: 2, text: "Not mine." });
    cleanup();
    const { box } = await editTurnTwo(server);
    expect(box).toHaveProperty("value", "Left off here.");
    await screen.findByText(/Saved as version 2/, {}, { timeout: 3000 });
    expect(leftOff(ME, before.one)).toBeNull();
    expect(leftOff("somebody-else", before.one)?.text).toBe("Not mine.");
  });

  it("goes on in the current version when the one of the draft was deleted", async () => {
    const { one } = await editTurnTwo(server);
    keepDraft(ME, one.id, { version: 7, turn: 2, text: "From version 7." });
    expect(leftOff(ME, one)).toEqual({ version: 1, turn: 2, text: "From version 7." });
    expect(leftOff(ME, one)).toEqual({ version: 1, turn: 2, text: "From version 7." });
  });

  it("says the price of a rewrite on its button and sends the wish for this turn alone", async () => {
    const user = userEvent.setup();
    await editTurnTwo(server);
    await user.type(screen.getByRole("textbox", { name: "Say what should change" }), "warmer");
    await user.click(await screen.findByRole("button", { name: /Rewrite, about \$0.04/ }));
    await waitFor(() => {
      const sent = server.requests.find((request) => request.path.endsWith("/repair"));
      expect(sent?.body).toEqual({ version: 1, turn: 2, instruction: "warmer" });
    });
  });
});
