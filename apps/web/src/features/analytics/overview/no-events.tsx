import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

/** What an organizer sees before the first event: first the hall, then what is played in it. */
export function NoEvents() {
  return (
    <EmptyState
      title="No events yet"
      actions={
        <>
          <LinkButton href="/organizer/venues/new" variant="primary">
            Make a venue
          </LinkButton>
          <LinkButton href="/organizer/events/new">Make an event</LinkButton>
        </>
      }
    >
      <p>
        Draw a venue first: its rows, its seats and what kinds there are. Then put an event on sale in it. What it sells
        shows here while it sells.
      </p>
    </EmptyState>
  );
}
