import { PencilLine } from "lucide-react";
import { useMay } from "@/api/queries";
import type { Failure } from "@/api/types";
import { Button } from "@/components/ui/button";
import { askSituation, type Asked } from "./state";

interface Props {
  row: Asked;
  size?: "s" | "m";
  variant?: "primary" | "default";
}

/** What helps where Claude declined. */
export const isDeclined = (failure: Failure | null): boolean => failure?.code === "declined";

export function EditSituation({ row, size = "m", variant = "default" }: Props) {
  return useMay("editor") ? (
    <Button size={size} variant={variant} icon={PencilLine} className="justify-self-start" aria-label={`Edit the situation of ${row.ref}`} onClick={() => askSituation(row)}>
      Edit the situation
    </Button>
  ) : null;
}
