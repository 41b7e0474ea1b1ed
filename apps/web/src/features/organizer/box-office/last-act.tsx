import { describeFailure } from "~/trpc/describe-failure";
import { newDraftId } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { undoOf } from "./act";
import { officeWords } from "./office-words";
import type { Done, useAct } from "./use-act";

type Props = {
  event_id: string;
  done: Done | null;
  doing: ReturnType<typeof useAct>;
  /** While an act's dialog is open: what fails then is told there. */
  isActing: boolean;
};

/** What was just done, with a way back where that is safe, and to the receipt of a sale. */
export function LastAct({ event_id, done, doing, isActing }: Props) {
  if (!done) return null;
  return (
    <div className="flex flex-col gap-3">
      <DoneLine {...{ event_id, done, doing }} />
      {doing.isError && !isActing ? <FailurePanel {...describeFailure(doing.error, officeWords)} /> : null}
    </div>
  );
}

function DoneLine({ event_id, done, doing }: Omit<Props, "done" | "isActing"> & { done: Done }) {
  const undo = undoOf(done.act, done.details);
  const isSale = done.act.kind === "cash" || done.act.kind === "comp";
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-sunken px-4 py-3">
      <p className="min-w-0 grow">
        <bdi>{done.text}</bdi>
      </p>
      {undo ? (
        <Button
          size="small"
          pending={doing.isPending}
          pendingLabel="Undoing…"
          onClick={() => doing.mutate({ ...undo, draft_id: newDraftId() })}
        >
          Undo
        </Button>
      ) : null}
      {isSale && done.booking_id !== null ? (
        <LinkButton size="small" href={`/organizer/events/${event_id}/box-office/${done.booking_id}`}>
          Receipt
        </LinkButton>
      ) : null}
    </div>
  );
}
