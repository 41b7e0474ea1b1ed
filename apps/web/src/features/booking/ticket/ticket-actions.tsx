"use client";

import type { BookingView } from "@evently/core/booking";
import { CalendarPlus, FileDown, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "~/ui/button";
import { buttonStyle } from "~/ui/button-style";
import { Icon } from "~/ui/icon";
import { CancelBooking } from "../cancel-booking";

type Props = {
  booking: BookingView;
  eventName: string;
  /** Whether whoever looks at it may have its tickets as a file. */
  hasCodes: boolean;
  /** Whether it offers the calendar file, which the page may have offered already. */
  hasCalendar: boolean;
  /** By which it is open, where that is not whoever booked it. */
  link?: string | undefined;
};

/** PDF and print of what is paid, calendar and cancellation, after which the server renders the page again. */
export function TicketActions({ booking, eventName, hasCodes, hasCalendar, link }: Props) {
  const router = useRouter();
  const showCancelled = () => {
    router.refresh();
    window.scrollTo({ top: 0 });
  };
  const isValid = booking.state === "confirmed";
  const isKept = booking.state !== "cancelled";
  const page = link === undefined ? `/bookings/${booking.booking_id}` : `/t/${link}`;
  const api = link === undefined ? `/api/bookings/${booking.booking_id}` : `/api/tickets/${link}`;
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      {isValid && hasCodes ? (
        <a href={`${api}/tickets.pdf`} download className={buttonStyle("quiet", "normal")}>
          <Icon icon={FileDown} size={18} />
          Save as PDF
        </a>
      ) : null}
      {isKept && hasCalendar ? (
        <a href={`${page}/calendar.ics`} download className={buttonStyle("quiet", "normal")}>
          <Icon icon={CalendarPlus} size={18} />
          Add to calendar
        </a>
      ) : null}
      {isValid ? (
        <Button onClick={() => window.print()}>
          <Icon icon={Printer} size={18} />
          Print
        </Button>
      ) : null}
      <CancelBooking {...{ booking, eventName, link }} onCancelled={showCancelled} />
    </div>
  );
}
