import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

/** For those who have not booked, and for those who did so elsewhere. */
export function NoBookings() {
  return (
    <EmptyState
      title="No tickets yet"
      actions={
        <LinkButton href="/" variant="primary" size="large">
          See what’s on
        </LinkButton>
      }
    >
      <p>Seats you book appear here, with the next concert first. A booking shows in the browser that made it.</p>
    </EmptyState>
  );
}
