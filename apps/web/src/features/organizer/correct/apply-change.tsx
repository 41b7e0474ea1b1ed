import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import type { EditedSeat, SeatChange } from "./seat-edits";

export type ChangeProps = {
  /** The chosen seats as they are to become. */
  seats: readonly EditedSeat[];
  onChange: (change: SeatChange) => void;
};

type ApplyProps = { onApply: () => void; verb?: string; disabled?: boolean; children?: ReactNode };

/** Adds the change to the list of what will be saved. */
export function Apply({ onApply, verb = "Change", disabled = false, children }: ApplyProps) {
  return (
    <>
      {children ? <p className="text-14 text-soft">{children}</p> : null}
      <Button className="self-start" disabled={disabled} onClick={onApply}>
        {verb} chosen seats
      </Button>
    </>
  );
}
