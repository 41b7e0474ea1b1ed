"use client";

import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { useHydrated } from "./use-hydrated";

type Props = Omit<ComponentProps<"button">, "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** While true the button shows `pendingLabel`, keeps its width and its focus, and does nothing when pressed. */
  pending?: boolean;
  pendingLabel?: string;
  className?: string;
};

/** Disabled for assistive technology, and no submit button, until the page is hydrated: a press would be lost. */
export function Button({ variant = "quiet", size = "normal", pending = false, pendingLabel, ...props }: Props) {
  const { className, children, onClick, type = "button", ...rest } = props;
  const isInert = !useHydrated() || pending;
  return (
    <button
      {...rest}
      type={isInert ? "button" : type}
      aria-busy={pending || undefined}
      aria-disabled={isInert || rest["aria-disabled"] || undefined}
      onClick={pending ? undefined : onClick}
      className={buttonStyle(variant, size, className)}
    >
      <span className="inline-grid *:col-start-1 *:row-start-1">
        <span className={pending && pendingLabel ? "invisible" : "inline-flex items-center justify-center gap-2"}>
          {children}
        </span>
        {pending && pendingLabel ? <span className="text-center">{pendingLabel}</span> : null}
      </span>
    </button>
  );
}
