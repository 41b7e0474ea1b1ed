import type { BookingView } from "@evently/core/booking";
import { cancelBooking } from "@evently/core/booking/cancel-booking";
import { getBooking } from "@evently/core/booking/get-booking";
import { EventlyError } from "@evently/core/errors";
import type { PendingConfirmation } from "@evently/core/hold";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import { releaseHold } from "@evently/core/hold/release-hold";
import type { HoldingId } from "@evently/core/ids";
import { refundBooking } from "@evently/core/refund/refund-booking";
import { drawnSeed } from "@evently/core/testing/drawn-seed";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { ask, newGuest, openEvent } from "@evently/core/testing/open-event";
import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { expectCleanAudit, letTimePass } from "@evently/core/testing/settle-everything";
import type { Actor } from "@evently/core/user";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Fault, paymentCalls } from "../testing/double/faults.ts";
import { openSeller, type Seller } from "../testing/open-seller.ts";

const histories = process.env.EVENTLY_PROOF ? 200 : 6;
const seeds = Array.from({ length: histories }, (_, at) => drawnSeed * 1_000 + at);
/** What was done, and how payments ended. */
const taken = new Map<string, number>();

let core: TestCore;
let seller: Seller;
beforeAll(async () => {
  [core, seller] = [await openCore(), await openSeller()];
  Object.assign(core, { gateway: seller.gateway });
});
afterAll(async () => {
  await core.close();
  await seller.double.close();
});

const seats = Array.from({ length: 12 }, (_, at) => `A-${at + 1}`);
const tokens = [
  ...["pm_card_visa", "pm_card_visa", "pm_card_visa", "pm_card_visa_chargeDeclined"],
  ...["pm_card_threeDSecure2Required", "pm_card_threeDSecure2Required", "pm_double_processing", "pm_unknown"],
];
type Buyer = { actor: Actor; holds: HoldingId[]; bookings: BookingView[]; cancelled: Set<string> };

/** A sale in which buyers and Stripe do what the seed says, one after the other. */
async function openHistory(seed: number) {
  const random = seededRandom(seed);
  const draw = <T>(items: readonly T[]): T => items[drawBelow(random, items.length)] as T;
  const { event_id, organizer } = await openEvent(core, { rows: 1, perRow: seats.length });
  const buyers: Buyer[] = [];
  for (let at = 0; at < 4; at++) {
    buyers.push({ actor: await newGuest(core), holds: [], bookings: [], cancelled: new Set() });
  }

  const count = (name: string) => taken.set(name, (taken.get(name) ?? 0) + 1);

  /** What the buyer is told; null where it is an error that buyers may be told. */
  async function told<T>(call: Promise<T>): Promise<T | null> {
    try {
      return await call;
    } catch (error) {
      if (error instanceof EventlyError && error.code !== "INTERNAL_ERROR") return null;
      throw error;
    }
  }

  async function confirm({ actor, holds, bookings }: Buyer, token: string | null): Promise<void> {
    const holding_id = draw(holds);
    const payment = token ? { payment: { token } } : {};
    const answer = await told<BookingView | PendingConfirmation>(confirmHold(core, actor, { holding_id, ...payment }));
    if (answer && "booking_id" in answer) bookings.push(answer);
  }

  /** The intents that wait for a customer or a bank. */
  async function waiting() {
    const records = await seller.gateway.listByEvent(event_id, [null]).catch(() => []);
    return records.filter(({ state }) => state === "challenged");
  }

  const steps = {
    hold: async ({ actor, holds }: Buyer) => {
      const wanted = seats.filter(() => random() < 0.15);
      const placed = wanted.length > 0 ? await told(placeHold(core, actor, ask(event_id, ...wanted))) : null;
      if (placed) holds.push(placed.holding_id);
    },
    pay: async (buyer: Buyer) => (buyer.holds.length > 0 ? confirm(buyer, draw(tokens)) : undefined),
    askAgain: async (buyer: Buyer) => (buyer.holds.length > 0 ? confirm(buyer, null) : undefined),
    payTwice: async (buyer: Buyer) => {
      if (buyer.holds.length === 0) return;
      await Promise.all([confirm(buyer, "pm_card_visa"), confirm(buyer, "pm_card_visa")]);
    },
    answer: async () => {
      const [record] = await waiting();
      if (!record) return;
      const approve = random() < 0.6;
      const order = { order: "answer_challenge", intent: record.gateway_ref ?? "", approve } as const;
      await seller.double.order(order).catch(() => undefined);
    },
    release: async ({ actor, holds }: Buyer) => {
      if (holds.length > 0) await told(releaseHold(core, actor, { holding_id: draw(holds) }));
    },
    cancel: async ({ actor, bookings, cancelled }: Buyer) => {
      if (bookings.length === 0) return;
      const booking = draw(bookings);
      cancelled.add(booking.booking_id);
      await told(cancelBooking(core, actor, booking));
    },
    refund: async ({ bookings }: Buyer) => {
      if (bookings.length === 0) return;
      const { booking_id, seats } = draw(bookings);
      const part = random() < 0.5 ? { seats: [draw(seats)] } : { amount: 1 + drawBelow(random, 3_000) };
      const refunded = await told(refundBooking(core, organizer, { booking_id, ...part, reason: "A late start" }));
      if (refunded?.state === "cancelled") for (const { cancelled } of buyers) cancelled.add(booking_id);
    },
    fault: () => seller.double.addFault(drawFault()).catch(() => undefined),
    restart: () => seller.double.restart(),
    forgetKeys: () => seller.double.order({ order: "forget_keys" }).catch(() => undefined),
    time: () => letTimePass(core, draw([10, 60, 400]), 60),
  };

  function drawFault(): Fault {
    const [method = "", path = ""] = draw(paymentCalls).split(" ");
    const when = draw(["before", "after"] as const);
    const at = { method, path, times: 1 + drawBelow(random, 3) };
    return draw<Fault>([
      { ...at, kind: "lose", when },
      { ...at, kind: "lose", when },
      { ...at, times: 1, kind: "die", when },
      { ...at, kind: "fail", status: 500, type: "api_error", isKept: true },
      { ...at, kind: "fail", status: 429, type: "invalid_request_error", isKept: false },
    ]);
  }

  /** Each step as often as it stands here. */
  const plan =
    "hold hold hold pay pay pay pay askAgain askAgain payTwice answer answer release cancel refund refund fault fault restart forgetKeys time".split(
      " ",
    ) as (keyof typeof steps)[];

  return {
    async play(length: number): Promise<void> {
      for (let at = 0; at < length; at++) {
        const step = draw(plan);
        count(step);
        await steps[step](draw(buyers));
        await seller.double.revive();
      }
    },

    /** Once Stripe works and everybody who waited is gone: every payment final, and money for seats and nothing else. */
    async expectExact(): Promise<void> {
      await seller.double.order({ order: "forget_faults" });
      await letTimePass(core, 2_000, 200);
      // What a bank has not decided by then can't be voided before it has.
      for (const { gateway_ref } of await waiting()) {
        await seller.double.order({ order: "answer_challenge", intent: gateway_ref ?? "", approve: random() < 0.5 });
      }
      await letTimePass(core, 8_000, 400);
      const { counted } = await expectCleanAudit(core, event_id);
      const records = await seller.gateway.listByEvent(event_id, [null]);
      for (const { state, refunded } of records) count(refunded > 0 ? "refunded" : state);
      const kept = records.map((record) => (record.state === "captured" ? record.amount - record.refunded : 0));
      expect(kept.reduce((sum, amount) => sum + amount, 0)).toBe(counted.revenue);
      expect(records.filter(({ state }) => !["captured", "declined", "voided"].includes(state))).toEqual([]);
      for (const { actor, bookings, cancelled } of buyers)
        for (const { booking_id } of bookings.filter((booking) => !cancelled.has(booking.booking_id)))
          expect(await getBooking(core, actor, { booking_id })).toMatchObject({ state: "confirmed" });
    },
  };
}

test.each(seeds)("whatever buyers and Stripe do, money is for seats: history %d", async (seed) => {
  const history = await openHistory(seed);
  await history.play(40);
  await history.expectExact();
});

test("the histories have every step in them, and every end of a payment", () => {
  const steps = "hold pay askAgain payTwice answer release cancel refund fault restart forgetKeys time".split(" ");
  const ends = ["captured", "declined", "refunded", "voided"];
  expect([...taken.keys()].toSorted()).toEqual([...steps, ...ends].toSorted());
});
