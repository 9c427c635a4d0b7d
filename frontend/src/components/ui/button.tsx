import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import { cx } from "@/lib/cx";
import { Spinner } from "./spinner";
import { Tooltip } from "./tooltip";

export type Variant = "primary" | "default" | "quiet" | "approve" | "reject" | "danger" | "link";
export type Size = "s" | "m" | "l";

const VARIANTS: Record<Variant, string> = {
  primary: "bg-primary text-on-primary border-transparent hover:bg-primary-hover shadow-1",
  default: "bg-surface text-text border-line-strong hover:bg-hover shadow-1",
  quiet: "bg-transparent text-text-2 border-transparent hover:bg-hover",
  approve: "bg-approve text-on-approve border-transparent hover:brightness-95 shadow-1",
  reject: "bg-surface text-st-rejected-text border-st-rejected hover:bg-st-rejected-bg shadow-1",
  danger: "bg-danger text-on-danger border-transparent hover:brightness-95 shadow-1",
  link: "bg-transparent text-primary-text border-transparent hover:underline",
};
const SIZES: Record<Size, string> = {
  s: "h-7 px-2.5 text-12 gap-1.5",
  m: "h-8 px-3 text-13 gap-2",
  l: "h-10 px-4 text-14 gap-2",
};

export const buttonClass = (variant: Variant = "default", size: Size = "m", extra?: string): string =>
  cx(
    "inline-flex shrink-0 items-center justify-center rounded-2 border font-semibold whitespace-nowrap transition-colors",
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    VARIANTS[variant],
    SIZES[size],
    variant === "link" && "px-1",
    extra,
  );

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> {
  variant?: Variant;
  size?: Size;
  icon?: LucideIcon;
  busy?: boolean;
  /** Why the button can't be used now; it stays focusable so that the reason can be heard. */
  disabledReason?: string | null | false;
  ref?: Ref<HTMLButtonElement>;
  children?: ReactNode;
}

export function Button({ variant, size = "m", icon: Icon, busy, disabledReason, className, onClick, children, ...rest }: Props) {
  const off = Boolean(busy) || Boolean(disabledReason);
  const button = (
    <button
      type="button"
      {...rest}
      aria-busy={busy ?? undefined}
      aria-disabled={off || undefined}
      onClick={off ? (event) => event.preventDefault() : onClick}
      className={buttonClass(variant, size, className)}
    >
      {busy ? <Spinner /> : Icon ? <Icon aria-hidden size={16} strokeWidth={1.75} /> : null}
      {children}
    </button>
  );
  return disabledReason ? <Tooltip text={disabledReason}>{button}</Tooltip> : button;
}

interface IconProps extends Omit<Props, "children" | "icon"> {
  icon: LucideIcon;
  label: string;
  hint?: string;
}

export function IconButton({ icon: Icon, label, hint, variant = "quiet", size = "m", className, disabledReason, onClick, ...rest }: IconProps) {
  const off = Boolean(disabledReason);
  return (
    <Tooltip text={disabledReason || (hint ? `${label} (${hint})` : label)}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-disabled={off || undefined}
        onClick={off ? undefined : onClick}
        className={buttonClass(variant, size, cx(size === "s" ? "w-7 px-0!" : size === "l" ? "w-10 px-0!" : "w-8 px-0!", className))}
      >
        <Icon aria-hidden size={16} strokeWidth={1.75} />
      </button>
    </Tooltip>
  );
}

type ButtonLinkProps = LinkProps & { variant?: Variant; size?: Size; icon?: LucideIcon; className?: string; children?: ReactNode };

/** Looks like a button and goes somewhere, so it is a link. */
export function ButtonLink({ variant, size = "m", icon: Icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass(variant, size, className)}>
      {Icon ? <Icon aria-hidden size={16} strokeWidth={1.75} /> : null}
      {children}
    </Link>
  );
}
