import { formatCount } from "~/ui/format/format-count";
import { LinkButton } from "~/ui/link-button";
import { ProblemPanel } from "~/ui/message/failure-panel";
import { describeOrganizerProblem } from "../describe-organizer-problem";
import type { Saved } from "./save-venue";

/** What kept a venue from being saved whole, and how much of it stands. */
export function SaveProblem({ error, saved }: { error: unknown; saved: Saved | null }) {
  const problem = describeOrganizerProblem(error);
  if (!saved?.venue_id)
    return <ProblemPanel {...problem} action={`${problem.action} Sending again makes nothing twice.`} />;
  const stand = `The venue stands, with ${formatCount(saved.seats)} of its ${formatCount(saved.of)} seats.`;
  return (
    <ProblemPanel what={problem.what} meaning={stand} action="Send it again: only what is missing is added.">
      <LinkButton href={`/organizer/venues/${saved.venue_id}`}>Look at the venue</LinkButton>
    </ProblemPanel>
  );
}
