"use client";

import type { BookingId } from "@evently/core/ids";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { announce } from "~/ui/message/announcements";
import { FailurePanel } from "~/ui/message/failure-panel";

/** Ends a ticket's link for everybody who has it, once its buyer confirms it. */
export function ReplaceLink({ booking_id }: { booking_id: BookingId }) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const replace = trpc.booking.replaceLink.useMutation({
    onSuccess() {
      setAsking(false);
      announce("The link was replaced.");
      router.refresh();
    },
  });
  const close = () => {
    setAsking(false);
    replace.reset();
  };
  return (
    <>
      <Button variant="plain" onClick={() => setAsking(true)}>
        Replace link
      </Button>
      <Dialog open={isAsking} title="Replace this link?" onClose={close} form="sheet">
        <p>
          Whoever has the link now, from you or from a mail, can’t open this booking any more. It stays yours, and you
          get a new link.
        </p>
        {replace.isError ? <FailurePanel {...describeFailure(replace.error, unknownLink)} /> : null}
        <ConfirmButtons
          keep="Keep link"
          onKeep={close}
          pending={replace.isPending}
          pendingLabel="Replacing…"
          onConfirm={() => replace.mutate({ booking_id })}
        >
          Replace link
        </ConfirmButtons>
      </Dialog>
    </>
  );
}

const maybe = { meaning: "We don’t know whether the link was replaced.", action: "Replace it once more to be sure." };
const unknownLink = { SILENT: maybe, UNREACHABLE: maybe, UNAVAILABLE: maybe, INTERNAL: maybe };
