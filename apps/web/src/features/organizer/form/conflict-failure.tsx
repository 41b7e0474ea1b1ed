import { FailurePanel } from "~/ui/message/failure-panel";
import { nameFields } from "../name-fields";

type Props = { subject: "event" | "venue"; changed: readonly string[] };

/** Somebody else was faster: which fields they changed, and that what was typed is kept. */
export function ConflictFailure({ subject, changed }: Props) {
  const named = changed.length > 0 ? `Changed meanwhile: ${nameFields(changed)}. ` : "";
  return (
    <FailurePanel
      headline={`Someone else changed this ${subject} meanwhile.`}
      meaning={`${named}What you typed is kept, on top of what they saved. Nothing was saved yet.`}
      action="Look at it once more, then save again."
    />
  );
}
