import clsx from "clsx";

export type ButtonVariant = "primary" | "quiet" | "plain";
export type ButtonSize = "normal" | "large" | "small";

const variants = {
  primary: "border border-transparent bg-curtain text-on-curtain hover:bg-curtain-deep",
  quiet: "border border-outline bg-card text-ink hover:bg-sunken",
  plain:
    "border border-transparent forced-colors:px-2 text-ink underline decoration-1 underline-offset-4 hover:decoration-2",
} as const satisfies Record<ButtonVariant, string>;

const sizes = {
  small: "min-h-9 px-3 text-14",
  normal: "min-h-11 px-4 text-16",
  large: "min-h-13 px-6 text-18",
} as const satisfies Record<ButtonSize, string>;

/** The classes of a button, and of a link styled as one. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return clsx(
    "relative inline-flex select-none break-words items-center justify-center gap-2 rounded-control py-1.5 font-semibold transition-[background-color,opacity]",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress",
    variants[variant],
    variant === "plain" ? "min-h-9 text-14" : sizes[size],
    className,
  );
}
