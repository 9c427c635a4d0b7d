import { act, renderHook, waitFor } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { RowsPage } from "@/api/types";
import { DATASET, makeRows } from "@/testing/fake-data";
import { serveFake } from "@/testing/fake-fetch";
import { testClient } from "@/testing/render";
import { useSteadyRows } from "./steady";

const ROWS = makeRows();
const pageOf = (...at: number[]): RowsPage =>
  ({ items: at.map((one) => ROWS[one]), total: at.length, next_cursor: null, facets: {}, labels: {}, searched: null, datasets_left_out: 0, revision: "1" }) as RowsPage;

function watch(first: RowsPage) {
  serveFake();
  const client = testClient();
  return renderHook(({ key, page }: { key: string; page: RowsPage }) => useSteadyRows(DATASET, key, page, true), {
    initialProps: { key: "a", page: first },
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
}

describe("rows that stay where they are", () => {
  it("holds the order, counts what is new, and shows it when asked", () => {
    const view = watch(pageOf(0, 1, 2));
    view.rerender({ key: "a", page: pageOf(5, 0, 1) });
    expect(view.result.current.rows?.map((row) => row.ref)).toEqual(["FP-0001", "FP-0002", "FP-0003"]);
    expect(view.result.current.waiting).toBe(1);
    act(() => view.result.current.show());
    expect(view.result.current.rows?.map((row) => row.ref)).toEqual(["FP-0006", "FP-0001", "FP-0002"]);
    expect(view.result.current.waiting).toBe(0);
  });

  it("changes rows in place", () => {
    const view = watch(pageOf(0, 1));
    const after = pageOf(1, 0);
    after.items = after.items.map((row) => ({ ...row, status: "approved" }));
    view.rerender({ key: "a", page: after });
    expect(view.result.current.rows?.map((row) => [row.ref, row.status])).toEqual([["FP-0001", "approved"], ["FP-0002", "approved"]]);
    expect(view.result.current.reordered).toBe(true);
  });

  it("lets go of what was deleted and of nothing else", async () => {
    const gone = { ...(ROWS[1] as RowsPage["items"][number]), id: "deleted", ref: "FP-0999" };
    const first = pageOf(0, 2);
    const view = watch({ ...first, items: [...first.items, gone] });
    view.rerender({ key: "a", page: pageOf(0) });
    await waitFor(() => expect(view.result.current.rows?.map((row) => row.ref)).toEqual(["FP-0001", "FP-0003"]));
  });

  it("shows the rest when everything on the page was deleted", async () => {
    const gone = { ...(ROWS[1] as RowsPage["items"][number]), id: "deleted" };
    const view = watch({ ...pageOf(0), items: [gone] });
    view.rerender({ key: "a", page: pageOf(3, 4) });
    await waitFor(() => expect(view.result.current.rows?.map((row) => row.ref)).toEqual(["FP-0004", "FP-0005"]));
  });

  it("follows another question at once", () => {
    const view = watch(pageOf(0, 1));
    view.rerender({ key: "b", page: pageOf(7, 8) });
    expect(view.result.current.rows?.map((row) => row.ref)).toEqual(["FP-0008", "FP-0009"]);
  });
});
