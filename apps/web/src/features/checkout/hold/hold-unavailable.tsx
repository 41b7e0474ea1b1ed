import { describeProblem } from "~/trpc/describe-failure";
import { findFailure } from "~/trpc/failure";
import { LinkButton } from "~/ui/link-button";
import { ProblemPanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";
import { RefreshButton } from "~/ui/refresh-button";

const final = new Set(["HOLDING_NOT_FOUND", "SIGN_IN_REQUIRED", "INVALID_INPUT", "EVENT_NOT_FOUND"]);

/** A hold that can't be shown: whether it is not this visitor's, or only out of reach for a moment. */
export function HoldProblem({ error }: { error: unknown }) {
  const isFinal = final.has(findFailure(error)?.error_code ?? "");
  return (
    <PageFrame>
      <ProblemPanel {...(isFinal ? noHold : describeProblem(error))} heading="h1">
        {isFinal ? (
          <>
            <LinkButton href="/" look="primary">
              See what’s on
            </LinkButton>
            <LinkButton href="/bookings">My bookings</LinkButton>
          </>
        ) : (
          <RefreshButton>Try again</RefreshButton>
        )}
      </ProblemPanel>
    </PageFrame>
  );
}

const noHold = {
  what: "There are no held seats for you at this address.",
  meaning: "They may be held in another browser, or the time ran out a while ago. Nothing was charged.",
  action: "Pick your seats again, or look under My bookings if you paid.",
};
