import type { SoldBooking } from "@evently/core/analytics";
import { describePayment } from "~/features/booking/describe-payment";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { DateTime } from "~/ui/format/date-time";

/** Whether and how a booking was paid; of what is reserved, by when it has to be. `zone` is the event's. */
export function PaymentLine({ booking, zone }: { booking: SoldBooking; zone: string }) {
  return (
    <>
      {describePayment(booking)}
      {isReserved(booking) && booking.due_at ? (
        <>
          {" by "}
          <DateTime instant={booking.due_at} zone={zone} />
        </>
      ) : null}
    </>
  );
}
