import { expect, it } from "vitest";
import { FIXED } from "@/testing/fake-answers";
import type { Settings } from "@/api/types";
import { fromRules, rangeError, rulesAreFine, share, toRules, weightError } from "./rules";

const rules = (FIXED["GET /settings"] as Settings).score;

it("gives back what it was given", () => {
  expect(fromRules(toRules(rules))).toEqual(rules);
  expect(rulesAreFine(toRules(rules))).toBe(true);
});

it("tells a range that is upside down or no number", () => {
  const form = { ...toRules(rules), "template.messages.least": "20", "scenario.messages.most": "many" };
  expect(rangeError(form, "template", "messages")).toContain("more than the second");
  expect(rangeError(form, "scenario", "messages")).toContain("Whole numbers");
  expect(rulesAreFine(form)).toBe(false);
});

it("keeps at least one part that can always be measured", () => {
  const none = Object.fromEntries(["structure", "length", "voice", "facts", "repetition"].map((part) => [`weights.${part}`, "0"]));
  const form = { ...toRules(rules), ...none };
  expect(weightError(form, "structure")).toContain("has to count");
  expect(rulesAreFine(form)).toBe(false);
  expect(share({ ...toRules(rules), "weights.facts": "100" }, "facts")).toBe(56);
});
