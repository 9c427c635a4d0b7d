import { describe, expect, it } from "vitest";
import { each, money, moneyField, parseMoney } from "./money";

describe("money", () => {
  it.each([
    [0, "$0.00"],
    [40_000, "$0.04"],
    [2_430_000, "$2.43"],
    [1_234_560_000, "$1,234.56"],
    [-70_000, "−$0.07"],
    [10_000, "$0.01"],
  ])("shows %d micro-dollars as %s", (micros, text) => {
    expect(money(micros)).toBe(text);
  });

  it("never shows a price below a cent as free", () => {
    expect(money(2_000)).toBe("$0.002");
    expect(money(320)).toBe("$0.0003");
    expect(money(1)).toBe("$0.0001");
  });

  it("says cents where one is a whole number of them", () => {
    expect(each(3_650_000, 90)).toBe("4 cents each");
    expect(each(10_000, 1)).toBe("1 cent each");
    expect(each(180_000, 90)).toBe("$0.002 each");
    expect(each(0, 0)).toBe("");
  });

  it.each([
    ["2.50", 2_500_000],
    ["$1,000", 1_000_000_000],
    ["0.000001", 1],
    ["3.", 3_000_000],
  ])("reads %s", (text, micros) => {
    expect(parseMoney(text)).toBe(micros);
  });

  it.each(["", "two", "-1", "1.2.3", "1e9", ".5", "0.0000001"])("refuses %s", (text) => {
    expect(parseMoney(text)).toBeNull();
  });

  it("puts an amount into a field so that it reads back the same", () => {
    for (const micros of [0, 1, 2_500_000, 123_456_789, 10_000]) expect(parseMoney(moneyField(micros))).toBe(micros);
    expect(moneyField(2_500_000)).toBe("2.50");
  });
});
