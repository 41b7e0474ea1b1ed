import { holdNotFound } from "~/trpc/failure-words";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";

/** For an address whose hold belongs to another browser or does not exist. */
export function HoldNotFound() {
  return (
    <PageFrame>
      <FailurePanel {...holdNotFound} heading="h1">
        <LinkButton href="/" variant="primary">
          See what’s on
        </LinkButton>
        <LinkButton href="/bookings">My bookings</LinkButton>
      </FailurePanel>
    </PageFrame>
  );
}
