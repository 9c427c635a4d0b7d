import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import type { ActivityEvent } from "@/api/types";
import { serveFake } from "@/testing/fake-fetch";
import { renderInApp } from "@/testing/render";
import { recordAsCsv } from "./api";
import { Details } from "./components/details";
import { ActivityFilters } from "./components/filters";
import { CheckButton, CheckFound, useCheck } from "./components/tools";
import { asQuery, isNarrowed, narrowed, readActivitySearch } from "./search";
import { ACTION_GROUPS, ACTION_WORDS } from "./words";

describe("what the address says about the record", () => {
  it("keeps what can be meant and drops the rest", () => {
    expect(readActivitySearch({ user: "u1", action: ["export.ready", "<script>"], since: "2026-11-01", until: "tomorrow" })).toEqual({ user: ["u1"], action: ["export.ready"], since: "2026-11-01" });
    expect(readActivitySearch({ about: "C1", ref: "FP-0007" })).toEqual({ about: "C1", ref: "FP-0007" });
    expect(readActivitySearch({})).toEqual({});
  });

  it("asks the server for the same thing", () => {
    expect(asQuery({ user: ["u1"], about: "C1", ref: "FP-0007" })).toEqual({ user: ["u1"], action: undefined, since: undefined, until: undefined, subject: "C1" });
  });

  it("leaves nothing empty behind", () => {
    expect(narrowed({ user: ["u1"], since: "2026-11-01" }, { user: [], since: undefined })).toEqual({});
    expect([isNarrowed({ about: "C1" }), isNarrowed({ until: "2026-11-01" })]).toEqual([false, true]);
  });

  it("offers every action once", () => {
    expect([...ACTION_GROUPS.values()].flat().sort()).toEqual(Object.keys(ACTION_WORDS).sort());
  });
});

const EVENT = { id: "1", at: "2026-11-22T10:03:41Z", actor: { id: "u1", name: "Maya Hollis", via: "session" }, action: "conversation.approved", subject: { kind: "conversation", id: "x", ref: "FP-0007" }, summary: "Maya approved FP-0007", details: {} } satisfies ActivityEvent;

describe("the record on its page", () => {
  beforeEach(async () => {
    serveFake();
    await session.refresh();
  });

  it("is narrowed by person and action, and widened again by a badge", async () => {
    const onChange = vi.fn();
    const user = userEvent.setup();
    renderInApp(<ActivityFilters search={{ action: ["export.ready"], since: "2026-11-01" }} seen={new Map([["gone", "Old Colleague"]])} onChange={onChange} />);
    await user.click(await screen.findByRole("button", { name: "Who" }));
    const people = await screen.findByRole("dialog", { name: "Who" });
    expect(within(people).getByRole("checkbox", { name: "Old Colleague" })).toBeTruthy();
    await user.click(await within(people).findByRole("checkbox", { name: "Ines Duarte" }));
    expect(onChange).toHaveBeenLastCalledWith({ user: ["u2"], action: ["export.ready"], since: "2026-11-01" });
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: /^What/ }));
    await user.click(within(await screen.findByRole("dialog", { name: "What" })).getByRole("checkbox", { name: "Export downloaded" }));
    expect(onChange).toHaveBeenLastCalledWith({ action: ["export.ready", "export.downloaded"], since: "2026-11-01" });
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Remove the filter What: Export ready" }));
    expect(onChange).toHaveBeenLastCalledWith({ since: "2026-11-01" });
  });

  it("is put together from all its parts", async () => {
    const asked: (string | null)[] = [];
    vi.stubGlobal("fetch", (input: string) => {
      const url = new URL(input, "http://here");
      const cursor = url.searchParams.get("cursor");
      asked.push(cursor);
      return Promise.resolve(Response.json({ text: `part ${String(asked.length)}\n`, lines: 1, next_cursor: asked.length < 3 ? `c${String(asked.length)}` : null }));
    });
    expect(await recordAsCsv({ since: "2026-11-01" })).toEqual(["part 1\n", "part 2\n", "part 3\n"]);
    expect(asked).toEqual([null, "c1", "c2"]);
  });

  it("says that it is whole when an owner asks", async () => {
    function Checked() {
      const check = useCheck();
      return (
        <>
          <CheckButton check={check} />
          <CheckFound check={check} />
        </>
      );
    }
    renderInApp(<Checked />);
    await userEvent.click(await screen.findByRole("button", { name: "Check the record" }));
    expect(await screen.findByText("The record is whole: 1,204 entries.")).toBeTruthy();
  });

  it("shows what else an entry holds as text", async () => {
    renderInApp(<Details one={{ ...EVENT, details: { note: "<b>good</b>", version: 2, empty: null } }} />);
    await userEvent.click(await screen.findByText("Maya approved FP-0007"));
    expect(screen.getByText("<b>good</b>")).toBeTruthy();
    expect(screen.getByText("Version").nextElementSibling?.textContent).toBe("2");
    expect(screen.queryByText("Empty")).toBeNull();
  });
});
