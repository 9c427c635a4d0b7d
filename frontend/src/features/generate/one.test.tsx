import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { get } from "@/api/client";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import type { Batch, ConversationRow, RowsPage } from "@/api/types";
import { RowActions, useRowTools } from "@/features/conversations/components/row-actions";
import { BATCH, ESTIMATE, FIXED } from "@/testing/fake-answers";
import { DATASET } from "@/testing/fake-data";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { renderInApp, testClient } from "@/testing/render";
import { GenerateHost } from "./host";

const ROWS = ["rows", DATASET, "page", "test"];
const NONE = { ...BATCH.counts, total: 1, queued: 0, generating: 0, succeeded: 0, failed: 0 };
const run = (change: Partial<Batch>): Batch => ({ ...BATCH, id: "one", kind: "single", counts: NONE, failures: [], ...change });

function Actions({ row }: { row: ConversationRow }) {
  return <RowActions row={row} tools={useRowTools(DATASET, [row])} onOpen={() => undefined} />;
}

describe("generating one with a click", () => {
  let server: FakeServer;
  const generated = () => server.requests.filter((request) => request.path.endsWith("/generate"));
  const answer = (path: RegExp, body: unknown, status = 200) => server.refuse((request) => path.test(request.path), { status, body });

  async function show() {
    const client = testClient();
    await session.refresh();
    await client.query(meQuery);
    const page = await get<RowsPage>(`/datasets/${DATASET}/conversations`, { status: "planned", limit: 1 });
    client.setQueryData(ROWS, page);
    const row = page.items[0];
    if (!row) throw new Error("no planned row");
    renderInApp(
      <>
        <Actions row={row} />
        <GenerateHost />
      </>,
      client,
    );
    const button = await screen.findByRole("button", { name: `Generate ${row.ref}, about $0.04` });
    return { row, button, status: () => client.getQueryData<RowsPage>(ROWS)?.items[0]?.status };
  }

  beforeEach(() => {
    server = serveFake();
  });

  it("says the price on the button, starts without a question and says when it is ready", async () => {
    const { row, button, status } = await show();
    answer(/\/generate$/, { batch: run({}) }, 202);
    answer(/\/batches\/one$/, run({ counts: { ...NONE, succeeded: 1 } }));
    await userEvent.click(button);
    expect(await screen.findByText(`${row.ref} is being written.`)).toBeTruthy();
    expect(status()).toBe("queued");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(await screen.findByText(`${row.ref} is ready.`)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Read it" })).toBeTruthy();
    expect(generated()).toHaveLength(1);
  });

  it("says why it was not written", async () => {
    const { row, button } = await show();
    const [failure] = BATCH.failures;
    answer(/\/generate$/, { batch: run({ counts: { ...NONE, failed: 1 }, failures: failure ? [failure] : [] }) }, 202);
    await userEvent.click(button);
    expect(await screen.findByText(`${row.ref} was not written. Claude was too busy three times in a row.`)).toBeTruthy();
  });

  it("puts the row back and says why when it can't start", async () => {
    const { button, status } = await show();
    answer(/\/generate$/, { code: "budget_exceeded", detail: "The budget of this dataset has $0.01 left." }, 409);
    await userEvent.click(button);
    expect(await screen.findByText("The budget of this dataset has $0.01 left.")).toBeTruthy();
    expect(status()).toBe("planned");
  });

  it("asks first when one alone is above the owner's threshold", async () => {
    const settings = { ...(FIXED["GET /settings"] as object), warn_cost_micros: 30_000 };
    answer(/\/settings$/, settings);
    const { button } = await show();
    await waitFor(() => expect(server.requests.some((request) => request.path === "/settings")).toBe(true));
    answer(/\/estimate$/, { ...ESTIMATE, count: 1, expected_micros: 40_000 });
    await userEvent.click(button);
    expect(await screen.findByRole("dialog")).toBeTruthy();
    expect(generated()).toHaveLength(0);
  });
});
