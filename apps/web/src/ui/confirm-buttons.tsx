import type { ReactNode } from "react";
import { Button } from "./button";

type Props = {
  /** What the way back is called. */
  keep: ReactNode;
  onKeep: () => void;
  pending: boolean;
  pendingLabel: string;
  disabled?: boolean;
  /** Absent in a form, which is submitted. */
  onConfirm?: () => void;
  /** What the way on is called. */
  children: ReactNode;
};

/** The way back and the way on at the foot of a dialog; on a phone the way on is above. */
export function ConfirmButtons({ keep, onKeep, pending, pendingLabel, disabled = false, onConfirm, children }: Props) {
  return (
    <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
      <Button onClick={onKeep}>{keep}</Button>
      <Button
        type={onConfirm ? "button" : "submit"}
        variant="primary"
        disabled={disabled}
        pending={pending}
        pendingLabel={pendingLabel}
        onClick={onConfirm}
      >
        {children}
      </Button>
    </div>
  );
}
