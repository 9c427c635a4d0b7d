import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { session } from "@/api/session";
import { BATCH } from "@/testing/fake-answers";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { renderInApp } from "@/testing/render";
import { SituationDialog } from "./dialog";

const ONE = "01J0CONVERSATION0000000050";
const SOFT = "A letter about an inheritance came.";
let server: FakeServer;
beforeEach(async () => {
  server = serveFake();
  await session.refresh();
  renderInApp(<SituationDialog asked={{ id: ONE, ref: "FP-0050" }} />);
});

const changes = () => server.requests.filter((request) => request.path === `/conversations/${ONE}/situation`);
const generated = () => server.requests.filter((request) => request.path === `/conversations/${ONE}/generate`);
const answer = (path: RegExp, status: number, body: unknown) => server.refuse((request) => path.test(request.path), { status, body });

async function type(text: string) {
  const field = await screen.findByRole("textbox", { name: "Situation" });
  expect(screen.getByRole("button", { name: "Save" }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

it("stores other words at the revision that was read, and spends nothing", async () => {
  answer(/\/situation$/, 200, { id: ONE, dataset_id: "d", revision: 9 });
  await type(SOFT);
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(changes()).toHaveLength(1));
  expect(changes()[0]?.body).toEqual({ situation: SOFT });
  expect(changes()[0]?.ifMatch).toMatch(/^"\d+"$/);
  expect(generated()).toHaveLength(0);
});

it("stores them and writes in one click that says its price", async () => {
  answer(/\/situation$/, 200, { id: ONE, dataset_id: "d", revision: 9 });
  answer(/\/generate$/, 202, { batch: BATCH });
  await type(SOFT);
  await userEvent.click(await screen.findByRole("button", { name: /^Save and generate, about \$/ }));
  await waitFor(() => expect(generated()).toHaveLength(1));
});

it("keeps what was typed when somebody was first", async () => {
  answer(/\/situation$/, 409, { detail: "Somebody changed FP-0050 while you were working on it. Your text is safe.", code: "stale" });
  await type(SOFT);
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/Somebody changed FP-0050/)).toBeTruthy();
  expect(screen.getByRole("textbox", { name: "Situation" })).toHaveProperty("value", SOFT);
});
