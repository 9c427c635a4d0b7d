import { useEffect, useState } from "react";
import { Bone } from "@/components/ui/bits";

const WIDTHS = ["w-4/5", "w-3/5", "w-2/3", "w-1/2"] as const;

/** Nothing for the first 150 ms, then rows in the shape of the real ones. */
export function TableSkeleton({ columns, rows = 12, boxes = true }: { columns: number; rows?: number; boxes?: boolean }) {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), 150);
    return () => clearTimeout(timer);
  }, []);
  if (!visible) return <tbody />;
  return (
    <tbody aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row} className="[&>td]:h-9 [&>td]:border-b [&>td]:border-line">
          {boxes ? (
            <td className="pl-5">
              <span className="block size-4 rounded-1 border border-line-strong" />
            </td>
          ) : null}
          {Array.from({ length: columns }, (_, column) => (
            <td key={column} className={boxes ? "pr-3" : "px-3"}>
              <Bone className={WIDTHS[(row + column) % WIDTHS.length] ?? "w-1/2"} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
