"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { useAwake } from "../use-hydrated";
import { controlStyle } from "./control-style";
import { describeControl, FieldFrame } from "./field-frame";

type Props = ComponentProps<"input"> & {
  label: string;
  hideLabel?: boolean;
  hint?: ReactNode;
  fault?: string | undefined;
};

/** A labelled text input, open once the page is awake; `fault` says what is wrong and is read out with the field. */
export function Field({ label, hideLabel, hint, fault, className, ...props }: Props) {
  const id = useId();
  const awake = useAwake();
  return (
    <FieldFrame {...{ id, label, hideLabel, hint, fault, className }}>
      <input
        {...props}
        readOnly={!awake || props.readOnly}
        {...describeControl({ id, hint, fault })}
        className={controlStyle}
      />
    </FieldFrame>
  );
}
