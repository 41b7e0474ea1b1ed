import clsx from "clsx";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & {
  children: ReactNode;
  /** Some of what it stands for is checked, some is not. */
  mixed?: boolean;
};

/** A native checkbox with its label, as large as a finger. */
export function CheckBox({ children, mixed = false, className, ...props }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <label className={clsx("flex min-h-11 min-w-0 cursor-pointer items-center gap-3 py-1", className)}>
      <input {...props} ref={input} type="checkbox" className="size-5 shrink-0 accent-curtain" />
      <span className="min-w-0 leading-tight">{children}</span>
    </label>
  );
}
