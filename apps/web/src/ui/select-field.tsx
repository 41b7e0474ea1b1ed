import clsx from "clsx";
import { type ComponentProps, useId } from "react";
import { controlStyle } from "./control-style";

type Props = ComponentProps<"select"> & { label: string; hideLabel?: boolean };

/** A labelled native select. */
export function SelectField({ label, hideLabel = false, className, ...props }: Props) {
  const id = useId();
  return (
    <div className={clsx("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-medium text-14"}>
        {label}
      </label>
      <select {...props} id={id} className={clsx(controlStyle, "pr-8")} />
    </div>
  );
}
