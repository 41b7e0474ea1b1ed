import { useState } from "react";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field/field";
import { nameFields } from "../name-fields";

type Props = {
  /** The names of what differs; null while nothing is asked. */
  fields: readonly string[] | null;
  /** What saving does, most important first; null while it is being counted. */
  points: readonly string[] | null;
  isPending: boolean;
  /** Whether its reason is kept. */
  hasReason?: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Says what a change does before it is saved, and asks for its reason where that is kept. */
export function ConfirmSave({ fields, points, isPending, hasReason = true, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState("");
  return (
    <Dialog open={fields !== null} title="Save these changes?" onClose={onClose} form="sheet">
      <p>
        <span className="font-medium">Changed: </span>
        <span>{nameFields(fields ?? [])}</span>
      </p>
      {points ? (
        <ul className="figures flex list-disc flex-col gap-1.5 pl-5">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ) : (
        <p role="status">Counting who is concerned…</p>
      )}
      {hasReason ? (
        <Field
          label="Reason (optional, for your journal)"
          name="reason"
          autoComplete="off"
          maxLength={200}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      ) : null}
      <ConfirmButtons
        keep="Keep editing"
        onKeep={onClose}
        disabled={!points}
        pending={isPending}
        pendingLabel="Saving…"
        onConfirm={() => onConfirm(reason)}
      >
        Save
      </ConfirmButtons>
    </Dialog>
  );
}
