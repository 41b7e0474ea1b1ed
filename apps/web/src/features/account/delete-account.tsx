"use client";

import type { UserId } from "@evently/core/ids";
import Link from "next/link";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { FailurePanel } from "~/ui/message/failure-panel";
import { forgetDevice } from "./forget-device";

const words = {
  PAYMENT_IN_PROGRESS: {
    headline: "A payment of yours is under way.",
    meaning: "Nothing was deleted.",
    action: "Try again in a few minutes. If it goes on, ask whoever runs this site to look after it.",
  },
};

/** Deletes who somebody is, after a confirmation that says what becomes of bookings, tickets and money. */
export function DeleteAccount({ user_id, isGuest }: { user_id: UserId; isGuest: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const leave = () => window.location.assign("/account?deleted");
  const remove = trpc.user.delete.useMutation({ onSuccess: () => void forgetDevice().then(leave) });
  const kind = isGuest ? "data" : "account";
  const close = () => {
    setAsking(false);
    remove.reset();
  };
  return (
    <>
      <Button variant="plain" onClick={() => setAsking(true)}>
        Delete your {kind}
      </Button>
      <Dialog open={isAsking} title={`Delete your ${kind}?`} onClose={close} form="sheet">
        <DeletionTerms isGuest={isGuest} />
        {remove.isError ? <FailurePanel {...describeFailure(remove.error, words)} /> : null}
        <ConfirmButtons
          keep={`Keep my ${kind}`}
          onKeep={close}
          pending={remove.isPending || remove.isSuccess}
          pendingLabel="Deleting…"
          onConfirm={() => remove.mutate({ user_id })}
        >
          Delete for good
        </ConfirmButtons>
      </Dialog>
    </>
  );
}

export function DeletionTerms({ isGuest }: { isGuest: boolean }) {
  return (
    <div className="flex flex-col gap-4">
      <p className="rounded-card bg-sunken px-4 py-3 font-semibold">This can’t be undone, not by us either.</p>
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <li>Your name, e-mail address and phone number are deleted, and you are signed out everywhere.</li>
        <li>
          Your bookings stay, and so do your seats. From then on a ticket opens by its link alone, and nobody can send
          it to you again:{" "}
          <Link href="/bookings" className="underline underline-offset-4">
            save the links or print your tickets
          </Link>{" "}
          first.
        </li>
        <li>
          Nothing is refunded by this. Whoever has the link of a ticket can still cancel it as long as its terms allow,
          and the money goes back to the card that paid. What was paid in cash only the box office pays back. Amounts
          and dates stay in the organizer’s accounts.
        </li>
        <li>
          Seats that you hold and have not paid for are given up, at once or, where the event is off sale now, within
          minutes.
        </li>
        {isGuest ? null : (
          <li>
            You leave every organization, which goes on selling with its other members. One that has nothing in it but
            you is deleted, with its invitations. Where you are the only owner of anything else, nothing is deleted
            before somebody else owns it.
          </li>
        )}
        <li>No mail reaches you any more, even if an event is moved or cancelled. Its refund does.</li>
      </ul>
    </div>
  );
}
