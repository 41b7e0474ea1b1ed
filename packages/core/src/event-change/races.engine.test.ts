import { beforeEach, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findEvent } from "../event/find-event.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { getHold } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { EventId } from "../ids.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { id } from "../testing/id.ts";
import type { TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { setEventStatus } from "./set-event-status.ts";

let sale: Sale;
const either = (i: number) => (i % 2 === 0 ? core : other);
const statusOf = async (event_id: EventId) => (await findEvent(core.table, event_id))?.status;
const cancelEvent = (canceller: TestCore) =>
  setEventStatus(canceller, sale.organizer, { event_id: sale.event_id, status: "cancelling" });

const [core, other] = await openTwoCores();

beforeEach(async () => {
  sale = await openEvent(core, { rows: 2, perRow: 20 });
});

it("an event cancelled while it sells ends without a confirmed booking and with all money refunded", async () => {
  const guests = await Promise.all(times(40, () => newGuest(core)));
  const sales = guests.map(async (guest, i) => {
    const hold = await placeHold(either(i), guest, ask(sale.event_id, `${i < 20 ? "A" : "B"}-${(i % 20) + 1}`));
    const booking = (await confirmHold(either(i), guest, { ...hold, payment: { token: "tok_visa" } })) as BookingView;
    if (i % 5 === 0) await cancelBooking(either(i), guest, booking);
  });
  const cancelled = Promise.all(sales.slice(0, 10)).then(() => cancelEvent(other));
  const { broken, refused } = await race<unknown>([...sales, cancelled, cancelled.then(() => runScheduledWork(core))]);
  expect(broken).toEqual([]);
  expect(Object.keys(refused).filter((code) => !expected.has(code))).toEqual([]);
  await letTimePass(core, 1200);
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted.bookings).toBeGreaterThanOrEqual(10);
  expect(counted).toMatchObject({ cancelled: counted.bookings, booked: 0, revenue: 0, at_gateway: 0 });
  expect(await statusOf(sale.event_id)).toBe("cancelled");
});

const expected = new Set(["SALE_CLOSED", "BOOKING_ALREADY_CANCELLED", "EVENT_STATUS_CONFLICT", "HOLD_EXPIRED"]);

it("a payment that outlives its event's cancellation is voided, however late its process resumes", async () => {
  const guest = await newGuest(core);
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1", "A-2"));
  const input = { holding_id: hold.holding_id, payment: { token: "tok_challenge" } };
  await confirmHold(core, guest, input);
  await cancelEvent(core);
  const [pending] = await core.gateway.listByEvent(sale.event_id, [null]);
  await core.gateway.answerChallenge(id.payment(pending?.payment_id ?? ""), true);
  core.clock.advance(2_000);
  await expect(confirmHold(core, guest, input)).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
  expect(await getHold(core, guest, hold)).toMatchObject({ state: "released", booking_id: null });
  await letTimePass(core, 120);
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ bookings: 0, at_gateway: 0 });
  expect(await statusOf(sale.event_id)).toBe("cancelled");
});

it("a payment in progress when its event is cancelled is booked in time and then refunded", async () => {
  const guest = await newGuest(core);
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1"));
  const input = { holding_id: hold.holding_id, payment: { token: "tok_challenge" } };
  await confirmHold(core, guest, input);
  await cancelEvent(core);
  core.clock.advance(1);
  await runScheduledWork(core);
  expect(await statusOf(sale.event_id)).toBe("cancelling");
  const [pending] = await core.gateway.listByEvent(sale.event_id, [null]);
  await core.gateway.answerChallenge(id.payment(pending?.payment_id ?? ""), true);
  expect(await confirmHold(core, guest, input)).toMatchObject({ state: "confirmed" });
  await letTimePass(core, 1200);
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ bookings: 1, cancelled: 1, at_gateway: 0 });
});

it("an event published, paused and resumed concurrently ends in one status, and sells nothing while paused", async () => {
  const { broken, refused } = await race(
    times(20, (i) =>
      setEventStatus(either(i), sale.organizer, {
        event_id: sale.event_id,
        status: i % 3 === 0 ? "published" : "paused",
      }),
    ),
  );
  expect(broken).toEqual([]);
  expect(Object.keys(refused).filter((code) => code !== "EVENT_STATUS_CONFLICT")).toEqual([]);
  await setEventStatus(core, sale.organizer, { event_id: sale.event_id, status: "paused" });
  core.clock.advance(3);
  const guest = await newGuest(core);
  const { refused: closed } = await race(times(2, (i) => placeHold(either(i), guest, ask(sale.event_id, "A-1"))));
  expect(closed).toEqual({ SALE_CLOSED: 2 });
  await setEventStatus(other, sale.organizer, { event_id: sale.event_id, status: "published" });
  core.clock.advance(3);
  expect(await placeHold(core, guest, ask(sale.event_id, "A-1"))).toMatchObject({ state: "active" });
});
