import { screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { loadConfig } from "@/api/config";
import { makeConversation, makeRows } from "@/testing/fake-data";
import { serveFake } from "@/testing/fake-fetch";
import { renderInApp } from "@/testing/render";
import { FailedPanel } from "./components/panel-states";

afterEach(() => vi.unstubAllGlobals());

test("a conversation that no second try writes leads to support, one that a second try may write does not", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ stage: "test", support: "help@our.example" })));
  await loadConfig();
  serveFake();
  const row = makeRows().find((one) => one.status === "failed");
  if (!row?.failure) throw new Error("the fake data has no failed row");
  const passing = renderInApp(<FailedPanel one={makeConversation(row)} />);
  await screen.findByText(row.failure.reason);
  expect(screen.queryByRole("link", { name: "Contact support" })).toBeNull();
  passing.unmount();
  const failure = { ...row.failure, kind: "permanent" as const, request_id: "req-7" };
  renderInApp(<FailedPanel one={makeConversation({ ...row, failure })} />);
  const link = await screen.findByRole("link", { name: "Contact support" });
  expect(decodeURIComponent(link.getAttribute("href") ?? "")).toBe(`mailto:help@our.example?subject=${row.ref} was not written, reference req-7`);
});
