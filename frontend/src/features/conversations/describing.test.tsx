import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { get } from "@/api/client";
import { keys } from "@/api/queries";
import { session } from "@/api/session";
import type { Conversation, RowsPage } from "@/api/types";
import { DATASET } from "@/testing/fake-data";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { renderInApp, testClient } from "@/testing/render";
import { FiledUnder } from "./components/filed-under";
import { useQuery } from "@tanstack/react-query";
import { conversationQuery } from "./api";

function Shown({ id }: { id: string }) {
  const { data } = useQuery(conversationQuery(id));
  return data ? <FiledUnder one={data} chips mayEdit /> : null;
}

describe("changing what a conversation is filed under", () => {
  let server: FakeServer;
  let one: Conversation;
  const patched = () => server.requests.filter((request) => request.method === "PATCH");
  const answered = (status: number, body: unknown) => {
    server.refuse((request) => request.method === "PATCH", { status, body });
  };

  beforeEach(async () => {
    server = serveFake();
    await session.refresh();
    const page = await get<RowsPage>(`/datasets/${DATASET}/conversations`, { status: "generated", limit: 1 });
    const row = page.items[0];
    if (!row) throw new Error("no written row");
    one = await get<Conversation>(`/conversations/${row.id}`);
    const client = testClient();
    client.setQueryData(keys.conversation(one.id), one);
    renderInApp(<Shown id={one.id} />, client);
    await userEvent.click(await screen.findByRole("button", { name: "Change these" }));
  });

  const choose = async (label: string): Promise<string> => {
    const field = await screen.findByRole("combobox", { name: label });
    await waitFor(() => expect(field.querySelectorAll("option").length).toBeGreaterThan(1));
    const other = [...field.querySelectorAll("option")].find((option) => option.value && option.value !== (field as HTMLSelectElement).value)?.value ?? "";
    await userEvent.selectOptions(field, other);
    return other;
  };

  it("stores a choice by itself, under the revision that was read, and can be taken back", async () => {
    const tone = await choose("Tone");
    await waitFor(() => expect(patched()).toHaveLength(1));
    expect(patched()[0]).toMatchObject({ body: { tone }, ifMatch: `"${String(one.revision)}"` });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(patched()).toHaveLength(2));
    expect(patched()[1]?.body).toEqual({ tone: one.tone });
  });

  it("keeps what was typed and says what is wrong with it", async () => {
    answered(422, { status: 422, code: "bad_tag", detail: "A tag has at most 40 characters.", errors: [{ field: "tags", message: "too long" }] });
    const field = screen.getByRole("textbox", { name: "Tags" });
    await userEvent.type(field, "x".repeat(41));
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByText("A tag has at most 40 characters.")).toBeTruthy();
    expect(field).toHaveProperty("value", "x".repeat(41));
    await userEvent.clear(field);
    await userEvent.type(field, "windfall, 2026{Enter}");
    await waitFor(() => expect(patched().at(-1)?.body).toEqual({ tags: ["windfall", "2026"] }));
  });

  it("shows who changed the same field and keeps mine only when asked", async () => {
    const theirs = { actor: { id: "u2", name: "Ines Duarte", via: "session" }, action: "conversation.described", details: { after: { tone: "Direct" } } };
    server.refuse((request) => request.path === "/activity", { status: 200, body: { items: [theirs], next_cursor: null } });
    answered(409, { status: 409, code: "stale_revision", detail: "Somebody changed it." });
    server.refuse((request) => request.method === "GET" && request.path === `/conversations/${one.id}`, { status: 200, body: { ...one, tone: "Theirs", revision: one.revision + 1 } });
    const mine = await choose("Tone");
    expect(await screen.findByText("Ines Duarte changed this meanwhile. Your choice is safe.")).toBeTruthy();
    expect(screen.getByText(`Tone: theirs Theirs, yours ${mine}`)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Keep mine" }));
    await waitFor(() => expect(patched()).toHaveLength(2));
    expect(patched()[1]).toMatchObject({ body: { tone: mine }, ifMatch: `"${String(one.revision + 1)}"` });
  });

  it("goes on from a colleague's change of something else without asking", async () => {
    answered(409, { status: 409, code: "stale_revision", detail: "Somebody changed it." });
    server.refuse((request) => request.method === "GET" && request.path === `/conversations/${one.id}`, { status: 200, body: { ...one, persona: "Confident Planner", revision: one.revision + 3 } });
    const intent = await choose("Intent");
    await waitFor(() => expect(patched()).toHaveLength(2));
    expect(patched()[1]).toMatchObject({ body: { intent }, ifMatch: `"${String(one.revision + 3)}"` });
    expect(screen.queryByText(/Your choice is safe/)).toBeNull();
  });
});
