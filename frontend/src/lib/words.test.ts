import { expect, it } from "vitest";
import { isPractice, joinWords, writerName } from "./words";

it("names models as people say them, and the practice model as what it is", () => {
  expect(writerName("claude-haiku-5-5")).toBe("Claude Haiku 5.5");
  expect(writerName("claude-opus-4-20250514")).toBe("Claude Opus 4");
  expect(writerName("sandbox:claude-haiku-5-5")).toBe("the practice model");
  expect(writerName("qwen3")).toBe("qwen3");
  expect(isPractice("sandbox:claude-haiku-5-5")).toBe(true);
  expect(isPractice(null)).toBe(false);
});

it("joins words the way one speaks", () => {
  expect(joinWords(["a"])).toBe("a");
  expect(joinWords(["a", "b", "c"])).toBe("a, b or c");
});
