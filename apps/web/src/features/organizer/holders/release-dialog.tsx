"use client";

import type { EventPage } from "@evently/core/event";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { FailurePanel } from "~/ui/message/failure-panel";
import { showToast } from "~/ui/message/toasts";
import { organizerWords } from "../organizer-words";
import { countSeats, describeRelease, describeReleased, type Release } from "./describe-release";

type Props = {
  event: EventPage;
  /** Null while the dialog is closed. */
  release: Release | null;
  onClose: () => void;
  onReleased: () => Promise<unknown>;
};

/** Releases seats after telling what that does to seats, money and people. */
export function ReleaseDialog({ event, release, onClose, onReleased }: Props) {
  const ending = trpc.hold.releaseOthers.useMutation({
    onSuccess: async (answer) => {
      onClose();
      showToast(describeReleased(answer));
      await onReleased();
      // The button that had the focus may be gone.
      document.getElementById("main")?.focus({ preventScroll: true });
    },
  });
  const close = () => {
    onClose();
    ending.reset();
  };
  const { title, points } = release ? describeRelease(release) : { title: "", points: [] };
  return (
    <Dialog open={release !== null} title={title} onClose={close} form="sheet">
      <ul className="figures flex list-disc flex-col gap-1.5 pl-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {ending.isError ? <FailurePanel {...describeFailure(ending.error, releaseWords)} /> : null}
      <ConfirmButtons
        keep="Keep on hold"
        onKeep={close}
        pending={ending.isPending}
        pendingLabel="Releasing…"
        onConfirm={() => release && ending.mutate({ event_id: event.event_id, ...release.target })}
      >
        {`Release ${countSeats(release?.seats ?? 0)}`}
      </ConfirmButtons>
    </Dialog>
  );
}

const releaseWords = {
  ...organizerWords,
  PAYMENT_IN_PROGRESS: {
    headline: "These seats are being paid for right now.",
    meaning: "They were not released.",
    action: "If the payment fails, they are held for a while longer, and you can release them then.",
  },
  HOLD_EXPIRED: {
    headline: "These seats were booked meanwhile.",
    meaning: "They were not released.",
    action: "You find the booking under Bookings.",
  },
};
