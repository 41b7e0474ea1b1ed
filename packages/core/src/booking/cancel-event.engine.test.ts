import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findEvent } from "../event/find-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import type { BookingView } from "./booking.ts";
import { cancelEvent } from "./cancel-event.ts";
import { getBooking } from "./get-booking.ts";

let core: TestCore;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

describe("cancelling an event", () => {
  let sale: Sale;
  let guest: Actor;
  beforeAll(async () => {
    sale = await openEvent(core, { rows: 1, perRow: 6 });
    guest = await newGuest(core);
  });
  const cancel = () => setEventStatus(core, sale.organizer, { event_id: sale.event_id, status: "cancelling" });

  it("refunds every booking in full and ends only after the last payment could have ended", async () => {
    const bookings: BookingView[] = [];
    for (const seat of ["A-1", "A-2", "A-3"]) {
      const { holding_id } = await placeHold(core, guest, ask(sale.event_id, seat));
      bookings.push((await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } })) as BookingView);
    }
    await cancel();
    expect(await cancelEvent(core, sale.event_id)).toBe(false);
    for (const booking of bookings)
      expect(await getBooking(core, guest, booking)).toMatchObject({
        state: "cancelled",
        refund: { amount: 4500 },
        payment_status: "refunded",
      });
    expect(await cancelEvent(core, sale.event_id), "a payment may still be under way").toBe(false);
    core.clock.advance(600 + 300);
    expect(await cancelEvent(core, sale.event_id)).toBe(false);
    core.clock.advance(1);
    expect(await cancelEvent(core, sale.event_id)).toBe(true);
    expect((await findEvent(core.table, sale.event_id))?.status).toBe("cancelled");
    expect(await cancelEvent(core, sale.event_id)).toBe(true);
    await letTimePass(core, 40);
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted).toMatchObject({ bookings: 3, cancelled: 3, booked: 0, at_gateway: 0 });
  });

  it("sells nothing afterwards", async () => {
    await expect(placeHold(core, guest, ask(sale.event_id, "A-1"))).rejects.toMatchObject({ code: "SALE_CLOSED" });
  });
});
