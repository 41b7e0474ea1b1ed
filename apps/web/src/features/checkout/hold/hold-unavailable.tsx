import { describeFailure } from "~/trpc/describe-failure";
import { findFailure } from "~/trpc/failure";
import { holdNotFound } from "~/trpc/failure-words";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";
import { RefreshButton } from "~/ui/refresh-button";

const final = new Set(["HOLDING_NOT_FOUND", "SIGN_IN_REQUIRED", "INVALID_INPUT", "EVENT_NOT_FOUND"]);

/** For an address whose hold belongs to another browser, no longer exists, or can't be read right now. */
export function HoldUnavailable({ error }: { error: unknown }) {
  const isFinal = final.has(findFailure(error)?.error_code ?? "");
  return (
    <PageFrame>
      <FailurePanel {...(isFinal ? holdNotFound : describeFailure(error))} heading="h1">
        {isFinal ? (
          <>
            <LinkButton href="/" variant="primary">
              See what’s on
            </LinkButton>
            <LinkButton href="/bookings">My bookings</LinkButton>
          </>
        ) : (
          <RefreshButton>Try again</RefreshButton>
        )}
      </FailurePanel>
    </PageFrame>
  );
}
