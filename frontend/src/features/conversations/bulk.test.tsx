import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { get } from "@/api/client";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import type { RowsPage } from "@/api/types";
import { DATASET } from "@/testing/fake-data";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { renderInApp, testClient } from "@/testing/render";
import { outcome } from "./bulk";
import { BulkBar } from "./components/bulk-bar";

async function openBar(show = vi.fn()) {
  const client = testClient();
  await session.refresh();
  await client.query(meQuery);
  const written = await get<RowsPage>(`/datasets/${DATASET}/conversations`, { status: "generated", limit: 2 });
  const planned = await get<RowsPage>(`/datasets/${DATASET}/conversations`, { status: "planned", limit: 1 });
  const rows = [...written.items, ...planned.items];
  const selected = { ids: new Set(rows.map((row) => row.id)), all: false, anchor: null };
  renderInApp(<BulkBar dataset={DATASET} search={{}} selected={selected} onSelect={() => undefined} rows={rows} matching={90} onRead={() => undefined} onShow={show} />, client);
  return { rows, show };
}

describe("acting on many", () => {
  let server: FakeServer;
  beforeEach(() => {
    server = serveFake();
  });

  it("says beforehand what is left out and what was not opened, and sends nothing on Cancel", async () => {
    const user = userEvent.setup();
    const { rows, show } = await openBar();
    await user.click(await screen.findByRole("button", { name: "Approve" }));
    expect(await screen.findByText(/2 of them you have not opened/)).toBeTruthy();
    expect(screen.getByText("1 selected one will not be touched: it is not written yet.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Review the 2 first" }));
    expect(show).toHaveBeenCalledWith(rows.slice(0, 2).map((row) => row.ref), true);
    expect(server.requests.some((request) => request.path.endsWith("/bulk"))).toBe(false);
  });

  it("asks before it deletes, and says that it can't be undone", async () => {
    const user = userEvent.setup();
    await openBar();
    await user.click(await screen.findByRole("button", { name: "Delete" }));
    expect(await screen.findByText("Delete 2 conversations?")).toBeTruthy();
    expect(screen.getByText("This cannot be undone. Their history stays in Activity.")).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "Delete 2" }));
    await waitFor(() => expect(server.requests.find((request) => request.path.endsWith("/bulk"))?.body).toMatchObject({ action: "delete" }));
  });
});

it("counts what was done and why others were not", () => {
  const reason = { code: "being_written", count: 3, phrase: "they are still being written" };
  expect(outcome("approved", { done: 87, failed_count: 3, reasons: [reason] })).toBe("87 approved, 3 could not be: they are still being written.");
  expect(outcome("deleted", { done: 2, failed_count: 0, reasons: [] })).toBe("2 deleted.");
});
