import { getEventAnalytics } from "../analytics/get-event-analytics.ts";
import { blockSeats } from "../box-office/block-seats.ts";
import { moveSeats } from "../box-office/move-seats.ts";
import { releaseBlocks } from "../box-office/release-blocks.ts";
import { sellAtCounter } from "../box-office/sell-at-counter.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { BookingId, SeatId } from "../ids.ts";
import { RefundBooking } from "../refund/refund.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import type { TestCore } from "./open-core.ts";
import { ask, newGuest, newSeat, openEvent } from "./open-event.ts";
import { readSeats } from "./read-seats.ts";
import { expectCleanAudit } from "./settle-everything.ts";

type Holder = { name: string; email?: string };

export const named = (...seats: string[]) => seats as SeatId[];

/** An event on sale with rows A and B of six Stalls at 4500 and row C of four Boxes at 9000, and what its box office does. */
export async function openBoxOffice(core: TestCore) {
  const seats = ["A", "B"].flatMap((row) => Array.from({ length: 6 }, (_, i) => newSeat(row, i + 1)));
  const boxes = Array.from({ length: 4 }, (_, i) => newSeat("C", i + 1, "Box"));
  const event = { seat_type_prices: { Stalls: 4500, Box: 9000 } };
  const sale = await openEvent(core, { seats: [...seats, ...boxes], event });
  const { event_id, organizer } = sale;
  return {
    sale,
    block: (...seats: string[]) => blockSeats(core, organizer, { event_id, seats: named(...seats), reason: "Press" }),
    release: (...seats: string[]) => releaseBlocks(core, organizer, { event_id, seats: named(...seats) }),
    sell: (payment: "cash" | "comp", seats: string[], holder?: Holder) =>
      sellAtCounter(core, organizer, { event_id, seats: named(...seats), payment, ...(holder ? { holder } : {}) }),
    move(booking_id: BookingId, ...moves: [string, string][]) {
      const wanted = moves.map(([from, to]) => ({ from: from as SeatId, to: to as SeatId }));
      return moveSeats(core, organizer, { booking_id, seats: wanted });
    },
    refund: (booking_id: BookingId, part: { seats?: string[]; amount?: number }, by: TestCore = core) =>
      refundBooking(by, organizer, RefundBooking.parse({ booking_id, reason: "The view is restricted", ...part })),
    hold: async (...seats: string[]) => placeHold(core, await newGuest(core), ask(event_id, ...seats)),
    async buy(...seats: string[]) {
      const guest = await newGuest(core);
      const { holding_id } = await placeHold(core, guest, ask(event_id, ...seats));
      const booking = await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
      await core.background.settled();
      if (!("booking_id" in booking)) throw new Error("it is not booked");
      return { guest, booking };
    },
    figures: () => getEventAnalytics(core, organizer, sale),
    stateOf: async (seat: string) =>
      (await readSeats(core, event_id)).find(({ seat_pos }) => seat_pos === seat)?.seat_state,
    audit: () => expectCleanAudit(core, event_id),
  };
}
