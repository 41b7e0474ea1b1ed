"use client";

import type { HoldingView } from "@evently/core/hold";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { mayBeHeld, NotSentError } from "~/features/hold/describe-hold-failure";
import { describeNewPrices } from "~/features/hold/describe-new-prices";
import { SilenceNote, stillWaiting } from "~/features/hold/silence-note";
import { useSendHold } from "~/features/hold/use-send-hold";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import type { Explanation } from "~/trpc/describe-silence";
import { findFailureOf } from "~/trpc/failure";
import { newDraftId } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";

const wait = (seconds: number) => new Promise<void>((done) => setTimeout(done, Math.max(0, seconds) * 1000));

/** Holds the seats of a hold that ended once more, and goes on at the checkout of the new one. */
export function HoldAgain({ hold }: { hold: HoldingView }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const sendHold = useSendHold();
  // Kept while the outcome is unknown, so that nothing is held twice.
  const [key, setKey] = useState(newDraftId);
  const again = useMutation({
    mutationFn: async () => {
      // Until the second after its end, the hold itself still has the seats.
      if (hold.state !== "released") await wait(hold.hold_ttl - serverClock.now() + 0.05);
      return sendHold({ event_id: hold.event_id, seats: hold.seats }, key);
    },
    onSuccess: ({ holding_id, lines, currency }) => {
      void utils.hold.listOpen.invalidate();
      // Whoever has to pay another price reads so first.
      if (!describeNewPrices(lines, priceIn(hold), currency)) router.replace(`/checkout/${holding_id}`);
    },
    onError: (error) => {
      if (!mayBeHeld(error)) setKey(newDraftId());
    },
  });
  const isOpen = again.isError && mayBeHeld(again.error);
  const isTaken = findFailureOf(again.error, "SEATS_UNAVAILABLE") !== null;
  const newPrices = again.data ? describeNewPrices(again.data.lines, priceIn(hold), again.data.currency) : "";
  if (again.data && newPrices) return <HeldAtNewPrices text={newPrices} holding_id={again.data.holding_id} />;
  return (
    <div className="flex w-full flex-col items-start gap-3">
      {again.isError ? <FailurePanel {...describeAgain(again.error, isOpen)} /> : null}
      {again.isPending ? <SilenceNote>{stillWaiting}</SilenceNote> : null}
      {isTaken ? (
        <LinkButton href={`/events/${hold.event_id}?seats=${hold.seats.join(",")}`} variant="primary" size="large">
          Keep the others
        </LinkButton>
      ) : (
        <Button
          variant="primary"
          size="large"
          pending={again.isPending || again.isSuccess}
          pendingLabel="Holding…"
          onClick={() => again.mutate()}
        >
          {isOpen ? "Check again" : "Hold again"}
        </Button>
      )}
    </div>
  );
}

const priceIn =
  ({ lines }: HoldingView) =>
  (seat: string) =>
    lines.find((line) => line.seat === seat)?.price;

function HeldAtNewPrices({ text, holding_id }: { text: string; holding_id: HoldingView["holding_id"] }) {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div className="flex w-full flex-col items-start gap-3">
      <p ref={note} tabIndex={-1} className="max-w-[55ch] rounded-control bg-spot-wash p-3 text-on-spot-wash">
        {`Your seats are held again. ${text}`}
      </p>
      <LinkButton href={`/checkout/${holding_id}`} variant="primary" size="large">
        Continue to payment
      </LinkButton>
    </div>
  );
}

function describeAgain(error: unknown, isOpen: boolean): Explanation {
  const known = describeFailure(error instanceof NotSentError ? error.cause : error, {
    SEATS_UNAVAILABLE: { action: "The map has those that are still free selected for you." },
  });
  if (!isOpen) return known;
  return {
    ...known,
    meaning: "As far as we know, your seats are not held.",
    action: "Check again to find out: they are never held twice.",
  };
}
