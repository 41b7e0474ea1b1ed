import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking, getBooking } from "../booking/get-booking.ts";
import { CounterSale } from "../box-office/box-office.ts";
import { sellAtCounter } from "../box-office/sell-at-counter.ts";
import { ChangeEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { markPaid } from "../invoice/mark-paid.ts";
import { keptAmount } from "../payment/gateway.ts";
import { joinOrganization } from "../testing/join-organization.ts";
import { openCore, startClock, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newOrganizer, openEvent, type Sale } from "../testing/open-event.ts";
import { newVerified, reserve, takeInvoices } from "../testing/open-invoices.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { RefundBooking } from "./refund.ts";
import { refundBooking } from "./refund-booking.ts";

const hour = 3600;
const day = 24 * hour;
const price = 4_999;
/** From when an event may be sold on invoice. */
const notice = 60 * day;

type Way =
  | "card"
  | "a seat refunded"
  | "an amount refunded"
  | "all refunded"
  | "cash"
  | "comp"
  | "awaiting"
  | "invoice";
type Who = "buyer" | "box office" | "operator";
type Sold = { booking: BookingView; buyer: Actor; left: number; total: number };

let core: TestCore;
let owner: Actor;
let actors: Record<"box office" | "operator", Actor>;

beforeAll(async () => {
  // Whole seconds, so that each boundary is met exactly.
  core = await openCore({ clock: startClock(Math.floor(Date.now() / 1000)) });
  owner = await newOrganizer(core);
  await takeInvoices(core, owner);
  const { actor } = await joinOrganization(core, owner, ownOrganization(owner), "box_office");
  actors = { "box office": actor, operator: { ...(await newOrganizer(core)), role: "admin" } };
});
afterAll(() => core.close());

type Policy = { percent: number; hours_before: number } | null;

async function open(cancellation_policy: Policy) {
  const start = core.clock() + notice;
  const event = { start_time: toInstant(start), seat_type_prices: { Stalls: price }, cancellation_policy };
  const sale = await openEvent(core, { rows: 1, perRow: 60, organizer: owner, event });
  let seat = 0;
  const next = () => `A-${++seat}`;
  return { sale, start, sell: (way: Way) => sell(sale, way, next) };
}

const reason = "The view is restricted";

async function sell(sale: Sale, way: Way, next: () => string): Promise<Sold> {
  const { event_id } = sale;
  if (way === "cash" || way === "comp") {
    const booking = await sellAtCounter(core, owner, CounterSale.parse({ event_id, seats: [next()], payment: way }));
    const total = way === "cash" ? price : 0;
    return { booking, buyer: { user_id: booking.user_id, role: "guest" }, left: total, total };
  }
  if (way === "awaiting" || way === "invoice") {
    const buyer = await newVerified(core);
    const booking = await reserve(core, sale, buyer, next());
    if (way === "awaiting") return { booking, buyer, left: 0, total: price };
    return { booking: await markPaid(core, owner, booking), buyer, left: price, total: price };
  }
  const buyer = await newGuest(core);
  const seats = [next(), next()];
  const { holding_id } = await placeHold(core, buyer, ask(event_id, ...seats));
  const booking = (await confirmHold(core, buyer, { holding_id, payment: { token: "tok_visa" } })) as BookingView;
  await core.background.settled();
  const parts = { card: null, "a seat refunded": { seats: seats.slice(1) }, "an amount refunded": { amount: 1_001 } };
  const part = way === "all refunded" ? { amount: 2 * price } : parts[way];
  if (part) await refundBooking(core, owner, RefundBooking.parse({ booking_id: booking.booking_id, reason, ...part }));
  const before = { card: 0, "a seat refunded": price, "an amount refunded": 1_001, "all refunded": 2 * price }[way];
  return { booking, buyer, left: 2 * price - before, total: 2 * price };
}

const passTo = (instant: number) => core.clock.advance(instant - core.clock());

/** What the gateway keeps of a booking, in the minor unit. */
async function kept(booking: BookingView): Promise<number> {
  const payment_id = (await findBooking(core, booking.booking_id))?.payment_id;
  const records = await core.gateway.listByEvent(booking.event_id, [null]);
  return records
    .filter((record) => record.payment_id === payment_id)
    .reduce((sum, record) => sum + keptAmount(record), 0);
}

/** Shows and cancels it now: what is shown is what is given back, at the gateway to the minor unit; null is refused. */
async function expectRefund(sold: Sold, who: Who, expected: number | null, isAtGateway = true): Promise<void> {
  const actor = who === "buyer" ? sold.buyer : actors[who];
  const shown = await getBooking(core, actor, sold.booking);
  expect(shown.refund_if_cancelled).toBe(expected);
  const before = await kept(sold.booking);
  const cancelling = cancelBooking(core, actor, sold.booking);
  if (expected === null) await expect(cancelling).rejects.toMatchObject({ code: "CANCELLATION_CLOSED" });
  else expect((await cancelling).refund?.amount).toBe(expected);
  await core.background.settled();
  expect(before - (await kept(sold.booking))).toBe(isAtGateway ? (expected ?? 0) : 0);
}

/** What the policy gives a buyer back, less what went back before. */
const share = ({ total, left }: Sold, percent: number): number =>
  Math.max(0, Math.floor((total * percent) / 100) - (total - left));

const byCard = ["card", "a seat refunded", "an amount refunded"] as const;

describe.each<[percent: number, hours_before: number]>([
  [0, 24],
  [1, 24],
  [33, 24],
  [50, 0],
  [99, 24],
  [100, 0],
])("what is shown is what is refunded at %d %% until %d hours before", (percent, hours_before) => {
  it("to the buyer until its last second, to box office and operator always in whole", async () => {
    const { sale, start, sell } = await open({ percent, hours_before });
    const sold: Record<string, Sold[]> = { before: [], at: [], office: [] };
    for (const list of ["before", "at", "office"]) for (const way of byCard) sold[list]?.push(await sell(way));
    const until = start - hours_before * hour;
    passTo(until - 1);
    for (const item of sold.before ?? []) await expectRefund(item, "buyer", share(item, percent));
    passTo(until);
    for (const item of sold.at ?? []) await expectRefund(item, "buyer", null);
    for (const item of sold.at ?? []) await expectRefund(item, "operator", item.left);
    for (const item of sold.office ?? []) await expectRefund(item, "box office", item.left);
    await letTimePass(core, 80);
    await expectCleanAudit(core, sale.event_id);
  });
});

it("nothing to a buyer who may not cancel, nor to whoever paid the seller; the box office gives it back in the books", async () => {
  const { sale, sell } = await open(null);
  await expectRefund(await sell("card"), "buyer", null);
  for (const way of ["cash", "invoice"] as const) {
    const sold = await sell(way);
    await expectRefund(sold, "buyer", null);
    await expectRefund(sold, "box office", price, false);
  }
  await expectRefund(await sell("awaiting"), "buyer", 0);
  await expectRefund(await sell("awaiting"), "operator", 0);
  await expectRefund(await sell("comp"), "box office", 0);
  await expectRefund(await sell("all refunded"), "operator", 0);
  await letTimePass(core, 80);
  await expectCleanAudit(core, sale.event_id);
});

it("of a moved event all of it in its free period, then by the policy, to the second", async () => {
  const { sale, start, sell } = await open({ percent: 33, hours_before: 24 });
  const sold: Sold[] = [];
  for (const way of [...byCard, ...byCard, ...byCard, ...byCard]) sold.push(await sell(way));
  const { event_id } = sale;
  const { revision = 0 } = (await findEvent(core.table, event_id)) ?? {};
  await changeEvent(core, owner, ChangeEvent.parse({ event_id, revision, start_time: toInstant(start + day) }));
  const free = core.clock() + 14 * day;
  const cases = [
    [free - 1, (item: Sold) => item.left],
    [free, (item: Sold) => share(item, 33)],
    [start - 1, (item: Sold) => share(item, 33)],
    [start, () => null],
  ] as const;
  for (const [at, expected] of cases) {
    passTo(at);
    for (const item of sold.splice(0, byCard.length)) await expectRefund(item, "buyer", expected(item));
  }
  await letTimePass(core, 80);
  await expectCleanAudit(core, event_id);
});

it("of an event that is called off all that is left, whoever is first: its buyer, the box office, or the event itself", async () => {
  const { sale, sell } = await open(null);
  const ways: Way[] = [...byCard, "all refunded", "comp", "awaiting", "cash", "invoice"];
  const sold = [];
  for (const who of ["buyer", "box office", "itself"] as const)
    for (const way of ways) sold.push({ who, way, item: await sell(way) });
  await setEventStatus(core, owner, { event_id: sale.event_id, status: "cancelling" });
  for (const { who, way, item } of sold)
    if (who !== "itself") await expectRefund(item, who, item.left, way !== "cash" && way !== "invoice");
  const remaining = await Promise.all(
    sold.flatMap(({ who, item }) =>
      who === "itself" ? [getBooking(core, item.buyer, item.booking).then((shown) => ({ item, shown }))] : [],
    ),
  );
  await letTimePass(core, 1_300, 130);
  for (const { item, shown } of remaining) {
    expect(shown.refund_if_cancelled).toBe(item.left);
    expect(await getBooking(core, item.buyer, item.booking)).toMatchObject({
      refund: { amount: item.left, due: false },
    });
    expect(await kept(item.booking)).toBe(0);
  }
  await expectCleanAudit(core, sale.event_id);
});
