"use client";

import type { BookingView } from "@evently/core/booking";
import { CalendarPlus, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Explanation } from "~/trpc/describe-silence";
import { Button } from "~/ui/button";
import { buttonStyle } from "~/ui/button-style";
import { Icon } from "~/ui/icon";
import { FailurePanel } from "~/ui/message/failure-panel";
import { CancelBooking } from "../cancel-booking";
import { SavePdf } from "./save-pdf";

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
  const [failure, setFailure] = useState<Explanation | null>(null);
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
      {isValid && hasCodes ? <SavePdf href={`${api}/tickets.pdf`} onFailure={setFailure} /> : null}
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
      {failure && isValid ? (
        <div className="basis-full">
          <FailurePanel {...failure} />
        </div>
      ) : null}
    </div>
  );
}
