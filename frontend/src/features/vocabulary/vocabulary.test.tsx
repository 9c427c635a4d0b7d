import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { session } from "@/api/session";
import { makeDataset } from "@/testing/fake-data";
import { serveFake } from "@/testing/fake-fetch";
import { renderInApp } from "@/testing/render";
import { Vocabulary } from "./page";
import { LISTS, toLines, withLines } from "./words";

describe("the words of a dataset", () => {
  beforeEach(async () => {
    serveFake();
    await session.refresh();
  });

  it("come back from the editor's lines as they were", () => {
    const { taxonomy } = makeDataset();
    for (const list of LISTS) expect(withLines(taxonomy, list, toLines(taxonomy, list))).toEqual(taxonomy);
  });

  it("lose lines without a name and split what a cell lists", () => {
    const { taxonomy } = makeDataset();
    const topics = LISTS.find((list) => list.key === "topics");
    if (!topics) throw new Error("no topics");
    const after = withLines(taxonomy, topics, [{ name: " Fees ", cluster: "Costs", content_category: "", keywords: "fee; charge;" }, { name: "  " }]);
    expect(after.topics).toEqual([{ name: "Fees", cluster: "Costs", content_category: "", keywords: ["fee", "charge"] }]);
  });

  it("are edited line by line and saved for the next plan", async () => {
    renderInApp(<Vocabulary dataset={makeDataset()} />);
    await userEvent.click(await screen.findByRole("button", { name: /^Tones/ }));
    await userEvent.click(screen.getByRole("button", { name: "Add one more" }));
    await userEvent.type(screen.getByRole("textbox", { name: "Name of tone 6" }), "Brisk");
    await userEvent.click(screen.getByRole("button", { name: "Save tones" }));
    await screen.findByText(/It counts for the next plan/);
  });

  it("say which line of a file is wrong", async () => {
    renderInApp(<Vocabulary dataset={makeDataset()} />);
    const text = "list,name\ntone,Calm\nmood,Blue\n";
    // jsdom's files can't be read as text.
    const file = Object.assign(new File([text], "words.csv", { type: "text/csv" }), { text: () => Promise.resolve(text) });
    await userEvent.upload(await screen.findByLabelText("A CSV with words"), file);
    await screen.findByText(/nothing was changed: line 3 mood is no list/);
  });
});
