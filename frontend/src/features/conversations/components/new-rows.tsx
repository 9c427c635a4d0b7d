import type { RowsPage } from "@/api/types";

interface Props {
  waiting: number;
  reordered: boolean;
  onShow: () => void;
}

/** What came while the rows stood still. */
export function NewRows({ waiting, reordered, onShow }: Props) {
  if (waiting === 0 && !reordered) return null;
  return (
    <p role="status" className="flex h-8 shrink-0 items-center justify-center gap-1.5 border-t border-line bg-primary-soft text-13 text-primary-text">
      {waiting > 0 ? `${waiting.toLocaleString("en-US")} new,` : "The order has changed,"}
      <button type="button" className="h-6 font-semibold underline underline-offset-2" onClick={onShow}>
        show
      </button>
    </p>
  );
}

/** That a search inside the texts looked into a part only. */
export function cutNote(page: RowsPage | undefined): string | null {
  const searched = page?.searched;
  if (!searched?.left_out) return null;
  const [read, left] = [searched.rows, searched.left_out].map((count) => count.toLocaleString("en-US"));
  return `Looked inside the first ${read ?? ""}, not inside the other ${left ?? ""}: filter first to reach them`;
}
