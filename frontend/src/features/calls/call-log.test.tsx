import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import { FIXED } from "@/testing/fake-answers";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { renderInApp, testClient } from "@/testing/render";
import { CallLog } from "./call-log";
import { took } from "./words";

const ONE = "01J0CONVERSATION0000000000";
let server: FakeServer;
beforeEach(() => {
  server = serveFake();
});

async function open(role = "owner") {
  const client = testClient();
  await session.refresh();
  server.refuse((request) => request.path === "/me", { status: 200, body: { ...(FIXED["GET /me"] as object), role } });
  await client.query(meQuery);
  renderInApp(<CallLog conversation={ONE} />, client);
  await userEvent.click(await screen.findByRole("button", { expanded: false }));
}

it("opens a call with its values, its usage, and what was sent and answered", async () => {
  await open();
  expect(await screen.findByText(/2,210 from the cache/)).toBeTruthy();
  expect(screen.getByText("529 overloaded_error", { exact: false })).toBeTruthy();
  await userEvent.click(screen.getByText("What came back"));
  expect(screen.getByText(/"message": "Overloaded"/)).toBeTruthy();
});

it("asks for no stored call where the role may not read it", async () => {
  await open("reviewer");
  expect(await screen.findByText(/can be read by editors and owners/)).toBeTruthy();
  expect(server.requests.some((request) => request.path.includes("/attempts/"))).toBe(false);
});

it("says a duration the way one reads it", () => {
  expect([took(null), took(400), took(31_000), took(125_000)]).toEqual(["–", "under 1 s", "31 s", "2 min 5 s"]);
});
