import clsx from "clsx";

export type ButtonLook = "primary" | "quiet" | "plain";
export type ButtonSize = "normal" | "large" | "small";

const looks = {
  primary: "bg-curtain text-on-curtain hover:bg-curtain-deep",
  quiet: "border border-outline bg-card text-ink hover:bg-sunken",
  plain: "text-ink underline decoration-1 underline-offset-4 hover:decoration-2",
} as const satisfies Record<ButtonLook, string>;

const sizes = {
  small: "min-h-9 px-3 text-14",
  normal: "min-h-11 px-4 text-16",
  large: "min-h-13 px-6 text-18",
} as const satisfies Record<ButtonSize, string>;

/** The classes that a button and a link dressed as one have in common. */
export function buttonStyle(look: ButtonLook, size: ButtonSize, className?: string): string {
  return clsx(
    "relative inline-flex select-none items-center justify-center gap-2 rounded-control font-semibold transition-[background-color,opacity]",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress",
    looks[look],
    look === "plain" ? "min-h-9 text-14" : sizes[size],
    className,
  );
}
