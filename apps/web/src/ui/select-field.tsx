import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { controlStyle } from "./control-style";
import { Icon } from "./icon";

type Props = ComponentProps<"select"> & { label: string; hideLabel?: boolean };

/** A labelled native select. */
export function SelectField({ label, hideLabel = false, className, ...props }: Props) {
  const id = useId();
  return (
    <div className={clsx("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-medium text-14"}>
        {label}
      </label>
      <div className="relative">
        <select {...props} id={id} className={clsx(controlStyle, "appearance-none truncate pr-10")} />
        <span className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center">
          <Icon of={ChevronDown} size={18} />
        </span>
      </div>
    </div>
  );
}
