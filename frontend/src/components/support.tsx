import { LifeBuoy } from "lucide-react";
import { support } from "@/api/config";
import { Problem } from "@/api/problem";
import { buttonClass, type Variant } from "./ui/button";

/** The id under which the server keeps what happened; null when the error never reached it. */
export const referenceOf = (error: unknown): string | null => (error instanceof Problem ? error.requestId : null);

/** A letter that already says what and which, or the address of a page as it is. */
export function supportAddress(address: string, what: string, reference: string | null): string {
  if (!address.includes("@") || address.includes("/")) return address;
  const subject = reference ? `${what}, reference ${reference}` : what;
  return `mailto:${address}?subject=${encodeURIComponent(subject)}`;
}

/** For what no second try mends. Nothing where nobody has said who helps. */
export function ContactSupport({ what, reference, variant }: { what: string; reference: string | null; variant?: Variant }) {
  const address = support();
  if (!address) return null;
  return (
    <a href={supportAddress(address, what, reference)} className={buttonClass(variant)}>
      <LifeBuoy aria-hidden size={16} strokeWidth={1.75} />
      Contact support
    </a>
  );
}
