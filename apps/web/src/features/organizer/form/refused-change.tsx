import { PaymentsLink } from "~/features/organizer/payments/payments-link";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailureOf } from "~/trpc/failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { nameFields } from "../name-fields";
import { organizerWords } from "../organizer-words";

type Props = { subject: "event" | "venue" | "organization"; error: unknown };

/** Why a change was not saved; where somebody else was faster, which fields they changed, and that what was typed is kept. */
export function RefusedChange({ subject, error }: Props) {
  const conflict = findFailureOf(error, "REVISION_CONFLICT");
  if (!conflict)
    return (
      <FailurePanel {...describeFailure(error, organizerWords)}>
        <PaymentsLink error={error} />
      </FailurePanel>
    );
  const { changed } = conflict.details;
  const named = changed.length > 0 ? `Changed meanwhile: ${nameFields(changed)}. ` : "";
  return (
    <FailurePanel
      headline={`Someone else changed this ${subject} meanwhile.`}
      meaning={`${named}What you typed is kept, on top of what they saved. Nothing was saved yet.`}
      action="Look at it once more, then save again."
    />
  );
}
