"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "~/ui/button";
import { isRefundable, type RefundedBooking } from "./refunded-booking";

const RefundDialog = lazy(() =>
  import("./refund-dialog").then(
    ({ RefundDialog }) => ({ default: RefundDialog }),
    () => ({ default: MissingDialog }),
  ),
);

type Props = {
  booking: RefundedBooking;
  /** Chosen already. */
  seats?: readonly string[];
  size?: "normal" | "small";
};

/** Gives back money of a booking: for some of its seats, or an amount. Nothing where there is none to give back. */
export function RefundBooking({ booking, seats = [], size = "normal" }: Props) {
  const [wasOpened, setOpened] = useState(false);
  const [isOpen, setOpen] = useState(false);
  if (!isRefundable(booking)) return null;
  return (
    <>
      <Button
        variant={size === "small" ? "quiet" : "plain"}
        size={size}
        onClick={() => {
          setOpened(true);
          setOpen(true);
        }}
      >
        Refund<span className="sr-only"> {booking.booking_id}</span>
      </Button>
      {wasOpened ? (
        <Suspense fallback={null}>
          <RefundDialog {...{ booking, seats }} open={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function MissingDialog() {
  return (
    <p role="alert" className="text-14 text-soft">
      Nothing was refunded. To refund, reload the page once you are back online.
    </p>
  );
}
