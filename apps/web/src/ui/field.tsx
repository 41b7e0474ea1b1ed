import clsx from "clsx";
import { type ComponentProps, useId } from "react";
import { controlStyle } from "./control-style";

type Props = ComponentProps<"input"> & { label: string; hint?: string; fault?: string | undefined };

/** A labelled text input; `fault` says what is wrong and is read out with the field. */
export function Field({ label, hint, fault, className, ...props }: Props) {
  const id = useId();
  return (
    <div className={clsx("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="font-medium text-14">
        {label}
      </label>
      <input
        {...props}
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault || hint ? `${id}-note` : undefined}
        className={controlStyle}
      />
      {fault || hint ? (
        <p id={`${id}-note`} className={clsx("text-14", fault ? "font-medium text-curtain" : "text-soft")}>
          {fault ?? hint}
        </p>
      ) : null}
    </div>
  );
}
