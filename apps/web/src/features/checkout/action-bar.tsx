import type { ComponentProps, ReactNode } from "react";
import { Button } from "~/ui/button";

type Props = Pick<ComponentProps<typeof Button>, "pending" | "pendingLabel"> & { children: ReactNode; note?: string };

/** The one button that goes on. On a phone it sticks to the foot of the screen. */
export function ActionBar({ children, note, ...button }: Props) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-2 border-line border-t bg-paper px-4 py-3 sm:static sm:mx-0 sm:border-0 sm:px-0 sm:py-0">
      <Button {...button} type="submit" look="primary" size="large" className="w-full sm:w-auto sm:self-start">
        {children}
      </Button>
      {note ? <p className="text-14 text-soft">{note}</p> : null}
    </div>
  );
}
