"use client";

import type { ComponentProps } from "react";
import { type ButtonLook, type ButtonSize, buttonStyle } from "./button-style";
import { useAwake } from "./use-hydrated";

type Props = Omit<ComponentProps<"button">, "className"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  /** While true the button says `pendingLabel`, keeps its width and its focus, and does nothing when pressed. */
  pending?: boolean;
  pendingLabel?: string;
  className?: string;
};

/** Until the page is awake it says that it can't be pressed, and sends no form: nobody would hear of it. */
export function Button({ look = "quiet", size = "normal", pending = false, pendingLabel, ...props }: Props) {
  const { className, children, onClick, type = "button", ...rest } = props;
  const deaf = !useAwake() || pending;
  return (
    <button
      {...rest}
      type={deaf ? "button" : type}
      aria-busy={pending || undefined}
      aria-disabled={deaf || rest["aria-disabled"] || undefined}
      onClick={pending ? undefined : onClick}
      className={buttonStyle(look, size, className)}
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
