import { randomUUID } from "node:crypto";
import { TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as fc from "fast-check";
import { expect } from "vitest";
import { cancelBookingItem, putBooking } from "../booking/booking.table.ts";
import { Booking } from "../booking/booking.ts";
import { type CounterShards, createCounterShards } from "../counts/counter-shards.ts";
import { addToShard, type Tally, tallyBooking, tallyCancellation } from "../counts/counts.table.ts";
import { createHoldRequests, type HoldRequests } from "../counts/hold-requests.ts";
import { readCounts } from "../counts/read-counts.ts";
import type { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import type { Table } from "../table/table.ts";
import { type Action, transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { CountTruth } from "./count-truth.ts";
import { type Command, LateWire } from "./late-wire.ts";

type Process = { table: Table; shards: CounterShards; holdRequests: HoldRequests; requested: number };

const seatTypes = ["Stalls", "Balcony"];

/** Three processes that sell one event over an unreliable connection; the counts are checked after every write. */
class CountingWorld {
  readonly done: Record<string, number> = {};
  readonly truth: CountTruth;
  readonly #table: Table;
  readonly #event_id: EventId;
  readonly #wire = new LateWire((command) => this.#arrive(command));
  readonly #processes: Process[] = [];
  readonly #bookings: Booking[] = [];
  #now = 1_800_000_000;
  #bookingNumber = 0;
  /** Batches of hold requests that a process lost or gave up. */
  #forgotten = 0;
  #requested = 0;

  constructor(table: Table, event_id: EventId) {
    this.#table = table;
    this.#event_id = event_id;
    this.truth = new CountTruth(table, event_id);
    for (let i = 0; i < 3; i++) this.#processes.push(this.#start());
  }

  async open(): Promise<void> {
    await transact(this.#table, [{ put: keys.event(this.#event_id) }]);
    await this.truth.look();
  }

  async take(kind: Step, n: number): Promise<void> {
    this.#count(kind);
    await this[kind](n);
    await settled();
    expect(this.truth.wrongs.slice(0, 1)).toEqual([]);
  }

  book(n: number): void {
    const booking = this.#describeBooking(n);
    this.#sell(n, [putBooking(booking)], tallyBooking(booking), () => this.#bookings.push(booking));
  }

  cancel(n: number): void {
    const booking = this.#bookings[n % Math.max(1, this.#bookings.length)];
    if (!booking) return;
    const given = { cancelled_at: toInstant(this.#now), refund: { amount: booking.total }, refunded: booking.total };
    const cancelled = { ...booking, ...given, state: "cancelled" } as const;
    const actions = [cancelBookingItem(booking, { cancelled, onlyIfNobodyIsIn: false })];
    this.#sell(n, actions, tallyCancellation(booking, cancelled));
  }

  hold(n: number): void {
    const process = this.#process(n);
    process.requested++;
    this.#requested++;
    void process.holdRequests.count(this.#event_id, { won: n % 2 === 0 });
  }

  rollUp(n: number): void {
    const rolledUp = this.#process(n).shards.rollUp();
    rolledUp.catch(() => this.#count("unanswered roll-up"));
  }

  resend(n: number): void {
    void this.#process(n).holdRequests.resend();
  }

  read(n: number): void {
    const { table, shards: counterShards } = this.#process(n);
    const compare = this.truth.reading();
    readCounts({ table, counterShards, clock: () => this.#now }, this.#event_id).then(
      ({ last_hold_at: _, ...read }) => {
        this.#count("answered read");
        compare(read);
      },
      () => this.#count("unanswered read"),
    );
  }

  /** No batch of hold requests is in flight for a day, since its shard may be gone. Nothing else has a time limit. */
  pass(n: number): void {
    const seconds = [0.3, 3, 11, 130, 700, 200_000][n % 6] ?? 1;
    this.#now += seconds;
    if (seconds > 86_400) this.#wire.lose((command) => command instanceof UpdateCommand);
  }

  /** The process loses its memory. */
  die(n: number): void {
    const process = this.#process(n);
    this.#wire.cut(process, n);
    if (process.requested > 0) this.#forgotten++;
    this.#processes[n % this.#processes.length] = this.#start();
  }

  readonly deliver = (n: number) => this.#wire.deliver(n);
  readonly loseAnswer = (n: number) => this.#wire.loseAnswer(n);
  readonly double = (n: number) => this.#wire.double(n);
  readonly delay = (n: number) => this.#wire.delay(n);
  readonly comeLate = (n: number) => this.#wire.comeLate(n);

  async deliverAll(): Promise<void> {
    for (let left = this.#wire.underWay(); left > 0; left--) {
      await this.deliver(0);
      await settled();
    }
  }

  /** The connection recovers, every process does its periodic work, and nobody sells: all counts must reach EVENT. */
  async end(): Promise<void> {
    while (this.#wire.late() > 0) await this.take("comeLate", 0);
    for (let round = 0; round < 4 && !(await this.#isHome()); round++) {
      for (const n of this.#processes.keys()) await this.take("resend", n);
      await this.#deliverToTheLast();
      this.#now += 11;
      await this.take("read", round);
      await this.#deliverToTheLast();
      for (const n of this.#processes.keys()) await this.take("rollUp", n);
    }
    await this.#deliverToTheLast();
    const { counts, onEvent } = await this.truth.look();
    expect(onEvent).toEqual(counts);
    if (this.#forgotten === 0) expect(counts.hold_attempts).toBe(this.#requested);
    expect(counts.hold_attempts).toBeLessThanOrEqual(this.#requested);
  }

  async #isHome(): Promise<boolean> {
    await this.#deliverToTheLast();
    const { counts, onEvent } = await this.truth.look();
    return JSON.stringify(counts) === JSON.stringify(onEvent) && counts.hold_attempts === this.#requested;
  }

  async #deliverToTheLast(): Promise<void> {
    while (this.#wire.underWay() > 0) await this.take("deliver", 0);
  }

  async #arrive(command: Command): Promise<unknown> {
    this.truth.note(command);
    try {
      return await this.#table.send(command as Parameters<Table["send"]>[0]);
    } finally {
      if (command instanceof TransactWriteCommand || command instanceof UpdateCommand) await this.truth.look();
    }
  }

  #start(): Process {
    const process = { requested: 0 };
    const table = this.#wire.connect(process, this.#table);
    const clock = () => this.#now;
    const shards = createCounterShards(table, clock, randomUUID());
    const report = (error: unknown) => {
      if (String(error).includes("were not counted")) this.#forgotten++;
    };
    const holdRequests = createHoldRequests({ table, clock, shards, report, pauseMs: 0 });
    return Object.assign(process, { table, shards, holdRequests });
  }

  #process(n: number): Process {
    const process = this.#processes[n % this.#processes.length];
    if (!process) throw new Error("no process");
    return process;
  }

  #sell(n: number, actions: Action[], tally: Tally, then = () => {}): void {
    const { shards, table } = this.#process(n);
    const sold = shards.acquire(this.#event_id, (shard) =>
      transact(table, [...actions, addToShard(shard, tally, this.#now)]),
    );
    sold.then(then, () => this.#count("unanswered sale"));
  }

  #describeBooking(n: number): Booking {
    const number = ++this.#bookingNumber;
    const lines = Array.from({ length: 1 + (n % 3) }, (_, i) => ({
      ...{ seat: `A-${i + 1}`, seat_type: seatTypes[(n + i) % 2] },
      price: 100 * (n % 5),
    }));
    const booking_id = `booking-${String(number).padStart(5, "0")}`;
    return Booking.parse({
      ...{ booking_id, event_id: this.#event_id, user_id: "user-00001", holding_id: "holding-00001" },
      ...{ seats: lines.map(({ seat }) => seat), lines, currency: "USD", payment_id: null },
      total: lines.reduce((sum, { price }) => sum + price, 0),
      booking_date: toInstant(1_700_000_000 + number).replace("Z", "000000Z"),
      ...{ state: "confirmed", cancelled_at: null, refund: null },
    });
  }

  #count(kind: string): void {
    this.done[kind] = (this.done[kind] ?? 0) + 1;
  }
}

export const steps = [
  ...([
    "book",
    "book",
    "book",
    "cancel",
    "hold",
    "hold",
    "rollUp",
    "rollUp",
    "read",
    "resend",
    "pass",
    "pass",
  ] as const),
  ...(["deliver", "deliver", "deliver", "deliver", "deliverAll", "deliverAll"] as const),
  ...(["loseAnswer", "double", "delay", "comeLate", "die"] as const),
];
type Step = (typeof steps)[number];

export const anyHistory = fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(999)), {
  ...{ minLength: 20, maxLength: 70, size: "max" },
});

/** Runs a history on a table new to the event; returns how often each step ran. Fails at the first wrong count. */
export async function live(
  table: Table,
  event_id: EventId,
  history: [Step, number][],
): Promise<Record<string, number>> {
  const world = new CountingWorld(table, event_id);
  await world.open();
  for (const [kind, n] of history) await world.take(kind, n);
  await world.end();
  expect(world.truth.wrongs.slice(0, 1)).toEqual([]);
  return world.done;
}

/** Lets everything run that needs no response. */
const settled = () => new Promise((resume) => setImmediate(resume));
