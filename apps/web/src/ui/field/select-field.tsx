import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { Icon } from "../icon";
import { controlStyle, describeControl, FieldFrame } from "./field-frame";

type Props = ComponentProps<"select"> & {
  label: string;
  hideLabel?: boolean;
  hint?: ReactNode;
  fault?: string | undefined;
};

/** A labelled native select. */
export function SelectField({ label, hideLabel, hint, fault, className, ...props }: Props) {
  const id = useId();
  return (
    <FieldFrame {...{ id, label, hideLabel, hint, fault, className }}>
      <div className="relative">
        <select
          {...props}
          {...describeControl({ id, hint, fault })}
          className={clsx(controlStyle, "appearance-none truncate pr-10")}
        />
        <span className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center">
          <Icon icon={ChevronDown} size={18} />
        </span>
      </div>
    </FieldFrame>
  );
}
