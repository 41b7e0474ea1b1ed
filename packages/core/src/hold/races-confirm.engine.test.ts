import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { readPayment } from "../payment/finish-payment.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { createGate } from "../testing/gate.ts";
import { id } from "../testing/id.ts";
import type { TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { extendHold } from "./extend-hold.ts";
import { findHolding, getHold } from "./get-hold.ts";
import type { HoldingView } from "./hold.ts";
import { placeHold } from "./place-hold.ts";
import { releaseHold } from "./release-hold.ts";
import { settleAttempt } from "./settle-attempt.ts";

let sale: Sale;
let guest: Actor;
let hold: HoldingView;
const gate = createGate();
const payment = { token: "tok_visa" };
const either = (i: number) => (i % 2 === 0 ? core : other);
const confirm = (process: TestCore) =>
  confirmHold(process, guest, { holding_id: hold.holding_id, payment }) as Promise<BookingView>;

const [core, other] = await openTwoCores({}, { wrap: gate.wrap });

beforeEach(async () => {
  sale = await openEvent(core);
  guest = await newGuest(core);
  hold = await placeHold(core, guest, ask(sale.event_id, "A-1", "A-2"));
});
afterEach(async () => {
  await letTimePass(core, 200);
  await expectCleanAudit(core, sale.event_id);
});

describe("one hold confirmed from two processes", () => {
  it("twenty times at once: one booking, one charge", async () => {
    const { won, refused, broken } = await race(times(20, (i) => confirm(either(i))));
    expect(broken).toEqual([]);
    expect(new Set(won.map(({ booking_id }) => booking_id)).size).toBe(1);
    expect(Object.keys(refused).filter((code) => code !== "PAYMENT_IN_PROGRESS")).toEqual([]);
    await Promise.all([core, other].map(({ background }) => background.settled()));
    const charges = await core.gateway.listByEvent(sale.event_id, [null]);
    expect(charges.map(({ state, amount }) => [state, amount])).toEqual([["captured", 9000]]);
  });

  it("one overtaken between its read and its payment returns the booking", async () => {
    const reached = gate.close();
    const slow = confirm(other);
    await reached;
    const booking = await confirm(core);
    gate.open();
    expect(await slow).toMatchObject({ booking_id: booking.booking_id, state: "confirmed" });
  });

  it("one overtaken by an extension still pays", async () => {
    const reached = gate.close();
    const slow = confirm(other);
    await reached;
    await extendHold(core, guest, hold);
    gate.open();
    expect(await slow).toMatchObject({ state: "confirmed" });
  });

  it("one overtaken by a release is refused and charges nothing", async () => {
    const reached = gate.close();
    const slow = confirm(other);
    await reached;
    await releaseHold(core, guest, hold);
    gate.open();
    await expect(slow).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
    expect(await core.gateway.listByEvent(sale.event_id, [null])).toEqual([]);
  });
});

describe("a hold in a race with itself", () => {
  it("extend against an earlier payment is refused and leaves the payment alone", async () => {
    const reached = gate.close();
    const slow = extendHold(other, guest, hold);
    await reached;
    await confirmHold(core, guest, { holding_id: hold.holding_id, payment: { token: "tok_challenge" } });
    gate.open();
    await expect(slow).rejects.toMatchObject({ code: "PAYMENT_IN_PROGRESS" });
    expect(await getHold(core, guest, hold)).toMatchObject({ state: "paying" });
    await letTimePass(core, 700);
  });

  it("extend against expiry: a buyer who took the seats keeps them", async () => {
    const reached = gate.close();
    const slow = extendHold(other, guest, hold);
    await reached;
    core.clock.advance(181);
    const next = await newGuest(core);
    const theirs = await placeHold(core, next, ask(sale.event_id, "A-2"));
    gate.open();
    await expect(slow).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
    expect(await getHold(core, next, theirs)).toMatchObject({ state: "active", seats: ["A-2"] });
    expect(await getHold(core, guest, hold)).toMatchObject({ state: "expired" });
  });

  it.each(times(6, (i) => i))("release against confirm, round %i: sold or free, never both", async () => {
    const [released, booked] = await Promise.allSettled([
      releaseHold(core, guest, hold),
      confirm(other),
      releaseHold(other, guest, hold),
    ]);
    const state = (await getHold(core, guest, hold)).state;
    expect([released.status, booked.status]).toEqual(
      state === "released" ? ["fulfilled", "rejected"] : ["rejected", "fulfilled"],
    );
  });

  it("twenty extensions at once add time once", async () => {
    const { won, refused, broken } = await race(times(20, (i) => extendHold(either(i), guest, hold)));
    expect(broken).toEqual([]);
    expect(won.length).toBeGreaterThan(0);
    expect(Object.keys(refused).filter((code) => code !== "HOLD_NOT_EXTENDABLE")).toEqual([]);
    expect((await getHold(core, guest, hold)).hold_ttl).toBe(hold.hold_ttl + 120);
  });
});

describe("an approval that arrives after the seats were no longer reserved", () => {
  const challenged = () => ({ holding_id: hold.holding_id, payment: { token: "tok_challenge" } });
  const approve = async () => {
    const [pending] = await core.gateway.listByEvent(sale.event_id, [null]);
    await core.gateway.answerChallenge(id.payment(pending?.payment_id ?? ""), true);
  };
  const charges = async () => (await core.gateway.listByEvent(sale.event_id, [null])).map(({ state }) => state);

  beforeEach(async () => {
    await confirmHold(core, guest, challenged());
    core.clock.advance(310);
  });

  it("is voided at once if someone else has one of the seats, and that seat is named", async () => {
    const next = await newGuest(core);
    await placeHold(core, next, ask(sale.event_id, "A-2"));
    await approve();
    await expect(confirmHold(core, guest, challenged())).rejects.toMatchObject({
      code: "SEATS_UNAVAILABLE",
      details: { seats: ["A-2"] },
    });
    expect(await charges()).toEqual(["voided"]);
  });

  it("books seats that nobody took, and a concurrent end of the attempt returns that booking", async () => {
    const reached = gate.close();
    const ending = confirmHold(other, guest, challenged());
    await reached;
    await approve();
    const booking = (await confirmHold(core, guest, challenged())) as BookingView;
    gate.open();
    expect(await ending).toMatchObject({ booking_id: booking.booking_id, state: "confirmed" });
    await Promise.all([core, other].map(({ background }) => background.settled()));
    expect(await charges()).toEqual(["captured"]);
  });

  it("books nothing if scheduled work has just ended the attempt, and returns the money", async () => {
    const reached = gate.close();
    const ending = runScheduledWork(other);
    await reached;
    await approve();
    gate.open();
    await ending;
    expect(await charges()).toEqual(["voided"]);
    await expect(confirmHold(core, guest, challenged())).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
  });

  it("books nothing if the attempt ended between the approval and the booking", async () => {
    await approve();
    const reached = gate.close();
    const booking = confirmHold(other, guest, challenged());
    await reached;
    await endLate();
    gate.open();
    await expect(booking).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
    expect(await charges()).toEqual(["voided"]);
  });

  /** A process that asked the gateway before the challenge was completed. */
  async function endLate(): Promise<void> {
    const holding = await findHolding(core, hold.holding_id);
    if (holding?.state !== "paying") throw new Error("the hold is not being paid");
    const payment = await readPayment(core, holding.payment_id);
    await settleAttempt(core, { holding, payment, buyer: { name: null, email: null } }, null);
  }
});

describe("one booking cancelled from two processes", () => {
  it("twenty times at once: one refund", async () => {
    const booking = await confirm(core);
    await core.background.settled();
    const { won, refused, broken } = await race(times(20, (i) => cancelBooking(either(i), guest, booking)));
    expect(broken).toEqual([]);
    expect(won).toHaveLength(1);
    expect(refused).toEqual({ BOOKING_ALREADY_CANCELLED: 19 });
    const charges = await core.gateway.listByEvent(sale.event_id, [null]);
    expect(charges).toMatchObject([{ state: "captured", amount: 9000, refunded: 9000 }]);
  });
});
