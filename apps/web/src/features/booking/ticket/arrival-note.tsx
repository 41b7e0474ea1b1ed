"use client";

import type { BookingId, EventId } from "@evently/core/ids";
import Link from "next/link";
import { useState } from "react";
import { useSendsMail } from "~/trpc/use-sends-mail";
import { isJustBooked } from "../just-booked";

type Props = { booking_id: BookingId; event_id: EventId; seats: number };

const linkStyle = "underline underline-offset-4";

/** For whoever comes from paying: that they are going, and how to find the ticket again. */
export function ArrivalNote({ booking_id, event_id, seats }: Props) {
  const [isNew] = useState(() => isJustBooked(booking_id));
  const sendsMail = useSendsMail();
  if (!isNew) return null;
  return (
    <section aria-label="Booked" className="flex flex-col gap-1 rounded-card bg-sunken px-5 py-4 print:hidden">
      <h2 className="display font-semibold text-28">You’re going</h2>
      <p className="max-w-[65ch]">
        {seats === 1 ? "Show this code at the door." : "Show these codes at the door, one for each seat."}
      </p>
      <p className="max-w-[65ch] text-14 text-soft">
        <span>You find this page again under </span>
        <Link href="/bookings" className={linkStyle}>
          My bookings
        </Link>
        <span>{sendsMail ? ", by the mail that we sent you," : ""}</span>
        <span> and by the link at its end. To tell others, share </span>
        <Link href={`/events/${event_id}`} className={linkStyle}>
          the event’s page
        </Link>
        <span>, never this one.</span>
      </p>
    </section>
  );
}
