import { leftOf, type ModelBooking, newBooking, payBack, price } from "./model-booking.ts";
import { type Death, heard, type ModelPayment, type ModelRules, type Token } from "./model-payment.ts";

/**
 * A second, simplest possible implementation of a sale: no table, no conditions, no retries. Times are epoch seconds. A
 * seat belongs to the holding or booking that took it last; whether it is free follows from that.
 */
export type ModelHolding = {
  guest: number;
  seats: string[];
  /** Those that were blocked or sold at the box office since. */
  lost: Set<string>;
  placed_at: number;
  hold_ttl: number;
  extended: boolean;
  attempts: number;
  state: "active" | "paying" | "confirmed" | "released";
  /** The gateway's state of the current payment; null if it never arrived. */
  payment: ModelPayment;
  due_at: number;
};

const grace = 5;
const mostAttempts = 5;
const lease = 30;

export class SaleModel {
  readonly holdings: ModelHolding[] = [];
  readonly bookings: ModelBooking[] = [];
  /** Hold requests that met taken seats. */
  refused = 0;
  readonly blocked = new Set<string>();
  readonly rules: ModelRules;
  now: number;

  constructor(rules: ModelRules, now: number) {
    this.rules = rules;
    this.now = now;
  }

  /** Who has the seat at `now`: the index of an open holding or of a booking, or nobody. */
  seat(seat: string): "available" | "held" | "booked" | "blocked" {
    if (this.blocked.has(seat)) return "blocked";
    if (this.bookings.some((booking) => booking.state === "confirmed" && booking.seats.includes(seat))) return "booked";
    const holder = this.#holderOf(seat);
    return holder && holder.hold_ttl >= this.now ? "held" : "available";
  }

  /** The last holding that took the seat and has not released it. */
  #holderOf(seat: string): ModelHolding | null {
    const last = this.holdings.findLast((holding) => holding.seats.includes(seat)) ?? null;
    return last && !last.lost.has(seat) && (last.state === "active" || last.state === "paying") ? last : null;
  }

  openSlots(guest: number): number {
    const open = this.holdings.filter(
      (holding) =>
        holding.guest === guest &&
        (holding.state === "active" || holding.state === "paying") &&
        holding.hold_ttl >= this.now,
    );
    return 2 - open.length;
  }

  hold(guest: number, seats: string[]): string {
    if (seats.some((seat) => this.seat(seat) !== "available")) {
      this.refused++;
      return "SEATS_UNAVAILABLE";
    }
    if (this.openSlots(guest) <= 0) return "HOLD_LIMIT_REACHED";
    const hold_ttl = Math.ceil(this.now) + this.rules.ttl;
    const fresh = {
      state: "active",
      payment: "none",
      extended: false,
      attempts: 0,
      due_at: Number.POSITIVE_INFINITY,
    } as const;
    this.holdings.push({ guest, seats, lost: new Set(), placed_at: this.now, hold_ttl, ...fresh });
    return "held";
  }

  extend(holding: ModelHolding): string {
    if (holding.state === "paying") return "PAYMENT_IN_PROGRESS";
    if (holding.state !== "active" || holding.hold_ttl < this.now) return "HOLD_EXPIRED";
    const until = Math.min(Math.floor(holding.placed_at) + this.rules.max, holding.hold_ttl + this.rules.extension);
    if (holding.extended || until <= holding.hold_ttl) return "HOLD_NOT_EXTENDABLE";
    Object.assign(holding, { hold_ttl: until, extended: true });
    return "extended";
  }

  release(holding: ModelHolding): string {
    if (holding.state === "paying") return "PAYMENT_IN_PROGRESS";
    if (holding.state === "confirmed") return "HOLD_EXPIRED";
    holding.state = "released";
    return "released";
  }

  confirm(holding: ModelHolding, token: Token, death: Death | null = null): string {
    if (holding.state === "confirmed") return "confirmed";
    if (holding.state === "paying") return holding.payment === "unheard" ? "PAYMENT_IN_PROGRESS" : this.settle(holding);
    if (holding.state === "released" || holding.hold_ttl < this.now) return "HOLD_EXPIRED";
    const until = this.#keep(holding, this.now + this.rules.window);
    if (until < this.now + this.rules.timeout) return "HOLD_EXPIRED";
    const due_at = this.now + this.rules.timeout + grace;
    const attempts = holding.attempts + 1;
    Object.assign(holding, { state: "paying", payment: "unheard", hold_ttl: until, due_at, attempts });
    if (death === "paying") return "died";
    holding.payment = heard[token];
    if (death === "answered") return "died";
    if (holding.payment === "challenged") {
      holding.hold_ttl = this.#keep(holding, this.now + this.rules.challenge);
      holding.due_at = holding.hold_ttl + grace;
    }
    const said = this.settle(holding);
    return death === "booked" ? "died" : said;
  }

  /** Applies the gateway's response, or its absence, to the table. */
  settle(holding: ModelHolding): string {
    const taken = holding.seats.some((seat) => this.#holderOf(seat) !== holding || this.seat(seat) === "booked");
    if (holding.payment === "challenged" && holding.hold_ttl >= this.now) return "challenged";
    if (holding.payment === "authorized") {
      holding.state = taken ? "released" : "confirmed";
      if (taken) return "SEATS_UNAVAILABLE";
      const sold = { holding: this.holdings.indexOf(holding), counter: null, seats: holding.seats };
      this.bookings.push(newBooking({ ...sold, kept: new Set() }));
      return "confirmed";
    }
    Object.assign(holding, { state: holding.attempts < mostAttempts ? "active" : "released", payment: "none" });
    return "PAYMENT_DECLINED";
  }

  answerBank(holding: ModelHolding, approve: boolean): void {
    if (holding.state === "paying" && holding.payment === "challenged")
      holding.payment = approve ? "authorized" : "declined";
  }

  cancel(booking: ModelBooking, dies: boolean): string {
    if (booking.state === "cancelled") return "BOOKING_ALREADY_CANCELLED";
    booking.state = "cancelled";
    booking.refunds += leftOf(booking) > 0 ? 1 : 0;
    payBack(booking, leftOf(booking), dies ? this.now + this.rules.timeout : null);
    for (const seat of booking.seats) this.#leave(booking, seat);
    return dies ? "died" : "cancelled";
  }

  block(seats: string[]): string {
    if (seats.some((seat) => this.seat(seat) !== "available")) return "SEATS_UNAVAILABLE";
    for (const seat of seats) this.#take(seat, true);
    return "blocked";
  }

  unblock(seats: string[]): string {
    if (seats.some((seat) => !this.blocked.has(seat))) return "SEATS_UNAVAILABLE";
    for (const seat of seats) this.blocked.delete(seat);
    return "released";
  }

  sell(seats: string[], counter: "cash" | "comp"): string {
    if (seats.some((seat) => this.seat(seat) !== "available" && !this.blocked.has(seat))) return "SEATS_UNAVAILABLE";
    const kept = new Set(seats.filter((seat) => this.blocked.has(seat)));
    for (const seat of seats) this.#take(seat, false);
    this.bookings.push(newBooking({ holding: null, counter, seats, kept }));
    return "sold";
  }

  move(booking: ModelBooking, from: string, to: string): string {
    if (booking.state === "cancelled") return "BOOKING_ALREADY_CANCELLED";
    if (this.seat(to) !== "available") return "SEATS_UNAVAILABLE";
    this.#take(to, false);
    booking.seats = booking.seats.map((seat) => (seat === from ? to : seat));
    this.#leave(booking, from);
    booking.changes++;
    return "moved";
  }

  cancelSeat(booking: ModelBooking, seat: string): string {
    if (booking.state === "cancelled") return "BOOKING_ALREADY_CANCELLED";
    if (booking.counter !== "comp") return "CANCELLATION_CLOSED";
    if (booking.seats.length === 1) return this.cancel(booking, false);
    booking.seats = booking.seats.filter((own) => own !== seat);
    this.#leave(booking, seat);
    booking.changes++;
    return "cancelled";
  }

  refundAmount(booking: ModelBooking, amount: number, dies: boolean): string {
    if (booking.state === "cancelled") return "BOOKING_ALREADY_CANCELLED";
    if (booking.total === 0) return "NOTHING_PAID";
    if (amount > leftOf(booking)) return "REFUND_EXCEEDS_PAID";
    booking.refunds++;
    payBack(booking, amount, dies ? this.now + this.rules.timeout : null);
    return dies ? "died" : "refunded";
  }

  refundSeat(booking: ModelBooking, seat: string, dies: boolean): string {
    if (booking.state === "cancelled") return "BOOKING_ALREADY_CANCELLED";
    if (booking.total === 0) return "NOTHING_PAID";
    if (!booking.seats.includes(seat)) return booking.gone.has(seat) ? "SEATS_REFUNDED" : "INVALID_INPUT";
    if (booking.seats.length === 1) return this.cancel(booking, dies) === "died" ? "died" : "refunded";
    booking.seats = booking.seats.filter((own) => own !== seat);
    booking.gone.add(seat);
    this.#leave(booking, seat);
    booking.changes++;
    booking.refunds++;
    payBack(booking, Math.min(price, leftOf(booking)), dies ? this.now + this.rules.timeout : null);
    return dies ? "died" : "refunded";
  }

  /** The house has what it had before. */
  #leave(booking: ModelBooking, seat: string): void {
    if (booking.kept.delete(seat)) this.blocked.add(seat);
  }

  /** The seat is nobody's hold any more, whatever its end. */
  #take(seat: string, isBlocked: boolean): void {
    this.blocked.delete(seat);
    if (isBlocked) this.blocked.add(seat);
    for (const holding of this.holdings) if (holding.seats.includes(seat)) holding.lost.add(seat);
  }

  /** Processes everything due at `now`. */
  runScheduledWork(): void {
    for (const holding of this.holdings) {
      if (holding.state !== "paying" || holding.due_at >= this.now) continue;
      if (this.settle(holding) === "challenged") holding.due_at = this.now + lease;
    }
    for (const booking of this.bookings)
      if (booking.owes !== null && booking.owes < this.now) Object.assign(booking, { owes: null, pending: 0 });
  }

  /** What the gateway keeps, in the minor unit: reserved, captured, or not yet paid out. */
  money(): number {
    const reserved = this.holdings.filter((holding) => holding.state === "paying" && holding.payment === "authorized");
    const sold = this.bookings.filter(({ counter }) => counter === null);
    const held = reserved.reduce((sum, { seats }) => sum + seats.length * price, 0);
    return sold.reduce((sum, booking) => sum + leftOf(booking) + booking.pending, held);
  }

  #keep(holding: ModelHolding, wanted: number): number {
    return Math.max(holding.hold_ttl, Math.min(Math.floor(holding.placed_at) + this.rules.max, Math.ceil(wanted)));
  }
}
