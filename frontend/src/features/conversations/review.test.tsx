import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import type { Conversation, ConversationRow, RowsPage } from "@/api/types";
import { get, post } from "@/api/client";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { DATASET } from "@/testing/fake-data";
import { renderInApp, testClient } from "@/testing/render";
import { runRowsQuery } from "@/features/runs/api";
import { BATCH } from "@/testing/fake-answers";
import { conversationQuery, unreadQuery } from "./api";
import { Decisions } from "./components/panel";
import { sendWaiting } from "./sending";
import { alsoWaiting, waitingFor } from "./waiting";

const ME = "u1";
const ROWS = ["rows", DATASET, "page", "test"];

async function openOne(server: FakeServer) {
  const client = testClient();
  await session.refresh();
  await client.query(meQuery);
  const page = await get<RowsPage>(`/datasets/${DATASET}/conversations`, { status: "generated", limit: 5 });
  client.setQueryData(ROWS, page);
  await client.query(unreadQuery(DATASET));
  await client.query(runRowsQuery(BATCH));
  const id = page.items[0]?.id ?? "";
  const one: Conversation = await client.query(conversationQuery(id));
  server.requests.length = 0;
  if (!one.version) throw new Error("it has a version");
  renderInApp(<Decisions one={one} version={one.version} saveRef={{ current: null }} />, client);
  const status = () => client.getQueryData<RowsPage>(ROWS)?.items[0]?.status;
  return { one, status, client };
}

describe("deciding on a conversation", () => {
  let server: FakeServer;
  beforeEach(() => {
    server = serveFake();
  });

  it("shows the decision, sends the version and revision that were read, and can take it back", async () => {
    const user = userEvent.setup();
    const { one, status } = await openOne(server);
    await user.click(await screen.findByRole("button", { name: /Approve/ }));
    await waitFor(() => expect(status()).toBe("approved"));
    const sent = server.requests.find((request) => request.path.endsWith("/review"));
    expect(sent).toMatchObject({ ifMatch: `"${String(one.revision)}"`, body: { decision: "approve", version: 1 } });

    await user.click(await screen.findByRole("button", { name: /Undo/ }));
    await waitFor(() => expect(status()).toBe("generated"));
  });

  it("puts the row back, says why and keeps the note when a colleague was faster", async () => {
    const user = userEvent.setup();
    const { status } = await openOne(server);
    const stale = { status: 409, body: { code: "stale_revision", detail: "Changed.", current: { review: { by: "u2", by_name: "Ines Duarte", decision: "approve", version: 1 } } } };
    server.refuse((request) => request.path.endsWith("/review"), stale);
    const note = await screen.findByRole("textbox", { name: /Note/ });
    await user.type(note, "too cold in turn 6");
    await user.click(screen.getByRole("button", { name: "Reject" }));
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/Ines Duarte approved FP-\d+ while you were reading/)).toBeTruthy();
    expect(status()).toBe("generated");
    expect(note).toHaveProperty("value", "too cold in turn 6");
  });

  it("keeps the decision and its note here while the network is away, and sends both when it is back", async () => {
    const user = userEvent.setup();
    const { one, status, client } = await openOne(server);
    const note = await screen.findByRole("textbox", { name: /Note/ });
    await user.type(note, "fine");
    server.refuse((request) => request.path.endsWith("/review"), "offline");
    await user.click(screen.getByRole("button", { name: /Approve/ }));
    expect(await screen.findByText(/kept on this computer/)).toBeTruthy();
    expect(status()).toBe("approved");
    expect(waitingFor(ME, one.id)?.ruling).toMatchObject({ decision: "approve", version: 1, note: "fine", revision: one.revision });

    await sendWaiting(client, ME);
    expect(await screen.findByText("You are back. 1 decision was saved.")).toBeTruthy();
    expect(waitingFor(ME, one.id)).toBeUndefined();
    const sent = server.requests.filter((request) => request.path.endsWith("/review"));
    expect(sent.map((request) => request.body["note"])).toEqual(["fine", "fine"]);
  });

  it("takes a decision that only waits here back without asking the server", async () => {
    const user = userEvent.setup();
    const { one, status } = await openOne(server);
    server.refuse((request) => request.path.endsWith("/review"), "offline");
    await user.click(await screen.findByRole("button", { name: /Approve/ }));
    await screen.findByText(/kept on this computer/);
    await user.click(screen.getByRole("button", { name: /Undo/ }));
    await waitFor(() => expect(status()).toBe("generated"));
    expect(waitingFor(ME, one.id)).toBeUndefined();
    expect(server.requests.some((request) => request.path.endsWith("/undo"))).toBe(false);
  });

  it("takes a stored decision whose answer got lost for its own when it is sent again", async () => {
    const { one, client } = await openOne(server);
    const first = await post<ConversationRow>(`/conversations/${one.id}/review`, { decision: "reject", version: 1 }, { revision: one.revision });
    alsoWaiting(ME, one, { away: true, ruling: { decision: "reject", version: 1, note: "", reasons: [], reading_seconds: 5, revision: one.revision, before: "generated" } });
    await sendWaiting(client, ME);
    expect(await screen.findByText("You are back. 1 decision was saved.")).toBeTruthy();
    expect(client.getQueryData<RowsPage>(ROWS)?.items[0]?.revision).toBe(first.revision);
  });

  it("gives a reason by its number and sends it with how long was read", async () => {
    const user = userEvent.setup();
    const { status } = await openOne(server);
    await screen.findByRole("button", { name: "Flag" });
    await user.keyboard("f");
    expect(status()).toBe("generated");
    await user.keyboard("14");
    expect(screen.getByRole("button", { name: "A figure to check" }).getAttribute("aria-pressed")).toBe("true");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(status()).toBe("needs_edit"));
    const sent = server.requests.find((request) => request.path.endsWith("/review"));
    expect(sent?.body).toMatchObject({ reasons: ["A figure to check", "A message to rewrite"], reading_seconds: 0 });
  });

  it("decides by single keys, but never while a note is typed", async () => {
    const user = userEvent.setup();
    const { status } = await openOne(server);
    await screen.findByRole("button", { name: /Approve/ });
    await user.keyboard("n");
    await user.keyboard("area");
    expect(screen.getByRole("textbox", { name: /Note/ })).toHaveProperty("value", "area");
    expect(status()).toBe("generated");
    await user.keyboard("{Escape}rr");
    await waitFor(() => expect(status()).toBe("rejected"));
  });
});
