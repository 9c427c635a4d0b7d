import { describe, expect, it } from "vitest";
import { NOTHING, pageMark, range, toggle, togglePage } from "./selection";

const shown = ["a", "b", "c", "d", "e"];
const ids = (selected: { ids: ReadonlySet<string> }) => [...selected.ids].sort();

describe("choosing rows", () => {
  it("takes a range from the last one that was chosen, in either direction", () => {
    expect(ids(range(toggle(NOTHING, "b"), "d", shown))).toEqual(["b", "c", "d"]);
    expect(ids(range(toggle(NOTHING, "d"), "b", shown))).toEqual(["b", "c", "d"]);
  });

  it("takes the one row when the start of the range is on another page", () => {
    expect(ids(range(toggle(NOTHING, "z"), "c", shown))).toEqual(["c", "z"]);
  });

  it("marks a page as none, some or all of it", () => {
    expect(pageMark(NOTHING, shown)).toBe("none");
    expect(pageMark(toggle(NOTHING, "a"), shown)).toBe("some");
    expect(pageMark(togglePage(NOTHING, shown), shown)).toBe("all");
    expect(pageMark(NOTHING, [])).toBe("none");
  });

  it("keeps the choice of other pages when this one is cleared", () => {
    const both = togglePage(togglePage(NOTHING, ["x", "y"]), shown);
    expect(ids(togglePage(both, shown))).toEqual(["x", "y"]);
  });

  it("ends \"all that match\" as soon as a single row is touched", () => {
    expect(toggle({ ...togglePage(NOTHING, shown), all: true }, "a").all).toBe(false);
  });
});
