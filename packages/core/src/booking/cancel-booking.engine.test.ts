import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { RefundBooking } from "../refund/refund.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { readSeats } from "../testing/read-seats.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import type { BookingView } from "./booking.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { getBooking } from "./get-booking.ts";

let core: TestCore;
let sale: Sale;
let guest: Actor;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

const pay = (token: string) => ({ payment: { token } });
const book = async (...seats: string[]): Promise<BookingView> => {
  const { holding_id } = await placeHold(core, guest, ask(sale.event_id, ...seats));
  return (await confirmHold(core, guest, { holding_id, ...pay("tok_visa") })) as BookingView;
};
const stateOf = async (seat: string) =>
  (await readSeats(core, sale.event_id)).find(({ seat_pos }) => seat_pos === seat)?.seat_state;
const code = (error: string) => expect.objectContaining({ code: error });

describe("a booking", () => {
  beforeAll(async () => {
    sale = await openEvent(core, { rows: 4, perRow: 20 });
    guest = await newGuest(core);
  });
  afterAll(async () => {
    await core.background.settled();
    expect((await auditEvent(core, sale.event_id)).faults).toEqual([]);
  });

  it("is cancelled once, refunded in full, with its seats on sale again", async () => {
    const { booking_id } = await book("B-1", "B-2");
    expect(await getBooking(core, guest, { booking_id })).toMatchObject({ refund_if_cancelled: 9000 });
    const cancelled = await cancelBooking(core, guest, { booking_id });
    expect(cancelled).toMatchObject({
      state: "cancelled",
      refund: { amount: 9000, due: false },
      payment_status: "refunded",
    });
    expect(await stateOf("B-1")).toBe("available");
    await expect(cancelBooking(core, guest, { booking_id })).rejects.toEqual(code("BOOKING_ALREADY_CANCELLED"));
    await book("B-1", "B-2");
  });

  it("is not cancelled where less would come back than was shown, and says how much", async () => {
    const { booking_id } = await book("B-4");
    const less = { code: "REFUND_CHANGED", details: { refund: 4500 } };
    await expect(cancelBooking(core, guest, { booking_id }, null, 4501)).rejects.toMatchObject(less);
    expect(await stateOf("B-4")).toBe("booked");
    expect(await cancelBooking(core, guest, { booking_id }, null, 4500)).toMatchObject({ state: "cancelled" });
  });

  it("that was refunded in part between the page and the click is cancelled only for what was shown", async () => {
    const policy = { cancellation_policy: { hours_before: 24, percent: 100 } };
    const other = await openEvent(core, { event: { ...policy, start_time: toInstant(core.clock() + 3 * 86_400) } });
    const { holding_id } = await placeHold(core, guest, ask(other.event_id, "A-1"));
    const { booking_id } = (await confirmHold(core, guest, { holding_id, ...pay("tok_visa") })) as BookingView;
    const { refund_if_cancelled } = await getBooking(core, guest, { booking_id });
    expect(refund_if_cancelled).toBe(4500);
    await refundBooking(core, other.organizer, RefundBooking.parse({ booking_id, amount: 500, reason: "Late" }));
    await expect(cancelBooking(core, guest, { booking_id }, null, 4500)).rejects.toMatchObject({
      details: { refund: 4000 },
    });
    expect(await cancelBooking(core, guest, { booking_id }, null, 4000)).toMatchObject({ refunded: 4500 });
  });

  it("can be cancelled by the event's organizer, by its buyer until the event begins, by nobody else", async () => {
    const { booking_id } = await book("B-3");
    await expect(cancelBooking(core, await newGuest(core), { booking_id })).rejects.toEqual(code("BOOKING_NOT_FOUND"));
    core.clock.advance(8 * 86_400);
    await expect(cancelBooking(core, guest, { booking_id })).rejects.toEqual(code("CANCELLATION_CLOSED"));
    expect(await cancelBooking(core, sale.organizer, { booking_id })).toMatchObject({ state: "cancelled" });
  });
});
