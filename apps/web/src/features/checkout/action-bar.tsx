import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "~/ui/button";

type Props = Pick<ComponentProps<typeof Button>, "pending" | "pendingLabel"> & {
  children: ReactNode;
  note?: ReactNode;
  /** Right above the button, wherever that is. */
  lead?: ReactNode;
  sticks?: boolean;
};

const atFoot =
  "sticky bottom-0 z-10 -mx-4 border-line border-t bg-paper px-4 py-3 sm:static sm:mx-0 sm:border-0 sm:p-0";

/** The button to the next step. Where it `sticks`, it stays at the foot of a phone's screen. */
export function ActionBar({ children, note, lead, sticks = false, ...button }: Props) {
  return (
    <>
      {note ? <p className="text-14 text-soft sm:order-last sm:-mt-2">{note}</p> : null}
      <div className={clsx("flex flex-col gap-3", sticks && atFoot)}>
        {lead}
        <Button {...button} type="submit" variant="primary" size="large" className="w-full sm:w-auto sm:self-start">
          {children}
        </Button>
      </div>
    </>
  );
}
