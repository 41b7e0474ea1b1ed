import { SignInLink } from "~/features/account/sign-in-link";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

export function NoBookings() {
  return (
    <EmptyState
      title="No tickets yet"
      actions={
        <>
          <LinkButton href="/" variant="primary" size="large">
            See what’s on
          </LinkButton>
          <SignInLink size="large" />
        </>
      }
    >
      <p>
        Your bookings appear here, next event first. You see them in the browser you booked with, and wherever you sign
        in.
      </p>
    </EmptyState>
  );
}
