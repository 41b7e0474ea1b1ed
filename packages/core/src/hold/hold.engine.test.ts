import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import type { BookingView } from "../booking/booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { listBookings } from "../booking/list-bookings.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { readSeats } from "../testing/read-seats.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { extendHold } from "./extend-hold.ts";
import { getHold, listOpenHolds } from "./get-hold.ts";
import { placeHold } from "./place-hold.ts";
import { releaseHold } from "./release-hold.ts";

let core: TestCore;
let sale: Sale;
let guest: Actor;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

async function expectNoFaults(): Promise<void> {
  await core.background.settled();
  expect(await auditEvent(core, sale.event_id)).toMatchObject({ faults: [], counted: { unfinished_payments: 0 } });
}

const pay = (token: string) => ({ payment: { token } });
const stateOf = async (seat: string) =>
  (await readSeats(core, sale.event_id)).find(({ seat_pos }) => seat_pos === seat)?.seat_state;
const code = (error: string) => expect.objectContaining({ code: error });

describe("a hold", () => {
  beforeAll(async () => {
    sale = await openEvent(core, { rows: 4, perRow: 20 });
    guest = await newGuest(core);
  });
  afterAll(expectNoFaults);

  it("keeps its seats for SEAT_HOLD_TTL seconds and shows them to its holder", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "A-1", "A-2"));
    expect(hold).toMatchObject({ state: "active", total: 9000, seats: ["A-1", "A-2"], extendable: true });
    expect(hold.hold_ttl - core.clock()).toBeGreaterThanOrEqual(180);
    expect(await listOpenHolds(core, guest, sale)).toEqual([hold]);
    expect(await stateOf("A-1")).toBe("held");
    await releaseHold(core, guest, hold);
  });

  it("refuses taken seats, names exactly those, and offers equally good ones", async () => {
    const other = await newGuest(core);
    const theirs = await placeHold(core, other, ask(sale.event_id, "B-5", "B-6"));
    const refused = placeHold(core, guest, ask(sale.event_id, "B-4", "B-5"));
    await expect(refused).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE", details: { seats: ["B-5"] } });
    const { alternatives } = await refused.catch((error) => error.details);
    expect(alternatives.length).toBeGreaterThan(0);
    for (const seats of alternatives) await placeAndRelease(other, seats);
    await releaseHold(core, other, theirs);
  });

  it("names all unknown seats before taken ones", async () => {
    const refused = placeHold(core, guest, ask(sale.event_id, "A-1", "Z-1", "Z-2"));
    await expect(refused).rejects.toMatchObject({ code: "SEAT_NOT_FOUND", details: { seats: ["Z-1", "Z-2"] } });
  });

  it("expires: its seats are free for the next hold and it can't be paid, extended or revived", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "C-1"));
    core.clock.advance(181);
    expect(await stateOf("C-1")).toBe("available");
    expect((await getHold(core, guest, hold)).state).toBe("expired");
    const other = await newGuest(core);
    const next = await placeHold(core, other, ask(sale.event_id, "C-1"));
    await expect(confirmHold(core, guest, { ...hold, ...pay("tok_visa") })).rejects.toEqual(code("HOLD_EXPIRED"));
    await expect(extendHold(core, guest, hold)).rejects.toEqual(code("HOLD_EXPIRED"));
    expect((await releaseHold(core, guest, hold)).state).toBe("released");
    expect(await stateOf("C-1")).toBe("held");
    await releaseHold(core, other, next);
  });

  it("is extended once", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "C-2"));
    const extended = await extendHold(core, guest, hold);
    expect(extended).toMatchObject({ hold_ttl: hold.hold_ttl + 120, extendable: false });
    await expect(extendHold(core, guest, hold)).rejects.toEqual(code("HOLD_NOT_EXTENDABLE"));
    await releaseHold(core, guest, hold);
  });

  it("is limited to two open ones per person and event", async () => {
    const first = await placeHold(core, guest, ask(sale.event_id, "D-1"));
    const second = await placeHold(core, guest, ask(sale.event_id, "D-2"));
    const third = placeHold(core, guest, ask(sale.event_id, "D-3"));
    await expect(third).rejects.toMatchObject({
      code: "HOLD_LIMIT_REACHED",
      details: { holdings: [first.holding_id, second.holding_id] },
    });
    expect(await stateOf("D-3")).toBe("available");
    core.clock.advance(181);
    await placeAndRelease(guest, ["D-3"]);
  });

  it("returns the same when released twice", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "D-4"));
    const released = await releaseHold(core, guest, hold);
    expect(await releaseHold(core, guest, hold)).toEqual(released);
    expect(await stateOf("D-4")).toBe("available");
  });
});

describe("a payment", () => {
  beforeAll(async () => {
    sale = await openEvent(core, { rows: 4, perRow: 20 });
    guest = await newGuest(core);
  });
  afterAll(expectNoFaults);

  it("books the seats and takes the money once, however often it is confirmed", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "A-1", "A-2"));
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => confirmHold(core, guest, { holding_id: hold.holding_id, ...pay("tok_visa") })),
    );
    const booked = answers.flatMap((answer) => (answer.status === "fulfilled" ? (answer.value as BookingView) : []));
    expect(new Set(booked.map(({ booking_id }) => booking_id)).size).toBe(1);
    await core.background.settled();
    const again = await confirmHold(core, guest, { holding_id: hold.holding_id, ...pay("tok_visa") });
    expect(again).toMatchObject({
      booking_id: booked[0]?.booking_id,
      state: "confirmed",
      total: 9000,
      payment_status: "captured",
    });
    expect(
      (await core.gateway.listByEvent(sale.event_id, [null])).filter(({ state }) => state === "captured"),
    ).toHaveLength(1);
    expect((await listBookings(core, guest, { user_id: guest.user_id, limit: 10 })).items).toHaveLength(1);
  });

  it("that is declined leaves the hold open for another attempt", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "A-3"));
    const declined = confirmHold(core, guest, { holding_id: hold.holding_id, ...pay("tok_chargeDeclined") });
    await expect(declined).rejects.toEqual(code("PAYMENT_DECLINED"));
    expect((await getHold(core, guest, hold)).state).toBe("active");
    const booking = await confirmHold(core, guest, { holding_id: hold.holding_id, ...pay("tok_visa") });
    expect(booking).toMatchObject({ state: "confirmed" });
  });

  it("whose response is lost is found at the gateway and books the seats", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "A-4"));
    const booking = await confirmHold(core, guest, { holding_id: hold.holding_id, ...pay("tok_charge_then_lost") });
    expect(booking).toMatchObject({ state: "confirmed", payment_status: "authorized" });
    await core.background.settled();
    expect(await getBooking(core, guest, booking as BookingView)).toMatchObject({ payment_status: "captured" });
  });

  it("is required", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "A-5"));
    await expect(confirmHold(core, guest, hold)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: "payment" }] },
    });
    await releaseHold(core, guest, hold);
  });

  it("that the bank challenges keeps the seats meanwhile, and books them once approved", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "A-6"));
    const input = { holding_id: hold.holding_id, ...pay("tok_challenge") };
    const pending = await confirmHold(core, guest, input);
    expect(pending).toMatchObject({ state: "paying", next_action: { type: "challenge" } });
    const kept = await getHold(core, guest, hold);
    expect(kept.hold_ttl - core.clock()).toBeGreaterThanOrEqual(300);
    await expect(releaseHold(core, guest, hold)).rejects.toEqual(code("PAYMENT_IN_PROGRESS"));
    expect(await confirmHold(core, guest, input)).toEqual(pending);
    await answerBank(hold.holding_id, true);
    expect(await confirmHold(core, guest, input)).toMatchObject({ state: "confirmed" });
  });

  it("that the bank refuses after a challenge is declined", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "A-7"));
    const input = { holding_id: hold.holding_id, ...pay("tok_challenge") };
    await confirmHold(core, guest, input);
    await answerBank(hold.holding_id, false);
    await expect(confirmHold(core, guest, input)).rejects.toEqual(code("PAYMENT_DECLINED"));
    await releaseHold(core, guest, hold);
  });

  it("whose challenge nobody completes is ended by scheduled work, and nothing is charged", async () => {
    const hold = await placeHold(core, guest, ask(sale.event_id, "A-8"));
    await confirmHold(core, guest, { holding_id: hold.holding_id, ...pay("tok_challenge") });
    core.clock.advance(400);
    while ((await runScheduledWork(core)) > 0);
    expect((await getHold(core, guest, hold)).state).toBe("expired");
    expect(core.faults.filter((fault) => fault.startsWith("unfinished"))).toEqual([]);
  });

  it("is skipped when the total is 0", async () => {
    const { event_id } = await openEvent(core, { event: { seat_type_prices: { Stalls: 0 } } });
    const hold = await placeHold(core, guest, ask(event_id, "A-1"));
    const booking = await confirmHold(core, guest, { holding_id: hold.holding_id });
    expect(booking).toMatchObject({ state: "confirmed", total: 0, payment_status: "none" });
    expect((await auditEvent(core, event_id)).faults).toEqual([]);
  });
});

async function placeAndRelease(actor: Actor, seats: string[]): Promise<void> {
  await releaseHold(core, actor, await placeHold(core, actor, ask(sale.event_id, ...seats)));
}

async function answerBank(holding_id: string, approve: boolean): Promise<void> {
  const pending = (await core.gateway.listByEvent(sale.event_id, [null])).find(({ state }) => state === "challenged");
  expect(pending, holding_id).toBeDefined();
  await core.gateway.answerChallenge(id.payment(pending?.payment_id ?? ""), approve);
}
