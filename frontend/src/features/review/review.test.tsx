import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { queueQuery, readReviewSearch } from "@/features/conversations/url";
import { makeConversation, makeRows } from "@/testing/fake-data";
import { serveFake } from "@/testing/fake-fetch";
import { OPINION } from "@/testing/fake-opinion";
import { renderInApp } from "@/testing/render";
import { summaryOf } from "./components/end";
import { Side } from "./components/side";
import { paceOf, type Done } from "./queue";

const item = (ref: string) => ({ id: ref, ref, dataset_id: "d", topic: "", persona: "", score: 7, revision: 1, current_version: 1 });
const done = (decision: Done["decision"], seconds: number, edited = false): Done => ({ item: item(String(seconds)), decision, edited, seconds, before: "generated" });

describe("a sitting", () => {
  it("says at its end what was done, and how long it took", () => {
    expect(summaryOf([done("approve", 120), done("approve", 90, true), done("reject", 60), done("needs_edit", 30)])).toBe(
      "You read 4 conversations in 5 minutes: 2 approved, 1 edited, 1 flagged, 1 rejected.",
    );
  });

  it("reckons its pace from the last ten, and says nothing before three are read", () => {
    expect(paceOf([done("approve", 100), done("approve", 100)])).toBeNull();
    const slow = Array.from({ length: 5 }, () => done("approve", 1000));
    const quick = Array.from({ length: 10 }, () => done("approve", 120));
    expect(paceOf([...slow, ...quick])).toEqual({ perHour: 30, secondsEach: 120 });
  });

  it("reads what nobody decided on, the lowest first, within the filter of the table", () => {
    const search = readReviewSearch({ persona: "Anxious Investor", page: "3", size: "50" });
    expect(queueQuery(search)).toEqual({ persona: ["Anxious Investor"], status: ["generated"], sort: "score" });
  });

  it("reads chosen rows whatever was decided on them, and the table's own in its order", () => {
    expect(queueQuery(readReviewSearch({ ref: ["FP-0001", "FP-0002"] }))).toMatchObject({ ref: ["FP-0001", "FP-0002"], status: ["generated", "approved", "rejected", "needs_edit"] });
    expect(queueQuery(readReviewSearch({ queue: "table", sort: "-score", status: "failed" }))).toEqual({ status: ["failed"], sort: "-score" });
  });
});

describe("beside the text", () => {
  it("another reading stands under the score, each part with the way to its turn", async () => {
    serveFake();
    const row = makeRows().find((each) => each.status === "approved");
    const one = row && makeConversation(row);
    if (!one?.version) throw new Error("nothing is written");
    renderInApp(<Side one={one} version={one.version} facts={null} />);
    const opinion = await screen.findByRole("region", { name: "Second opinion" });
    expect(screen.getByRole("region", { name: "Score" }).compareDocumentPosition(opinion)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(opinion.textContent).toContain("The practice model, not Claude, would have it improved first: 7.2 of 10. An opinion, not part of the score.");
    expect(within(opinion).getAllByRole("listitem")).toHaveLength(OPINION.parts.length);
    expect(within(opinion).getAllByRole("button", { name: /^Turn \d/ })).toHaveLength(4);
  });
});
