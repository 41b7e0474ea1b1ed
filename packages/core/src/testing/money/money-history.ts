import type { BookingView } from "../../booking/booking.ts";
import { EventlyError } from "../../errors.ts";
import { confirmHold } from "../../hold/confirm-hold.ts";
import type { HoldingView, PendingConfirmation } from "../../hold/hold.ts";
import { placeHold } from "../../hold/place-hold.ts";
import type { BookingId, HoldingId, PaymentId, SeatId } from "../../ids.ts";
import type { GatewayRecord } from "../../payment/gateway.ts";
import type { Actor } from "../../user/user.ts";
import type { TestCore } from "../open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../open-event.ts";
import { drawBelow, seededRandom } from "../random.ts";
import type { MoneyWorld, Process } from "./money-world.ts";

/** What somebody was told of a booking; `ambiguous` where a call about it ended without an answer. */
export type NotedBooking = {
  booking_id: BookingId;
  buyer: Actor;
  total: number;
  refunded: number;
  state: "confirmed" | "cancelled";
  ambiguous: boolean;
};

export type Buyer = { actor: Actor; holds: HoldingView[] };

/** A call's end: its answer, its refusal, or none. */
export type Reply<T> = { done: T } | { code: string } | null;

const seats = Array.from({ length: 8 }, (_, at) => `A-${at + 1}`);

/** One sale in which buyers, box office, banks and machines do what a seed says. */
export class MoneyHistory {
  readonly world: MoneyWorld;
  readonly sale: Sale;
  readonly buyers: Buyer[];
  readonly random: () => number;
  readonly saw: (kind: string) => void;
  readonly known = new Map<BookingId, NotedBooking>();
  /** Payments of which the gateway gave something back by itself that is not recorded yet. */
  readonly toAdopt = new Set<PaymentId>();
  /** How much that was of a booking. */
  readonly there = new Map<BookingId, number>();
  /** Whose money could not be taken: the booking ends, and nobody asks for that. */
  readonly lapsed = new Set<BookingId>();
  /** What waits for an answer. */
  readonly pending: Promise<unknown>[] = [];
  readonly disputes: ((won: boolean) => Promise<void>)[] = [];
  isCalledOff = false;
  /** The steps so far, to read where it fails. */
  readonly log: string[] = [];

  constructor(
    world: MoneyWorld,
    { sale, buyers, seed, saw }: { sale: Sale; buyers: Buyer[]; seed: number; saw(kind: string): void },
  ) {
    this.world = world;
    this.sale = sale;
    this.buyers = buyers;
    this.random = seededRandom(seed);
    this.saw = saw;
  }

  draw<T>(items: readonly T[]): T {
    return items[drawBelow(this.random, items.length)] as T;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  get process(): Process {
    return this.chance(0.7) ? this.world.api : this.world.worker;
  }

  get wanted(): string[] {
    const first = drawBelow(this.random, seats.length);
    return seats.slice(first, first + 1 + drawBelow(this.random, 3));
  }

  /** What is answered: buyers may be told refusals, and that nobody knows. Anything else is a fault. */
  async told<T>(name: string, call: Promise<T>): Promise<Reply<T>> {
    try {
      const done = await call;
      this.log.push(`${name}: done`);
      return { done };
    } catch (error) {
      const isRefused = error instanceof EventlyError && error.code !== "INTERNAL_ERROR";
      if (!isRefused && !isOfDeath(error)) throw error;
      const code = isRefused ? error.code : "died";
      this.log.push(`${name}: ${code}`);
      return code === "UNAVAILABLE" || code === "died" ? null : { code };
    }
  }

  async hold(core: TestCore, buyer: Buyer, wanted: readonly string[]): Promise<HoldingView | null> {
    const placed = await this.told("hold", placeHold(core, buyer.actor, ask(this.sale.event_id, ...wanted)));
    if (!placed || !("done" in placed)) return null;
    buyer.holds.push(placed.done);
    return placed.done;
  }

  /** Pays, or with a null token asks how it went. The answer is noted, and what it cost is what the hold said. */
  async pay(core: TestCore, { actor }: Buyer, hold: HoldingView, token: string | null) {
    const payment = token === null ? {} : { payment: { token } };
    const input: { holding_id: HoldingId; payment?: { token: string } } = { holding_id: hold.holding_id, ...payment };
    const told = await this.told<BookingView | PendingConfirmation>(`pay ${token}`, confirmHold(core, actor, input));
    if (told && "done" in told && "booking_id" in told.done) {
      if (told.done.total !== hold.total) throw new Error(`${told.done.booking_id} costs not what its hold said`);
      this.note(actor, told.done);
    }
    return told;
  }

  /** What is said of a booking is what it is, until something else happens to it. */
  note(buyer: Actor, view: BookingView): NotedBooking {
    const { booking_id, total, refunded, state } = view;
    const before = this.known.get(booking_id);
    if (state === "awaiting_payment") throw new Error("nothing is reserved on invoice here");
    const now: NotedBooking = { booking_id, buyer: before?.buyer ?? buyer, total, refunded, state, ambiguous: false };
    // What two calls say at once may be heard in another order than it happened.
    if (before && (before.state === "cancelled" || before.refunded > refunded)) return before;
    this.known.set(booking_id, now);
    return now;
  }

  async newBuyer(): Promise<Buyer> {
    return { actor: await newGuest(this.world.auditor), holds: [] };
  }

  async records(): Promise<GatewayRecord[]> {
    return this.world.till.steady.listByEvent(this.sale.event_id, [null]);
  }

  /** Waits for the work after the answers, unless some of it is held. */
  async rest(): Promise<void> {
    for (const { background, mortal } of [this.world.api, this.world.worker])
      if (!mortal.hasHeld()) await background.settled();
  }

  /** All that was held goes on, all that is late arrives, and whoever waited is answered. */
  async release(): Promise<void> {
    for (const { mortal } of [this.world.api, this.world.worker]) await mortal.release();
    await Promise.all(this.pending.splice(0));
    for (const { background } of [this.world.api, this.world.worker]) await background.settled();
  }
}

/** Of a connection that ended with its process, where nobody is left to be told of it. */
function isOfDeath(error: unknown): boolean {
  return error instanceof Error && (error.message === "socket hang up" || isOfDeath(error.cause));
}

export async function openHistory(world: MoneyWorld, seed: number, saw: (kind: string) => void): Promise<MoneyHistory> {
  const sale = await openEvent(world.auditor, { rows: 1, perRow: seats.length, event: { name: "A play" } });
  const buyers: Buyer[] = [];
  for (let at = 0; at < 3; at++) buyers.push({ actor: await newGuest(world.auditor), holds: [] });
  return new MoneyHistory(world, { sale, buyers, seed, saw });
}

export const asSeats = (list: readonly string[]): SeatId[] => list as SeatId[];
