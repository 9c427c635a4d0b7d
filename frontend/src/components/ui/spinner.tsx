import { Loader } from "lucide-react";
import { cx } from "@/lib/cx";

/** The only thing that loops. With reduced motion it stands still. */
export function Spinner({ size = 16, className }: { size?: number; className?: string }) {
  return <Loader aria-hidden size={size} strokeWidth={1.75} className={cx("animate-spin", className)} />;
}
