import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

/** For an attendee: an account either books tickets or sells them. */
export function AttendeeNote({ email }: { email: string | null }) {
  return (
    <EmptyState
      heading="h1"
      title="This account is for booking tickets"
      actions={
        <LinkButton href="/bookings" variant="primary">
          My bookings
        </LinkButton>
      }
    >
      <div className="flex flex-col gap-3">
        <p>
          This browser is signed in as {email ? <bdi className="whole">{email}</bdi> : "an attendee"}. To sell tickets
          you need an organizer account, which is separate and has another e-mail address.
        </p>
        <p>
          To create one, open this page in another browser or in a private window. That way this browser keeps showing
          your bookings.
        </p>
      </div>
    </EmptyState>
  );
}
