import { organizerWords } from "~/features/organizer/organizer-words";
import { PaymentsLink } from "~/features/organizer/payments/payments-link";
import { describeFailure } from "~/trpc/describe-failure";
import { useSendsMail } from "~/trpc/use-sends-mail";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { FailurePanel } from "~/ui/message/failure-panel";
import { describeStatusChange, type StatusChange, type StatusFigures } from "./describe-status-change";

type Props = {
  /** The change to confirm; null while the dialog is closed. */
  change: StatusChange | null;
  event: StatusFigures;
  pending: boolean;
  error: unknown;
  onConfirm: (change: StatusChange) => void;
  onClose: () => void;
};

/** Asks for a confirmation after telling what the change does to seats and money. */
export function StatusDialog({ change, event, pending, error, onConfirm, onClose }: Props) {
  const { title, points, confirm, keep } = describeStatusChange(change ?? "pause", event, useSendsMail() === true);
  return (
    <Dialog open={change !== null} title={title} onClose={onClose} form="sheet">
      <p className="font-medium">{event.name}</p>
      <ul className="figures flex list-disc flex-col gap-1.5 pl-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {error ? (
        <FailurePanel {...describeFailure(error, organizerWords)}>
          <PaymentsLink error={error} />
        </FailurePanel>
      ) : null}
      <ConfirmButtons
        keep={keep}
        onKeep={onClose}
        pending={pending}
        pendingLabel="One moment…"
        onConfirm={() => change && onConfirm(change)}
      >
        {confirm}
      </ConfirmButtons>
    </Dialog>
  );
}
