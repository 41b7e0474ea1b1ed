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

/** A control with its label, and its hint or fault; the control takes the attributes of `describeControl`. */
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

/** Attributes that tie a control to its frame, so that screen readers announce its fault. */
export function describeControl({ id, hint, fault }: Pick<Props, "id" | "hint" | "fault">) {
  return {
    id,
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": fault || hint ? `${id}-note` : undefined,
  };
}

/** The classes of every input, select and text area. */
export const controlStyle =
  "min-h-11 w-full rounded-control border border-outline bg-card px-3 text-16 text-ink placeholder:text-soft focus-visible:outline-3 focus-visible:outline-curtain aria-invalid:border-curtain disabled:opacity-55";
