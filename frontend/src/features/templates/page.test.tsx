import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { session } from "@/api/session";
import { serveFake } from "@/testing/fake-fetch";
import { renderInApp } from "@/testing/render";
import { TemplatesPage } from "./page";

/** The text is looked at after a rest in typing. */
const PATIENT = { timeout: 4000 };
const save = (): HTMLElement => screen.getByRole("button", { name: "Save version 5" });

describe("the page of templates", () => {
  beforeEach(async () => {
    serveFake();
    await session.refresh();
  });

  it("shows every version with its share, its figures and a sentence that does not claim too much", async () => {
    renderInApp(<TemplatesPage />);
    await screen.findByText(/That can still be luck/);
    const table = screen.getByRole("table", { name: "Versions" });
    expect(table.textContent).toContain("18 of 21");
    expect(table.textContent).toContain("likely 61% to 79%");
    expect(table.textContent).toContain("not used yet");
    expect(screen.getByRole("link", { name: "21" }).getAttribute("href")).toMatch(/template_version=(%5B)?(%22)?4/);
  });

  it("says what was put in and taken out since the version before", async () => {
    renderInApp(<TemplatesPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Changes since version 3" }));
    const told = screen.getByTestId("told");
    expect(told.querySelector("del")?.textContent).toContain("Calm");
    expect(told.querySelector("ins")?.textContent).toContain("Let");
  });

  it("moves a share with the arrow keys and keeps the total", async () => {
    renderInApp(<TemplatesPage />);
    const edge = await screen.findByRole("separator", { name: "Share of version 4" });
    edge.focus();
    await userEvent.keyboard("{ArrowRight}{Shift>}{ArrowRight}{/Shift}");
    expect(edge.getAttribute("aria-valuenow")).toBe("56");
    expect(screen.getByRole<HTMLInputElement>("spinbutton", { name: "Percent of version 3" }).value).toBe("44");
  });

  it("refuses to save an unknown value and puts the right one in its place", async () => {
    renderInApp(<TemplatesPage />);
    await userEvent.click(await screen.findByRole("button", { name: "New version" }));
    const text = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "What Claude is told" });
    fireEvent.change(text, { target: { value: "{persona}, {emotion}, {topik}" } });
    await userEvent.click(await screen.findByRole("button", { name: "Did you mean topic?" }, PATIENT));
    expect(text.value).toBe("{persona}, {emotion}, {topic}");
    await waitFor(() => expect(save().getAttribute("aria-disabled")).toBeNull(), PATIENT);
    fireEvent.change(text, { target: { value: "{persona} and {topic}" } });
    await screen.findByText(/does not ask for {emotion}/, {}, PATIENT);
    expect(save().getAttribute("aria-disabled")).toBe("true");
  });
});
