import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "@/lib/search-params";
import { filterOf, isFiltered, listQuery, nextSort, readTableSearch, withFilter, withoutFilters } from "./url";

const read = (text: string) => readTableSearch(parseSearch(text));

describe("the table in the address", () => {
  it("reads repeated names as lists and writes them back", () => {
    const text = "?persona=Anxious+Investor&persona=Recently+Widowed&tier=template&sort=-score&open=FP-0007";
    const search = read(text);
    expect(search.persona).toEqual(["Anxious Investor", "Recently Widowed"]);
    expect(search.tier).toEqual(["template"]);
    expect(parseSearch(stringifySearch({ ...search }))).toEqual(parseSearch(text));
  });

  it("ignores what makes no sense instead of failing", () => {
    expect(read("?page=-3&size=17&min_score=hello&flagged=perhaps&colour=red")).toEqual({});
    expect(read("?page=2&size=50&min_score=8.1&max_score=10")).toEqual({ page: 2, size: 50, min_score: "8.1", max_score: "10" });
  });

  it("keeps values that look like code as text", () => {
    expect(read(`?q=${encodeURIComponent('{"a":1}')}`).q).toBe('{"a":1}');
  });

  it("asks the list only what chooses and orders rows", () => {
    expect(listQuery(read("?persona=A&open=FP-0001&page=3&cols=tone"))).toEqual({ persona: ["A"], sort: "attention" });
    expect(filterOf(read("?persona=A&sort=score"))).toEqual({ persona: ["A"] });
  });

  it("goes back to the first page when the filter changes, and drops what is empty", () => {
    expect(withFilter(read("?page=3&persona=A"), { persona: [], tier: ["template"] })).toEqual({ tier: ["template"] });
    expect(withFilter(read("?flagged=true"), { flagged: undefined })).toEqual({});
  });

  it("clears filters without losing the shape of the table", () => {
    expect(withoutFilters(read("?persona=A&q=x&size=50&cols=tone&sort=-score"))).toEqual({ size: 50, cols: ["tone"], sort: "-score" });
    expect(isFiltered(read("?sort=-score&size=50"))).toBe(false);
    expect(isFiltered(read("?flagged=true"))).toBe(true);
  });

  it("sorts up, down, and then not at all", () => {
    expect(nextSort(undefined, "score")).toBe("score");
    expect(nextSort("score", "score")).toBe("-score");
    expect(nextSort("-score", "score")).toBeUndefined();
    expect(nextSort("-score", "ref")).toBe("ref");
  });
});
