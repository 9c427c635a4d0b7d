import { Link, useNavigate } from "@tanstack/react-router";
import { get } from "@/api/client";
import type { Conversation, Estimate } from "@/api/types";
import { Notice } from "@/components/ui/notice";
import { closeAsk } from "../state";

const LINK = "shrink-0 font-semibold underline underline-offset-2";

/** Where a problem is solved: its conversation, or the budget that is too small. */
function Fix({ dataset, problem }: { dataset: string; problem: Estimate["problems"][number] }) {
  const navigate = useNavigate();
  const [id] = problem.ids;
  if (id) {
    const open = async (): Promise<void> => {
      const one = await get<Conversation>(`/conversations/${id}`);
      closeAsk();
      void navigate({ to: "/d/$id", params: { id: dataset }, search: { open: one.ref } });
    };
    return (
      <button type="button" className={LINK} onClick={() => void open()}>
        Open it
      </button>
    );
  }
  if (!problem.code.endsWith("_budget_spent")) return null;
  return (
    <Link to="/settings" hash="money" className={LINK} onClick={closeAsk}>
      Raise the budget
    </Link>
  );
}

/** What has to be put right before anything starts: said here, never later. */
export function Blocks({ dataset, estimate }: { dataset: string; estimate: Estimate }) {
  return estimate.problems.map((problem) => (
    <Notice key={`${problem.code}.${problem.ids[0] ?? ""}`} tone="problem" title={problem.sentence} action={<Fix dataset={dataset} problem={problem} />} />
  ));
}
