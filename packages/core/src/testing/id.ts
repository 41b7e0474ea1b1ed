import type { BookingId, EventId, HoldingId, LayoutId, PaymentId, SeatId, SeriesId, UserId, VenueId } from "../ids.ts";

/** An id from its number (`id.event(1)` is event-00001), or from its text if a test needs a special spelling. */
export const id = {
  user: (n: number | string) => toId("user", n) as UserId,
  venue: (n: number | string) => toId("venue", n) as VenueId,
  event: (n: number | string) => toId("event", n) as EventId,
  holding: (n: number | string) => toId("holding", n) as HoldingId,
  booking: (n: number | string) => toId("booking", n) as BookingId,
  payment: (n: number | string) => toId("payment", n) as PaymentId,
  /** A payment's at a gateway that has no accounts and no names of its own. */
  key: (n: number | string) => ({ payment_id: toId("payment", n) as PaymentId, account: null, gateway_ref: null }),
  series: (n: number | string) => toId("series", n) as SeriesId,
  layout: (text: string) => text as LayoutId,
  seat: (text: string) => text as SeatId,
  seats: (...texts: string[]) => texts as SeatId[],
};

const toId = (kind: string, n: number | string): string =>
  typeof n === "string" ? n : `${kind}-${String(n).padStart(5, "0")}`;
