import { useEffect, useRef, type InputHTMLAttributes } from "react";
import { cx } from "@/lib/cx";

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, "type"> {
  indeterminate?: boolean;
}

const BOX =
  "size-4 shrink-0 cursor-pointer appearance-none rounded-1 border border-control bg-surface " +
  "checked:border-primary checked:bg-primary indeterminate:border-primary indeterminate:bg-primary disabled:opacity-55";

/** The native control, drawn by us; the mark is a mask so that it takes the token's colour. */
export function Checkbox({ indeterminate = false, className, ...rest }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <span className={cx("relative grid size-4 shrink-0 place-items-center", className)}>
      <input ref={box} type="checkbox" {...rest} className={cx(BOX, "peer")} />
      <svg
        aria-hidden
        viewBox="0 0 16 16"
        className="pointer-events-none absolute size-4 fill-none stroke-on-primary stroke-2 opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-100"
      >
        {indeterminate ? <path d="M4.5 8h7" /> : <path d="m4.2 8.3 2.5 2.5 5-5.4" />}
      </svg>
    </span>
  );
}

const RADIO =
  "size-4 shrink-0 cursor-pointer appearance-none rounded-pill border border-control bg-surface " +
  "checked:border-5 checked:border-primary";

export function Radio(props: Omit<InputHTMLAttributes<HTMLInputElement>, "type">) {
  return <input type="radio" {...props} className={RADIO} />;
}

interface SwitchProps {
  checked: boolean;
  onChange: (on: boolean) => void;
  label: string;
}

export function Switch({ checked, onChange, label }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      onClick={() => onChange(!checked)}
      className={cx("inline-flex h-6 items-center", "shrink-0")}
    >
      <span className={cx("inline-flex h-4.5 w-7.5 rounded-pill p-0.5 transition-colors", checked ? "bg-primary" : "bg-control")}>
        <span className={cx("size-3.5 rounded-pill bg-surface transition-transform", checked && "translate-x-3")} />
      </span>
    </button>
  );
}
