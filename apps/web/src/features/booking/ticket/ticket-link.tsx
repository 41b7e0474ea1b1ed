"use client";

import type { BookingId } from "@evently/core/ids";
import { Copy } from "lucide-react";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { announce } from "~/ui/message/announcements";
import { ReplaceLink } from "./replace-link";

type Props = {
  url: string;
  booking_id: BookingId;
  /** Whether it is paid later, so that there are no tickets yet. */
  isReserved: boolean;
};

/** The link by which the ticket opens anywhere, to be kept for when this browser forgets. */
export function TicketLink({ url, booking_id, isReserved }: Props) {
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    announce("The link was copied.");
  };
  return (
    <section
      aria-label={isReserved ? "Link to this reservation" : "Link to this ticket"}
      className="flex max-w-[65ch] flex-col items-start gap-2 print:hidden"
    >
      <h2 className="font-semibold text-18">Save this link</h2>
      <p className="text-14 text-soft">
        {isReserved
          ? "It opens this reservation in any browser, without an account, and the tickets once they are paid. Whoever has it can also cancel the reservation, so share it with nobody else."
          : "It opens this ticket in any browser, without an account. Whoever has it can also cancel the booking, so share it with nobody else."}
      </p>
      <div className="flex w-full flex-wrap items-center gap-3">
        <a href={url} rel="noreferrer" className="min-w-0 break-all text-14 underline underline-offset-4">
          {url}
        </a>
        <Button onClick={() => void copy().catch(() => announce("Select the link to copy it."))}>
          <Icon icon={Copy} size={18} />
          Copy link
        </Button>
        <ReplaceLink booking_id={booking_id} />
      </div>
    </section>
  );
}
