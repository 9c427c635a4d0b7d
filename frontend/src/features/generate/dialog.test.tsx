import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { session } from "@/api/session";
import { DATASET } from "@/testing/fake-data";
import { ESTIMATE, FIXED } from "@/testing/fake-answers";
import { serveFake, type FakeServer } from "@/testing/fake-fetch";
import { renderInApp } from "@/testing/render";
import { GenerateDialog } from "./dialog";

const open = () => renderInApp(<GenerateDialog asked={{ dataset: DATASET, selection: { all: true } }} />);
const started = (server: FakeServer) => server.requests.filter((request) => request.path.endsWith("/batches"));
const estimate = (request: { path: string }): boolean => request.path.endsWith("/estimate");

describe("asking before money is spent", () => {
  let server: FakeServer;
  beforeEach(async () => {
    server = serveFake();
    await session.refresh();
  });

  it("says count and price on its button and starts with the suggested limit", async () => {
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole("button", { name: "Generate 31, about $1.16" }));
    await waitFor(() => expect(started(server)).toHaveLength(1));
    expect(started(server)[0]?.body).toMatchObject({ selection: { all: true }, cap_micros: 2_500_000, notify: true });
  });

  it("writes weak ones again where that is wanted", async () => {
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole("checkbox", { name: "Write weak ones again" }));
    await user.click(await screen.findByRole("button", { name: "Generate 31, about $1.16" }));
    await waitFor(() => expect(started(server)).toHaveLength(1));
    expect(started(server)[0]?.body).toMatchObject({ until_passing: 31 });
  });

  it("does not start below what one conversation can cost", async () => {
    const user = userEvent.setup();
    open();
    const limit = await screen.findByRole("textbox", { name: "Stop at" });
    await user.clear(limit);
    await user.type(limit, "0.05");
    expect(screen.getByText(/less than one conversation can cost/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Generate 31/ }));
    expect(started(server)).toHaveLength(0);
  });

  it("wants the count typed from the owner's threshold on", async () => {
    const user = userEvent.setup();
    const settings = { ...(FIXED["GET /settings"] as object), warn_cost_micros: ESTIMATE.expected_micros };
    server.refuse((request) => request.path === "/settings", { status: 200, body: settings });
    open();
    const count = await screen.findByRole("textbox", { name: /Type 31/ });
    await user.click(screen.getByRole("button", { name: /^Generate 31/ }));
    expect(started(server)).toHaveLength(0);
    await user.type(count, "31");
    await user.click(screen.getByRole("button", { name: /^Generate 31/ }));
    await waitFor(() => expect(started(server)).toHaveLength(1));
  });

  it("writes for half the price where there is time, and starts nothing at a price that is not its own", async () => {
    const user = userEvent.setup();
    open();
    expect(await screen.findByRole("radio", { name: "Now Ready in 3 to 5 minutes, $1.16" })).toHaveProperty("checked", true);
    await user.click(screen.getByRole("radio", { name: "Economy, half the price Mostly within the hour, at most a day, $0.58" }));
    await user.click(await screen.findByRole("button", { name: "Generate 31, about $0.58" }));
    await waitFor(() => expect(started(server)).toHaveLength(1));
    expect(started(server)[0]?.body).toMatchObject({ mode: "economy", cap_micros: 2_000_000, until_passing: null });
  });

  it("offers no slow way for a single one", async () => {
    renderInApp(<GenerateDialog asked={{ dataset: DATASET, selection: { ids: ["a"] }, one: { id: "a", ref: "FP-0001", status: "planned" } }} />);
    expect(await screen.findByText("What makes up the cost")).toBeTruthy();
    expect(screen.queryByRole("radio")).toBeNull();
  });

  it("changes many by one instruction, leaves approved ones out until they are wanted, and says what stays", async () => {
    const user = userEvent.setup();
    const left_out = [{ code: "approved", count: 2, phrase: "they are approved" }];
    server.refuse(estimate, { status: 200, body: { ...ESTIMATE, left_out } });
    let sent = 0;
    renderInApp(<GenerateDialog asked={{ dataset: DATASET, selection: { filter: { persona: ["Anxious Investor"] } }, rewrite: { wish: "", onStarted: () => (sent += 1) } }} />);
    expect(await screen.findByText("2 chosen ones will not be touched: they are approved.")).toBeTruthy();
    const go = await screen.findByRole("button", { name: "Rewrite 31, about $1.16" });
    await user.click(go);
    expect(started(server)).toHaveLength(0);
    await user.type(screen.getByRole("textbox", { name: "What should change" }), "warmer");
    await user.click(screen.getByRole("checkbox", { name: /Also the approved ones, 2 of them/ }));
    await waitFor(() => expect(screen.getByRole("button", { name: "Rewrite 31, about $1.16" }).getAttribute("aria-disabled")).toBeNull());
    await user.click(screen.getByRole("button", { name: "Rewrite 31, about $1.16" }));
    await waitFor(() => expect(started(server)).toHaveLength(1));
    expect(started(server)[0]?.body).toMatchObject({
      selection: { filter: { persona: ["Anxious Investor"] }, without_approved: false },
      task: { kind: "rewrite", instruction: "warmer" },
      cap_micros: 2_500_000,
    });
    expect(sent).toBe(1);
  });

  it("asks for second opinions in their own words, with nothing that is only for writing", async () => {
    renderInApp(<GenerateDialog asked={{ dataset: DATASET, selection: { all: true }, judge: true }} />);
    const go = await screen.findByRole("button", { name: "Ask, about $1.16" });
    expect(screen.getByRole("dialog", { name: "Ask for 31 second opinions?" }).textContent).toContain("No text and no decision changes.");
    expect(screen.getByText(/What waits then stays as it is/)).toBeTruthy();
    expect(screen.getByRole("combobox", { name: "Read by" })).toBeTruthy();
    expect(screen.queryByRole("combobox", { name: "Written with" })).toBeNull();
    expect(screen.queryByRole("checkbox", { name: "Write weak ones again" })).toBeNull();
    expect(screen.queryByRole("button", { name: /samples/ })).toBeNull();
    expect(screen.queryByText(/draft/i)).toBeNull();
    await userEvent.click(go);
    await waitFor(() => expect(started(server)).toHaveLength(1));
    expect(server.requests.find(estimate)?.body).toMatchObject({ task: { kind: "judge" } });
    expect(started(server)[0]?.body).toMatchObject({ selection: { all: true }, task: { kind: "judge" }, until_passing: null, cap_micros: 2_500_000 });
  });

  it("writes three samples first, one of each tier, at their own price and limit", async () => {
    open();
    await userEvent.click(await screen.findByRole("button", { name: "See 3 samples, about $0.11" }));
    await waitFor(() => expect(started(server)).toHaveLength(1));
    const body = started(server)[0]?.body as { selection: { ids: string[] }; cap_micros: number };
    expect(new Set(body.selection.ids).size).toBe(3);
    expect(body.cap_micros).toBe(3 * 2 * 80_000);
    const rows = server.requests.find((request) => request.path.endsWith("/conversations"));
    expect(rows?.query.getAll("status")).toEqual(["planned", "failed"]);
  });

  it("writes one again with another template and model", async () => {
    const user = userEvent.setup();
    renderInApp(<GenerateDialog asked={{ dataset: DATASET, selection: { ids: ["a"] }, one: { id: "a", ref: "FP-0001", status: "generated" }, again: 1 }} />);
    await screen.findByRole("option", { name: /^Claude Haiku 5.5/ });
    await user.selectOptions(screen.getByRole("combobox", { name: "Written by" }), "claude-haiku-5-5");
    const templates = await screen.findByRole("combobox", { name: "Written with" });
    const [own, other] = [...templates.querySelectorAll("option")];
    expect(own?.textContent).toBe("its own template");
    await user.selectOptions(templates, other?.value ?? "");
    const go = await screen.findByRole("button", { name: "Generate 1 again, about $0.04" });
    await waitFor(() => expect(go.getAttribute("aria-disabled")).toBeNull());
    await user.click(go);
    await waitFor(() => expect(server.requests.some((request) => request.path.endsWith("/a/generate"))).toBe(true));
    const body = server.requests.find((request) => request.path.endsWith("/a/generate"))?.body;
    expect(body).toEqual({ model: "claude-haiku-5-5", template_id: other?.value });
  });

  it("blocks on a problem and shows its sentence", async () => {
    const problems = [{ code: "no_budget", sentence: "The budget of this dataset is used up.", ids: [] }];
    server.refuse(estimate, { status: 200, body: { ...ESTIMATE, problems } });
    open();
    expect(await screen.findByText("The budget of this dataset is used up.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: /^Generate 31/ }));
    expect(started(server)).toHaveLength(0);
  });

  it("says what went wrong and spends nothing when the price can't be read", async () => {
    server.refuse(estimate, { status: 503, body: { detail: "The price could not be worked out.", code: "busy", request_id: "8F3K2" } });
    open();
    expect(await screen.findByText(/The price could not be worked out/)).toBeTruthy();
  });
});
