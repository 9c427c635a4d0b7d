import { screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { loadConfig } from "@/api/config";
import { Problem } from "@/api/problem";
import { LoadFailed } from "@/components/page";
import { renderInApp } from "@/testing/render";

afterEach(() => vi.unstubAllGlobals());

const configured = async (support: string): Promise<void> => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ stage: "test", support })));
  await loadConfig();
};
const broken = new Problem(500, { detail: "Something went wrong on our side.", code: "unexpected", request_id: "req-8F3K2" });
const show = (): unknown => renderInApp(<LoadFailed what="the plan" error={broken} retry={() => undefined} />);

test("the letter to support already names what failed and under which reference", async () => {
  await configured("help@our.example");
  show();
  const link = await screen.findByRole("link", { name: "Contact support" });
  expect(decodeURIComponent(link.getAttribute("href") ?? "")).toBe("mailto:help@our.example?subject=We could not load the plan, reference req-8F3K2");
  screen.getByText(/Reference req-8F3K2\./);
});

test("a page of help is opened as it is", async () => {
  await configured("https://help.our.example/ask");
  show();
  const link = await screen.findByRole("link", { name: "Contact support" });
  expect(link.getAttribute("href")).toBe("https://help.our.example/ask");
});

test("nothing is offered where nobody has said who helps", async () => {
  await configured("");
  show();
  await screen.findByText(/Something went wrong on our side/);
  expect(screen.queryByRole("link", { name: "Contact support" })).toBeNull();
});
