import { describe, expect, it } from "vitest";
import { queueQuery, readReviewSearch } from "@/features/conversations/url";
import { summaryOf } from "./components/end";
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
