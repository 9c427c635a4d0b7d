import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "@/lib/search-params";
import { comparedVersions, exportSearch, filterOf, isFiltered, listQuery, nextSort, readTableSearch, searchOfFilter, withFilter, withoutFilters } from "./url";

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

  it("turns days into moments of the reader's zone and back", () => {
    const search = read("?generated_from=2026-11-22&generated_to=2026-11-22&is_seed=true&template_version=4");
    const filter = filterOf(search);
    expect(Date.parse(String(filter["generated_to"])) - Date.parse(String(filter["generated_from"]))).toBe(24 * 3600 * 1000);
    expect(searchOfFilter({ ...filter, template_version: [4], is_seed: true, min_score: 6 })).toEqual({ ...search, min_score: "6" });
    expect(read("?generated_from=yesterday")).toEqual({});
  });

  it("takes along into an export what chooses rows, but no decision", () => {
    expect(exportSearch(read("?persona=A&status=generated&review=flagged&sort=score&open=FP-0001&min_score=6"))).toEqual({ persona: ["A"], min_score: "6" });
  });

  it("says inside-the-text only with a search", () => {
    expect(listQuery(read("?in_text=true"))).toEqual({ sort: "attention" });
    expect(listQuery(read("?in_text=true&q=fee"))).toEqual({ q: "fee", in_text: "true", sort: "attention" });
  });

  it("sorts up, down, and then not at all", () => {
    expect(nextSort(undefined, "score")).toBe("score");
    expect(nextSort("score", "score")).toBe("-score");
    expect(nextSort("-score", "score")).toBeUndefined();
    expect(nextSort("-score", "ref")).toBe("ref");
  });

  it("compares two or three versions, each once, and nothing else", () => {
    expect(comparedVersions("2,3")).toEqual([2, 3]);
    expect(comparedVersions("1,3,4")).toEqual([1, 3, 4]);
    expect(comparedVersions("2,3,3")).toEqual([2, 3]);
    for (const text of ["2", "2,2", "1,2,3,4", "1,x", "", undefined]) expect(comparedVersions(text)).toBeNull();
  });
});
