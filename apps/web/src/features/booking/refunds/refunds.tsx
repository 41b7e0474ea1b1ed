import type { BookingView } from "@evently/core/booking";
import { RefundList } from "./refund-list";

/** The part of a ticket's page that says what was given back; nothing where nothing was. */
export function Refunds({ booking, zone }: { booking: BookingView; zone: string }) {
  if (booking.refunds.length === 0) return null;
  return (
    <section aria-labelledby="refunds" className="flex max-w-[44rem] flex-col gap-3">
      <h2 id="refunds" className="display font-semibold text-22">
        Refunds
      </h2>
      <RefundList booking={booking} zone={zone} />
    </section>
  );
}
