"use client";

import type { BookingView } from "@evently/core/booking";
import { CalendarPlus, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "~/ui/button";
import { buttonStyle } from "~/ui/button-style";
import { Icon } from "~/ui/icon";
import { CancelBooking } from "../cancel-booking";
import type { SeatPlace } from "../seat-place";

type Props = { booking: BookingView; eventName: string; places: readonly SeatPlace[] };

/** What one can do with a ticket. The page is read again after a cancellation, so that it shows what the API has. */
export function TicketActions({ booking, eventName, places }: Props) {
  const router = useRouter();
  const showAnew = () => {
    router.refresh();
    window.scrollTo({ top: 0 });
  };
  const isValid = booking.state === "confirmed";
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      {isValid ? (
        <>
          <a href={`/bookings/${booking.booking_id}/calendar.ics`} download className={buttonStyle("quiet", "normal")}>
            <Icon icon={CalendarPlus} size={18} />
            Add to calendar
          </a>
          <Button onClick={() => window.print()}>
            <Icon icon={Printer} size={18} />
            Print
          </Button>
        </>
      ) : null}
      <CancelBooking booking={booking} eventName={eventName} places={places} onCancelled={showAnew} />
    </div>
  );
}
