import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

/** For someone whose account books tickets: an account is one or the other. */
export function AttendeeNote({ email }: { email: string | null }) {
  return (
    <EmptyState
      heading="h1"
      title="This account books tickets"
      actions={
        <LinkButton href="/bookings" variant="primary">
          My bookings
        </LinkButton>
      }
    >
      <div className="flex flex-col gap-3">
        <p>
          This browser is signed in {email ? `as ${email}` : "as an attendee"}. Events are made and sold with an
          organizer account, which is an account of its own, with another e-mail address.
        </p>
        <p>
          To make one, open this page in another browser or in a private window. That way this browser keeps your
          bookings: it is what shows them.
        </p>
      </div>
    </EmptyState>
  );
}
