"use client";

import type { SoldBooking } from "@evently/core/analytics";
import { useState } from "react";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { MarkPaidForm } from "./mark-paid-form";

/** Notes that what is reserved on invoice was paid, after saying what that does. Nothing for any other booking. */
export function MarkPaid({ booking, size = "normal" }: { booking: SoldBooking; size?: "normal" | "small" }) {
  const [isAsking, setAsking] = useState(false);
  if (!isReserved(booking)) return null;
  const close = () => setAsking(false);
  return (
    <>
      <Button variant={size === "small" ? "quiet" : "plain"} size={size} onClick={() => setAsking(true)}>
        Mark as paid<span className="sr-only"> {booking.booking_id}</span>
      </Button>
      <Dialog open={isAsking} title="Mark this booking as paid?" onClose={close} form="sheet">
        <MarkPaidForm booking={booking} onClose={close} />
      </Dialog>
    </>
  );
}
