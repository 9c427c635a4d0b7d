import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";
import { AlertCircle, ChevronDown } from "lucide-react";
import { cx } from "@/lib/cx";

const BOX =
  "w-full rounded-2 border border-control bg-surface text-13 text-text focus-visible:outline-offset-0 aria-invalid:border-st-rejected disabled:bg-hover disabled:text-text-3";

export const Input = ({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) => (
  <input {...rest} className={cx(BOX, "h-8 px-2.5", className)} />
);

export const Textarea = ({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) => (
  <textarea {...rest} className={cx(BOX, "min-h-20 px-2.5 py-1.5", className)} />
);

export function Select({ className, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className={cx("relative inline-flex", className)}>
      <select {...rest} className={cx(BOX, "h-8 cursor-pointer appearance-none border-line-strong pr-7 pl-2.5")}>
        {children}
      </select>
      <ChevronDown aria-hidden size={14} className="pointer-events-none absolute top-2.25 right-2 text-text-3" />
    </span>
  );
}

interface FieldProps {
  label: string;
  help?: ReactNode;
  error?: string | null | undefined;
  children: (ids: { id: string; "aria-describedby": string; "aria-invalid": boolean }) => ReactNode;
}

/** Label above, help below; an error takes the help's place and has an icon. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-13 font-semibold">
        {label}
      </label>
      {children({ id, "aria-describedby": `${id}-help`, "aria-invalid": Boolean(error) })}
      <p id={`${id}-help`} className={cx("flex items-start gap-1 text-12", error ? "text-st-rejected-text" : "text-text-3")}>
        {error ? <AlertCircle aria-hidden size={14} className="mt-px shrink-0" /> : null}
        {error ?? help}
      </p>
    </div>
  );
}
