import { expect } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { isOnSale } from "../event/event.rules.ts";
import type { Event } from "../event/event.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { toSeconds } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { type Answer, answerTo } from "./answer-to.ts";
import { ChangingEvent } from "./changing-event.ts";
import type { TestCore } from "./open-core.ts";
import { ask, newGuest, type Sale } from "./open-event.ts";
import { drawBelow } from "./random.ts";
import { readSeats } from "./read-seats.ts";

type Held = { guest: Actor; hold: HoldingView };
type Sold = { guest: Actor; booking: BookingView; isCancelled: boolean };
/** One round: what runs at once, what is known of the time before it, and what its holds won. */
type Round = { now: number; taken: Set<string>; won: string[][]; cancelled: Map<Sold, number> };

/** Checks an answer once all answers of its round are there. */
type Check = () => void;

/**
 * A sale whose event is changed all the time, by several processes at once, beside the simplest possible account of it:
 * what the event was at which time, who was quoted what, and which seats were taken when a round began.
 */
export class ChangingSale {
  readonly tally = new Map<string, number>();
  readonly #processes: readonly TestCore[];
  readonly #sale: Sale;
  readonly #random: () => number;
  readonly #seats: readonly string[];
  readonly #event: ChangingEvent;
  readonly #guests: Actor[] = [];
  readonly #sold: Sold[] = [];
  readonly #lastCancelled = new Map<string, number>();
  #held: Held[] = [];

  constructor(processes: readonly TestCore[], sale: Sale, event: Event, seats: string[], random: () => number) {
    this.#processes = processes;
    this.#sale = sale;
    this.#random = random;
    this.#seats = seats;
    this.#event = new ChangingEvent(sale, { event, at: this.#now }, this.#draw, this.#count);
  }

  get sold(): readonly Sold[] {
    return this.#sold;
  }

  /** Some actions at once; then every answer is compared with what may have been answered. */
  async round(): Promise<void> {
    const seats = await readSeats(this.#process, this.#sale.event_id);
    const taken = new Set<string>(
      seats.flatMap(({ seat_pos, seat_state }) => (seat_state === "available" ? [] : seat_pos)),
    );
    const round: Round = { now: this.#now, taken, won: [], cancelled: new Map() };
    const actions = Array.from({ length: 2 + this.#draw(5) }, () => this.#drawAction(round));
    const editing = this.#event.edit(round.now, () => this.#process);
    const [checks] = await Promise.all([Promise.all(actions.map((act) => act())), editing]);
    await Promise.all(this.#processes.map(({ background }) => background.settled()));
    for (const check of checks) check();
  }

  /** Lets time pass between rounds: mostly less than an event is remembered, now and then more than a hold lasts. */
  pass(): void {
    this.#process.clock.advance(this.#draw(40) === 0 ? 185 : this.#random() * 2.5);
  }

  #drawAction(round: Round): () => Promise<Check> {
    const held = this.#takeOne(this.#held);
    const kept = this.#sold.filter((sold) => !sold.isCancelled && !round.cancelled.has(sold));
    const sold = kept[this.#draw(Math.max(1, kept.length))];
    const drawn = this.#draw(10);
    if (drawn < 3 && held) return () => this.#pay(round, held);
    if (held) this.#held.push(held);
    if (drawn === 3 && held) {
      this.#held.splice(this.#held.indexOf(held), 1);
      return () => this.#release(held);
    }
    if (drawn < 6 && sold) {
      const actors = this.#draw(4) === 0 ? [sold.guest, this.#sale.organizer] : [this.#drawCanceller(sold)];
      round.cancelled.set(sold, actors.length);
      return async () => {
        const checks = await Promise.all(actors.map((actor) => this.#cancel(round, sold, actor)));
        return () => {
          for (const check of checks) check();
        };
      };
    }
    return () => this.#hold(round);
  }

  #drawCanceller = ({ guest }: Sold): Actor => (this.#draw(3) > 0 ? guest : this.#sale.organizer);

  async #hold(round: Round): Promise<Check> {
    const first = this.#draw(this.#seats.length);
    const wanted = this.#seats.slice(first, first + 1 + this.#draw(3));
    const guest = this.#guests.pop() ?? (await newGuest(this.#process));
    const answer = await answerTo(placeHold(this.#process, guest, ask(this.#sale.event_id, ...wanted)));
    if ("done" in answer) {
      round.won.push(wanted);
      this.#held.push({ guest, hold: answer.done });
    } else this.#guests.push(guest);
    return () => {
      if ("done" in answer) return this.#checkQuote(round, answer.done);
      this.#count(`hold ${answer.code}`);
      if (answer.code === "SALE_CLOSED")
        expect(this.#event.known(round.now).some((event) => !isOnSale(event, round.now))).toBe(true);
      else this.#checkTaken(round, wanted, answer);
    };
  }

  /** Seat, price and date are those that the event had at one time within 2 s before, and then it was on sale. */
  #checkQuote(round: Round, hold: HoldingView): void {
    this.#count("held");
    const quotes = this.#event.known(round.now).filter((event) => isOnSale(event, round.now));
    const asked = quotes.map(({ seat_type_prices, start_time }) => [
      start_time,
      ...hold.lines.map(({ seat_type }) => seat_type_prices[seat_type]),
    ]);
    expect(asked).toContainEqual([hold.start_time, ...hold.lines.map(({ price }) => price)]);
    expect(hold.total).toBe(hold.lines.reduce((sum, { price }) => sum + price, 0));
  }

  /** No seat is refused but one that somebody had when the round began, or won in it. */
  #checkTaken(round: Round, wanted: readonly string[], answer: Answer<never>): void {
    const { code, details } = answer as Extract<Answer<never>, { code: string }>;
    expect(code).toBe("SEATS_UNAVAILABLE");
    const refused = details.seats as string[];
    expect(refused.length).toBeGreaterThan(0);
    for (const seat of refused) {
      expect(wanted).toContain(seat);
      expect(round.taken.has(seat) || round.won.flat().includes(seat), `${seat} was free`).toBe(true);
    }
  }

  async #pay({ now }: Round, held: Held): Promise<Check> {
    const { guest, hold } = held;
    const token = this.#draw(8) === 0 ? "tok_chargeDeclined" : "tok_visa";
    const answer = await answerTo(
      confirmHold(this.#process, guest, { holding_id: hold.holding_id, payment: { token } }),
    );
    return () => {
      if (!("done" in answer)) {
        this.#count(`pay ${answer.code}`);
        expect(answer.code).toBe(hold.hold_ttl < now ? "HOLD_EXPIRED" : "PAYMENT_DECLINED");
        if (answer.code === "PAYMENT_DECLINED") this.#held.push(held);
        return;
      }
      const booking = answer.done as BookingView;
      this.#count("paid");
      const { total, lines, start_time } = hold;
      expect(booking).toMatchObject({ total, lines: lines.map(({ seat, price }) => ({ seat, price })), start_time });
      for (const { seat, price } of lines) {
        const before = this.#lastCancelled.get(seat) ?? price;
        if (before !== price) this.#count("sold again at another price");
      }
      this.#sold.push({ guest, booking, isCancelled: false });
    };
  }

  async #release({ guest, hold }: Held): Promise<Check> {
    const answer = await answerTo(releaseHold(this.#process, guest, hold));
    return () => expect(answer).toMatchObject({ done: { state: "released" } });
  }

  /** The policy is that buyers can't cancel, so only a date that is not the one they bought lets them. */
  async #cancel(round: Round, sold: Sold, actor: Actor): Promise<Check> {
    const { booking } = sold;
    const answer = await answerTo(cancelBooking(this.#process, actor, booking));
    return () => {
      const seen = this.#event.around(round.now);
      const isOpen = ({ start_time, free_cancellation_until }: Event) =>
        start_time !== booking.start_time && round.now < toSeconds(free_cancellation_until ?? start_time);
      const mayAll = actor === this.#sale.organizer;
      const isTwice = (round.cancelled.get(sold) ?? 0) > 1;
      if ("done" in answer) {
        expect(mayAll || seen.some(isOpen)).toBe(true);
        expect(answer.done).toMatchObject({ state: "cancelled", refund: { amount: booking.total } });
        expect(sold.isCancelled).toBe(false);
        sold.isCancelled = true;
        for (const { seat, price } of booking.lines) this.#lastCancelled.set(seat, price);
        return this.#count(mayAll ? "cancelled by the organizer" : "cancelled by the buyer");
      }
      this.#count(`cancel ${answer.code}`);
      if (answer.code === "BOOKING_ALREADY_CANCELLED") return expect(isTwice).toBe(true);
      expect([mayAll, answer.code]).toEqual([false, "CANCELLATION_CLOSED"]);
      expect(seen.every(isOpen)).toBe(false);
    };
  }

  get #process(): TestCore {
    return this.#processes[this.#draw(this.#processes.length)] as TestCore;
  }

  get #now(): number {
    return (this.#processes[0] as TestCore).clock();
  }

  #draw = (count: number): number => drawBelow(this.#random, count);

  #takeOne<T>(list: T[]): T | undefined {
    return list.splice(this.#draw(Math.max(1, list.length)), 1)[0];
  }

  #count = (name: string): void => {
    this.tally.set(name, (this.tally.get(name) ?? 0) + 1);
  };
}
