import { describeFailure } from "~/trpc/describe-failure";
import { formatCount } from "~/ui/format/format-count";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { organizerWords } from "../organizer-words";
import type { SaveProgress } from "./save-venue";

/** Why a venue was not saved completely, and how much of it was. */
export function SaveFailure({ error, progress }: { error: unknown; progress: SaveProgress | null }) {
  const failure = describeFailure(error, organizerWords);
  if (!progress?.venue_id)
    return <FailurePanel {...failure} action={`${failure.action} Sending it again saves nothing twice.`} />;
  return (
    <FailurePanel
      headline={failure.headline}
      meaning={`The venue is saved with ${formatCount(progress.seats)} of its ${formatCount(progress.total)} seats.`}
      action="Send it again: only what is missing is added."
    >
      <LinkButton href={`/organizer/venues/${progress.venue_id}`}>View venue</LinkButton>
    </FailurePanel>
  );
}
