import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { get } from "@/api/client";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import type { RowsPage } from "@/api/types";
import { DATASET } from "@/testing/fake-data";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { renderInApp, testClient } from "@/testing/render";
import { conversationQuery } from "./api";
import { Stars } from "./components/stars";
import { TurnComments } from "./components/turn-comments";

const HOSTILE = "<img src=x onerror=alert(1)> [so](javascript:1)";

async function openOne() {
  const client = testClient();
  await session.refresh();
  await client.query(meQuery);
  const page = await get<RowsPage>(`/datasets/${DATASET}/conversations`, { status: "generated", limit: 5 });
  return { client, one: await client.query(conversationQuery(page.items[0]?.id ?? "")) };
}

describe("what readers say", () => {
  let server: FakeServer;
  beforeEach(() => {
    server = serveFake();
  });

  it("stands under its turn as text, and is changed and taken away by the one who said it", async () => {
    const user = userEvent.setup();
    const { client, one } = await openOne();
    const { container } = renderInApp(<TurnComments conversation={one.id} version={1} turn={2} writing onClose={() => undefined} />, client);
    await user.click(await screen.findByRole("textbox", { name: "Comment on turn 2" }));
    await user.paste(HOSTILE);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText(HOSTILE);
    expect(container.querySelector("img, a")).toBeNull();
    const sent = server.requests.find((request) => request.method === "POST" && request.path.endsWith("/comments"));
    expect(sent?.body).toEqual({ version: 1, turn: 2, text: HOSTILE });

    await user.click(screen.getByRole("button", { name: /^Change/ }));
    const [field] = screen.getAllByRole("textbox", { name: "Comment on turn 2" });
    if (!field) throw new Error("no field");
    await user.clear(field);
    await user.type(field, "Warmer, please.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText("Warmer, please.");

    await user.click(screen.getByRole("button", { name: /^Delete/ }));
    await waitFor(() => expect(screen.queryByText("Warmer, please.")).toBeNull());
  });

  it("is kept in its field while the server is away", async () => {
    const user = userEvent.setup();
    const { client, one } = await openOne();
    renderInApp(<TurnComments conversation={one.id} version={1} turn={2} writing onClose={() => undefined} />, client);
    server.refuse((request) => request.path.endsWith("/comments") && request.method === "POST", "offline");
    await user.type(await screen.findByRole("textbox", { name: "Comment on turn 2" }), "Too cold.");
    await user.click(screen.getByRole("button", { name: "Comment" }));
    await screen.findByText(/Your text is kept here/);
    expect(screen.getByRole("textbox", { name: "Comment on turn 2" })).toHaveProperty("value", "Too cold.");
    expect(Object.values(sessionStorage)).toContain("Too cold.");
  });

  it("counts in stars, under the revision that was read", async () => {
    const user = userEvent.setup();
    const { client, one } = await openOne();
    renderInApp(<Stars one={one} />, client);
    await user.click(await screen.findByRole("button", { name: "4 of 5 stars" }));
    const sent = server.requests.find((request) => request.path.endsWith("/rating"));
    expect(sent).toMatchObject({ ifMatch: `"${String(one.revision)}"`, body: { stars: 4 } });
  });
});
