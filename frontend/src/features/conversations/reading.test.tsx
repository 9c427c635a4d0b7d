import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { makeConversation, makeRows } from "@/testing/fake-data";
import { renderInApp } from "@/testing/render";
import { serveFake } from "@/testing/fake-fetch";
import { Reading } from "./components/reading";

const HOSTILE = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">[link](javascript:alert(1)) {{7*7}}';

it("shows generated text as text and nothing else", async () => {
  serveFake();
  const row = makeRows().find((one) => one.current_version !== null);
  if (!row) throw new Error("the story has written conversations");
  const one = makeConversation(row);
  if (!one.version) throw new Error("it has a version");
  const version = { ...one.version, title: HOSTILE, turns: [{ number: 1, role: "user" as const, content: HOSTILE }] };
  const { container } = renderInApp(<Reading one={one} version={version} />);
  expect(await screen.findAllByText(HOSTILE)).toHaveLength(2);
  expect(container.querySelector("script, img, a[href^='javascript']")).toBeNull();
});

it("says plainly when the practice model wrote it", async () => {
  serveFake();
  const row = makeRows().find((one) => one.current_version !== null);
  if (!row) throw new Error("the story has written conversations");
  const one = makeConversation(row);
  if (!one.version) throw new Error("it has a version");
  renderInApp(<Reading one={one} version={one.version} />);
  expect(await screen.findByText("the practice model, not by Claude")).toBeTruthy();
});
