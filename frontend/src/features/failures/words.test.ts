import { expect, it } from "vitest";
import { endWords, readFailureSearch } from "./words";

it("keeps in the address only filters that exist", () => {
  expect(readFailureSearch({ kind: ["transient", "nonsense"], final: "yes" })).toEqual({ kind: ["transient"], final: "yes" });
  expect(readFailureSearch({ kind: "permanent", final: "perhaps" })).toEqual({ kind: ["permanent"] });
  expect(readFailureSearch({})).toEqual({});
});

it("tells what was given up from what was tried again by itself", () => {
  expect([endWords({ final: true }), endWords({ final: false })]).toEqual(["Given up", "Tried again"]);
});
