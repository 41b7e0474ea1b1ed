import type { BookingView } from "@evently/core/booking";
import clsx from "clsx";
import { SellerNotice } from "~/features/seller/seller-notice";
import { DateTime } from "~/ui/format/date-time";

/** Who sold a ticket, and the terms that its buyer accepted: those of then. */
export function SoldBy({ booking: { seller, terms }, zone }: { booking: BookingView; zone: string }) {
  if (!seller && !terms) return null;
  return (
    // On paper the name stands on the ticket already, and a notice that opens does not.
    <div className={clsx("flex flex-col gap-3", !terms && "print:hidden")}>
      <SellerNotice seller={seller} />
      {terms ? (
        <p className="max-w-[65ch] text-14 text-soft">
          You accepted{" "}
          <a
            href={terms.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="underline underline-offset-4"
          >
            the seller’s terms<span className="sr-only"> (opens a new tab)</span>
          </a>
          , as of <DateTime instant={terms.version} zone={zone} show="day" />.
        </p>
      ) : null}
    </div>
  );
}
