import { Star } from "lucide-react";

/** Stands wherever one of the owner's own conversations is read. */
export const OwnExample = () => (
  <span className="inline-flex h-5.5 items-center gap-1 rounded-1 border border-line bg-sunken px-1.5 text-12 font-medium whitespace-nowrap text-text-2">
    <Star aria-hidden size={12} className="fill-brand text-brand" />
    Your example
  </span>
);
