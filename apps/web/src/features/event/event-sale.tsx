"use client";

import type { EventPage } from "@evently/core/event";
import { useSaleOpen } from "~/features/picker/sale/use-sale-open";
import { SeatPicker } from "~/features/picker/seat-picker";
import { describePrices } from "~/ui/format/describe-prices";
import { StickyAction } from "./sticky-action";
import { useNewestEvent } from "./use-newest-event";

/** The seats of the event, and a link to them from further up the page. */
export function EventSale({ event }: { event: EventPage }) {
  const isOpen = useSaleOpen(event);
  useNewestEvent(event);
  return (
    <section id="seats" aria-labelledby="seats-heading" className="needs-script scroll-mt-4">
      <h2 id="seats-heading" className="display mb-5 font-semibold text-28">
        {isOpen ? "Choose your seats" : "The hall"}
      </h2>
      <SeatPicker event={event} />
      {isOpen ? <StickyAction target="seats">{describeAction(event)}</StickyAction> : null}
    </section>
  );
}

function describeAction(event: EventPage): string {
  if (event.availability.seats_available === 0) return "Sold out right now: see the hall";
  return event.price_max === 0 ? "Choose free seats" : `Choose seats, ${describePrices(event)}`;
}
