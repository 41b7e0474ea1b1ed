import { SignInLink } from "~/features/account/sign-in-link";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { PageFrame } from "~/ui/page-frame";

export default function TicketNotFound() {
  return (
    <PageFrame>
      <EmptyState
        heading="h1"
        title="We can’t find this ticket in this browser"
        actions={
          <>
            <LinkButton href="/bookings" variant="primary">
              My bookings
            </LinkButton>
            <SignInLink />
          </>
        }
      >
        <p>
          Bookings never disappear: this one may have been made in another browser. Sign in with the address of your
          booking, or use the link on your ticket.
        </p>
      </EmptyState>
    </PageFrame>
  );
}
