import { describe, expect, it } from "vitest";
import { differences, pieces, withShare } from "./text";

describe("a template's text", () => {
  it("is cut at its parameters and nothing is lost", () => {
    const body = "Write {persona} about {{ topic }} and {Shoe Size}, not {0} or {a.b}.";
    expect(pieces(body).flatMap((one) => one.name ?? [])).toEqual(["persona", "topic", "Shoe Size"]);
    expect(pieces(body).map((one) => one.text).join("")).toBe(body);
  });

  it("shows what was put in and taken out, and both texts can be read off it", () => {
    const [before, after] = ["Start in fear. Calm them down early. End with one step.", "Start in fear. Let them say it first. End with one step."];
    const found = differences(before, after);
    const without = (kind: string): string => found.filter((one) => one.kind !== kind).map((one) => one.text).join("");
    expect(without("ins")).toBe(before);
    expect(without("del")).toBe(after);
    expect(found.some((one) => one.kind === "ins" && one.text.includes("Let"))).toBe(true);
    expect(differences(before, before)).toEqual([{ kind: "same", text: before }]);
  });

  it("keeps shares at a hundred whatever is moved", () => {
    expect(withShare({ 3: 50, 4: 50 }, 4, 70)).toEqual({ 3: 30, 4: 70 });
    expect(withShare({ 1: 100 }, 2, 50)).toEqual({ 1: 50, 2: 50 });
    expect(withShare({ 2: 100 }, 2, 10)).toEqual({ 2: 100 });
    for (let percent = 0; percent <= 100; percent += 1) {
      const shares = withShare({ 1: 33, 2: 33, 3: 34 }, 2, percent);
      expect(Object.values(shares).reduce((all, one) => all + one, 0)).toBe(100);
    }
  });
});
