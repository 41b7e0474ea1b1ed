"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { useHydrated } from "../use-hydrated";
import { controlStyle, describeControl, FieldFrame } from "./field-frame";

type Props = ComponentProps<"input"> & {
  label: string;
  hideLabel?: boolean;
  hint?: ReactNode;
  fault?: string | undefined;
};

/** A labelled text input, read-only until hydration; screen readers announce its `fault`. */
export function Field({ label, hideLabel, hint, fault, className, ...props }: Props) {
  const id = useId();
  const hydrated = useHydrated();
  return (
    <FieldFrame {...{ id, label, hideLabel, hint, fault, className }}>
      <input
        {...props}
        readOnly={!hydrated || props.readOnly}
        {...describeControl({ id, hint, fault })}
        className={controlStyle}
      />
    </FieldFrame>
  );
}
