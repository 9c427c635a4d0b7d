import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import type { Conversation, RowsPage } from "@/api/types";
import { get } from "@/api/client";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { DATASET } from "@/testing/fake-data";
import { renderInApp, testClient } from "@/testing/render";
import { runRowsQuery } from "@/features/runs/api";
import { BATCH } from "@/testing/fake-answers";
import { conversationQuery, unreadQuery } from "./api";
import { DecisionBar } from "./components/decision-bar";

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
  renderInApp(<DecisionBar one={one} version={1} />, client);
  const status = () => client.getQueryData<RowsPage>(ROWS)?.items[0]?.status;
  return { one, status };
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
    const stale = { status: 409, body: { code: "stale", detail: "Someone changed this meanwhile." } };
    server.refuse((request) => request.path.endsWith("/review"), stale);
    const note = await screen.findByRole("textbox", { name: /Note/ });
    await user.type(note, "too cold in turn 6");
    await user.click(screen.getByRole("button", { name: /Reject/ }));
    expect(await screen.findByText(/changed by someone else/)).toBeTruthy();
    expect(status()).toBe("generated");
    expect(note).toHaveProperty("value", "too cold in turn 6");
  });

  it("keeps the note when the network is away, and drops it once it is stored", async () => {
    const user = userEvent.setup();
    const { status } = await openOne(server);
    const note = await screen.findByRole("textbox", { name: /Note/ });
    await user.type(note, "fine");
    server.refuse((request) => request.path.endsWith("/review"), "offline");
    await user.click(screen.getByRole("button", { name: /Approve/ }));
    expect(await screen.findByText(/did not answer/)).toBeTruthy();
    expect(status()).toBe("generated");
    expect(note).toHaveProperty("value", "fine");

    await user.click(screen.getByRole("button", { name: /Approve/ }));
    await waitFor(() => expect(status()).toBe("approved"));
    await waitFor(() => expect(note).toHaveProperty("value", ""));
  });

  it("decides by single keys, but never while a note is typed", async () => {
    const user = userEvent.setup();
    const { status } = await openOne(server);
    await screen.findByRole("button", { name: /Approve/ });
    await user.keyboard("n");
    await user.keyboard("area");
    expect(screen.getByRole("textbox", { name: /Note/ })).toHaveProperty("value", "area");
    expect(status()).toBe("generated");
    await user.keyboard("{Escape}r");
    await waitFor(() => expect(status()).toBe("rejected"));
  });
});
