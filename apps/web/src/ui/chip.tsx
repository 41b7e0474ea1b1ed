import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A choice that is on or off, such as a filter. */
export function Chip({ pressed, className, ...props }: ComponentProps<"button"> & { pressed: boolean }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      {...props}
      className={clsx(
        "inline-flex min-h-10 max-w-full shrink-0 items-center gap-1.5 rounded-chip border px-4 font-medium text-14 transition-colors",
        pressed ? "border-ink bg-ink text-paper" : "border-outline bg-card text-ink hover:bg-sunken",
        className,
      )}
    />
  );
}

const tones = {
  plain: "bg-sunken text-soft",
  spot: "bg-spot text-on-spot",
  curtain: "bg-curtain text-on-curtain",
  good: "bg-good-wash text-on-good-wash",
} as const;

export type BadgeTone = keyof typeof tones;

/** A small label: "Cancelled", "Sale opens in 3 days"; in two lines where it is wider than its place. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex min-h-6 max-w-full shrink-0 items-center gap-1 rounded-chip border border-transparent px-2.5 font-semibold text-12",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
