import { findFailureOf } from "~/trpc/failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { RefusedChange } from "../../form/refused-change";

/** Why a change was not saved, unless that stands at its fields. */
export function ChangeFailure({ error, faults }: { error: unknown; faults: object }) {
  if (!error || Object.keys(faults).length > 0) return null;
  if (findFailureOf(error, "EVENT_STATUS_CONFLICT")?.details.status === "draft")
    return (
      <FailurePanel
        headline="The seats of this event are still being copied."
        meaning="What you typed is kept. Nothing was saved yet."
        action="Save again in a moment, once they are there."
      />
    );
  if (findFailureOf(error, "EVENT_WAS_PUBLISHED"))
    return (
      <FailurePanel
        headline="This event was published meanwhile, so it can’t move to another venue."
        meaning="What you typed is kept. Nothing was saved yet."
        action="Pick its own venue again, then save."
      />
    );
  return <RefusedChange subject="event" error={error} />;
}
