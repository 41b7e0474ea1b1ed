import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listSoldBookings } from "../analytics/list-sold-bookings.ts";
import { adoptBookings } from "../booking/adopt-bookings.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { hasPaid } from "../booking/has-paid.ts";
import { getByLink } from "../booking/open-link.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { createDying } from "../testing/dying-table.ts";
import { named, openBoxOffice } from "../testing/open-box-office.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import { newKey, sendWithKey } from "../testing/send-with-key.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { signIn } from "../testing/sign-in.ts";
import { createTestMailer, listTold } from "../testing/test-mailer.ts";
import { toInstant } from "../time.ts";
import { getReceipt } from "./get-receipt.ts";
import { releaseBlocks } from "./release-blocks.ts";
import { sellAtCounter } from "./sell-at-counter.ts";

const mailer = createTestMailer();
const dying = createDying();
let core: TestCore;
let office: Awaited<ReturnType<typeof openBoxOffice>>;

beforeAll(async () => {
  core = await openCore({ mailer, wrap: dying.wrap });
});
afterAll(() => core.close());
beforeEach(async () => {
  office = await openBoxOffice(core);
  mailer.accepted.splice(0);
});

describe("a office.sale at the counter", () => {
  it("takes cash at the event's prices, and its buyer gets a mail with a link", async () => {
    await office.block("A-1");
    const booking = await office.sell("cash", ["A-1", "C-1"], { name: "Ann", email: "ann@example.org" });
    expect(booking).toMatchObject({ state: "confirmed", total: 13_500, payment_status: "cash", counter: "cash" });
    await letTimePass(core, 40);
    expect(listTold(mailer)).toMatchObject([{ to: "ann@example.org", letter: { kind: "booking-confirmed" } }]);
    const { link } = await getReceipt(core, office.sale.organizer, booking);
    expect(await getByLink(core, { link: String(link) })).toMatchObject({ booking_id: booking.booking_id });
    const { items } = await listSoldBookings(core, office.sale.organizer, { ...office.sale, limit: 5, search: "ann" });
    expect(items).toMatchObject([{ buyer: { name: "Ann", email: "ann@example.org" } }]);
    expect(await office.figures()).toMatchObject({ revenue: 13_500, comps: 0, booking_success_rate: 0 });
    const { counted } = await office.audit();
    expect(counted).toMatchObject({ revenue: 13_500, cash: 13_500, at_gateway: 0 });
  });

  it("has no link on its receipt any more once its buyer has it in their account", async () => {
    const email = "adopts@example.org";
    const booking = await office.sell("cash", ["A-1"], { name: "Ann", email });
    const { user } = await signIn(core, email);
    await adoptBookings(core, user, { ...user, booking_ids: [booking.booking_id] }, null);
    const receipt = await getReceipt(core, office.sale.organizer, booking);
    expect(receipt).toMatchObject({ booking_id: booking.booking_id, total: 4500 });
    expect(receipt).not.toHaveProperty("link");
    await letTimePass(core, 40);
  });

  it("gives comps away for nothing, without a mail where there is no address", async () => {
    const booking = await office.sell("comp", ["C-1", "C-2"], { name: "The press" });
    expect(booking).toMatchObject({ total: 0, payment_status: "none", counter: "comp" });
    expect(booking.lines.map(({ price }) => price)).toEqual([0, 0]);
    await letTimePass(core, 40);
    expect(listTold(mailer)).toEqual([]);
    await office.audit();
  });

  it("goes on while the office.sale is paused, and ends with the event", async () => {
    await setEventStatus(core, office.sale.organizer, { ...office.sale, status: "paused" });
    await office.sell("cash", ["A-1"]);
    const soon = await openEvent(core, { event: { start_time: toInstant(core.clock() + 600), duration: 10 } });
    const input = { event_id: soon.event_id, seats: named("A-1"), payment: "cash" as const };
    core.clock.advance(1_201);
    await expect(sellAtCounter(core, soon.organizer, input)).rejects.toMatchObject({ code: "SALE_CLOSED" });
  });

  it("with a key has one effect, also where its answer was lost", async () => {
    const actor = office.sale.organizer;
    const request = { actor, key: newKey() };
    const input = { event_id: office.sale.event_id, seats: named("A-1", "A-2"), payment: "comp" as const };
    dying.die(1, "after", ({ input: { TransactItems = [] } }) => TransactItems.length > 4);
    const first = sendWithKey(core, request, (lease) => sellAtCounter(core, actor, input, lease)).finally(dying.rise);
    await expect(first).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await sendWithKey(core, request, (lease) => sellAtCounter(core, actor, input, lease));
    expect(await office.figures()).toMatchObject({ total_bookings: 1, comps: 2 });
    await office.audit();
  });

  it("is answered to a repeat as it was at first", async () => {
    const actor = office.sale.organizer;
    const request = { actor, key: newKey() };
    const input = { event_id: office.sale.event_id, seats: named("A-1"), payment: "cash" as const };
    const first = await sendWithKey(core, request, (lease) => sellAtCounter(core, actor, input, lease));
    expect(first.answer).toMatchObject({ refund_if_cancelled: 4500, payment_status: "cash" });
    const second = await sendWithKey(core, request, (lease) => sellAtCounter(core, actor, input, lease));
    expect(second).toEqual({ answer: first.answer, replayed: true });
  });

  it("is refused where the seats cost something else than the buyer was told", async () => {
    const input = { event_id: office.sale.event_id, seats: named("A-1", "A-2"), payment: "cash" as const };
    const sell = (total: number) => sellAtCounter(core, office.sale.organizer, { ...input, total });
    await expect(sell(8000)).rejects.toMatchObject({ code: "PRICE_DIFFERS", details: { seats: ["A-1", "A-2"] } });
    expect(await office.stateOf("A-1")).toBe("available");
    expect(await sell(9000)).toMatchObject({ total: 9000 });
  });

  it("sells no seat that was blocked since its seller looked, and one that was released since", async () => {
    const input = { event_id: office.sale.event_id, seats: named("A-1", "A-2"), payment: "comp" as const };
    const sell = (...seen: string[]) =>
      sellAtCounter(core, office.sale.organizer, { ...input, from_blocks: named(...seen) });
    await office.block("A-1");
    await expect(sell("A-2")).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE", details: { seats: ["A-1"] } });
    expect([await office.stateOf("A-1"), await office.stateOf("A-2")]).toEqual(["blocked", "available"]);
    expect(await sell("A-1", "A-2")).toMatchObject({ seats: ["A-1", "A-2"] });
    await office.audit();
  });

  it("is no payment that makes its buyer one who has paid", async () => {
    const { user_id } = await office.sell("cash", ["A-1"]);
    expect(await hasPaid(core.table, user_id)).toBe(false);
    const { guest } = await office.buy("A-2");
    expect(await hasPaid(core.table, guest.user_id)).toBe(true);
  });

  it("is cancelled by the box office with its cash, which no gateway pays out", async () => {
    const sold = await office.sell("cash", ["A-1"], { name: "Ann", email: "ann@example.org" });
    const buyer = { user_id: sold.user_id, role: "guest" as const };
    await expect(cancelBooking(core, buyer, sold)).rejects.toMatchObject({
      code: "CANCELLATION_CLOSED",
      message: expect.stringContaining("cash"),
    });
    const cancelled = await cancelBooking(core, office.sale.organizer, sold);
    expect(cancelled).toMatchObject({ refund: { amount: 4500, due: false }, payment_status: "cash" });
    expect(await office.figures()).toMatchObject({ revenue: 0, seats_sold: 0 });
    await letTimePass(core, 40);
    await office.audit();
  });

  it("is given back with the other bookings when its event is called off", async () => {
    await office.sell("cash", ["A-1"]);
    await office.sell("comp", ["A-2"]);
    await office.block("A-3");
    await setEventStatus(core, office.sale.organizer, { ...office.sale, status: "cancelling" });
    await letTimePass(core, 1_200);
    expect(await office.figures()).toMatchObject({ status: "cancelled", seats_sold: 0, comps: 0, revenue: 0 });
    await expect(office.sell("comp", ["A-4"])).rejects.toMatchObject({ code: "EVENT_STATUS_CONFLICT" });
    await office.audit();
  });
});

it("a release with a key has one effect, also where its answer was lost", async () => {
  await office.block("A-1", "A-2");
  const actor = office.sale.organizer;
  const request = { actor, key: newKey() };
  const input = { event_id: office.sale.event_id, seats: named("A-1", "A-2") };
  dying.die(1, "after", ({ input: { TransactItems = [] } }) => TransactItems.length > 4);
  const first = sendWithKey(core, request, (lease) => releaseBlocks(core, actor, input, lease)).finally(dying.rise);
  await expect(first).rejects.toMatchObject({ code: "UNAVAILABLE" });
  const { answer } = await sendWithKey(core, request, (lease) => releaseBlocks(core, actor, input, lease));
  expect(answer).toEqual({ blocked: 2 });
  await office.audit();
});
