import { useMutation } from "@tanstack/react-query";
import { FileDown, ShieldCheck } from "lucide-react";
import { useMay } from "@/api/queries";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { save } from "@/lib/save";
import { checkRecord, recordAsCsv } from "../api";
import type { ActivitySearch } from "../search";

const name = ({ ref, since, until }: ActivitySearch): string => ["activity", ref, since && `from-${since}`, until && `to-${until}`].filter(Boolean).join("-") + ".csv";

/** The record as a file, as it is narrowed now. */
export function SaveRecord({ search }: { search: ActivitySearch }) {
  const file = useMutation({ mutationFn: () => recordAsCsv(search), onSuccess: (parts) => save(name(search), ["\uFEFF", ...parts], "text/csv") });
  return (
    <Button icon={FileDown} busy={file.isPending} onClick={() => file.mutate()}>
      Save as CSV
    </Button>
  );
}

export const useCheck = () => useMutation({ mutationFn: checkRecord });
type Check = ReturnType<typeof useCheck>;

export function CheckButton({ check }: { check: Check }) {
  return useMay("owner") ? (
    <Button icon={ShieldCheck} busy={check.isPending} onClick={() => check.mutate()}>
      Check the record
    </Button>
  ) : null;
}

/** What the check found, until it is asked again. */
export function CheckFound({ check: { data } }: { check: Check }) {
  if (!data) return null;
  return (
    <div className="mb-3" role="status">
      <Notice tone={data.whole ? "done" : "problem"} title={data.sentence}>
        {data.whole ? "Nobody changed, added or removed an entry since it was sealed." : "Somebody changed what is stored. Keep a copy as CSV and ask whoever runs this service."}
      </Notice>
    </div>
  );
}
