import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { PageFrame } from "~/ui/page-frame";

export default function LinkedTicketNotFound() {
  return (
    <PageFrame>
      <EmptyState
        heading="h1"
        title="This link opens no ticket"
        actions={
          <>
            <LinkButton href="/sign-in" variant="primary">
              Sign in
            </LinkButton>
            <LinkButton href="/bookings">My bookings</LinkButton>
          </>
        }
      >
        <p>It may have been replaced by a new one, or cut off on its way. The booking itself never disappears.</p>
      </EmptyState>
    </PageFrame>
  );
}
