import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";
import { controlStyle, describeControl, FieldFrame } from "./field-frame";

type Props = ComponentProps<"textarea"> & { label: string; hint?: ReactNode; fault?: string | undefined };

/** A labelled multi-line input. */
export function TextArea({ label, hint, fault, className, rows = 3, ...props }: Props) {
  const id = useId();
  return (
    <FieldFrame {...{ id, label, hint, fault, className }}>
      <textarea
        {...props}
        {...describeControl({ id, hint, fault })}
        rows={rows}
        className={clsx(controlStyle, "resize-y py-2.5")}
      />
    </FieldFrame>
  );
}
