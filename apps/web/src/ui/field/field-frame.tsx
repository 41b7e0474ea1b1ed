import clsx from "clsx";
import type { ReactNode } from "react";

type Props = {
  id: string;
  label: string;
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  fault?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A control between its label and what is said about it; the control takes `describe` for its attributes. */
export function FieldFrame({ id, label, hideLabel = false, hint, fault, className, children }: Props) {
  return (
    <div className={clsx("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-medium text-14"}>
        {label}
      </label>
      {children}
      {fault || hint ? (
        <p id={`${id}-note`} className={clsx("text-14", fault ? "font-medium text-curtain" : "text-soft")}>
          {fault ?? hint}
        </p>
      ) : null}
    </div>
  );
}

/** Ties a control to its frame: what is wrong is read out with it. */
export function describeControl({ id, hint, fault }: Pick<Props, "id" | "hint" | "fault">) {
  return {
    id,
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": fault || hint ? `${id}-note` : undefined,
  };
}
