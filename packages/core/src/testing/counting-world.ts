import { randomUUID } from "node:crypto";
import { TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as fc from "fast-check";
import { expect } from "vitest";
import type { Counts } from "../analytics/analytics.ts";
import { type Attempts, createAttempts } from "../analytics/attempts.ts";
import {
  addToLane,
  readTally,
  type Tally,
  tallyBooking,
  tallyCancellation,
  toCounts,
} from "../analytics/counts.table.ts";
import { listLanes } from "../analytics/fold-lanes.ts";
import { createLanes, type Lanes } from "../analytics/lanes.ts";
import { readCounts } from "../analytics/read-counts.ts";
import { recount, type SaleCounts } from "../audit/recount.ts";
import { cancelBookingItem, putBooking, toBooking } from "../booking/booking.table.ts";
import { Booking } from "../booking/booking.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { interpose } from "./interpose.ts";

type Command = { input: unknown };
/** A request under way: what becomes of it is for the history to say. */
type Flight = { process: Process; command: Command; answer: (given: unknown) => void; fail: (error: unknown) => void };
type Process = { table: Table; lanes: Lanes; attempts: Attempts; asked: number };
type Seen = { counts: Counts; onEvent: Counts };

const seatTypes = ["Stalls", "Balcony"];
const rising = ["total_bookings", "total_cancellations", "hold_attempts", "holds_placed", "gross", "refunded"] as const;

/**
 * Three processes that sell one event over a wire on which any request may be answered late, twice or never. Counts what
 * must be true in the simplest way: from the bookings that stand in the table, and from which messages about holds ever
 * arrived.
 */
class CountingWorld {
  readonly done: Record<string, number> = {};
  readonly #table: Table;
  readonly #event_id: string;
  readonly #processes: Process[] = [];
  readonly #bookings: Booking[] = [];
  readonly #arrived = new Map<string, { hold_attempts: number; holds_placed: number }>();
  readonly #newest = new Map<string, number>();
  readonly #history: Seen[] = [];
  readonly #parsed = new Map<string, Booking>();
  #flights: Flight[] = [];
  #late: Command[] = [];
  #now = 1_800_000_000;
  #bookingNumber = 0;
  #unsure = 0;
  #asked = 0;

  constructor(table: Table, event_id: string) {
    this.#table = table;
    this.#event_id = event_id;
    for (let i = 0; i < 3; i++) this.#processes.push(this.#start());
  }

  async open(): Promise<void> {
    await transact(this.#table, [{ put: keys.event(this.#event_id) }]);
    await this.#look();
  }

  #start(): Process {
    const table = interpose(
      this.#table,
      (command) =>
        new Promise((answer, fail) => {
          this.#flights.push({ process, command, answer, fail });
        }),
    );
    const clock = () => this.#now;
    const lanes = createLanes(table, clock, randomUUID());
    const report = (error: unknown) => {
      if (String(error).includes("were not counted")) this.#unsure++;
    };
    const process: Process = {
      ...{ table, lanes, asked: 0 },
      attempts: createAttempts({ table, clock, lanes, report, pauseMs: 0 }),
    };
    return process;
  }

  #process(n: number): Process {
    const process = this.#processes[n % this.#processes.length];
    if (!process) throw new Error("no process");
    return process;
  }

  #count(what: string): void {
    this.done[what] = (this.done[what] ?? 0) + 1;
  }

  async take(kind: Step, n: number): Promise<void> {
    this.#count(kind);
    await this[kind](n);
    await settled();
  }

  book(n: number): void {
    const booking = this.#describeBooking(n);
    this.#sell(n, [putBooking(booking)], tallyBooking(booking), () => this.#bookings.push(booking));
  }

  cancel(n: number): void {
    const booking = this.#bookings[n % Math.max(1, this.#bookings.length)];
    if (!booking) return;
    const cancel = cancelBookingItem(booking, toInstant(this.#now), booking.total);
    this.#sell(n, [cancel], tallyCancellation(booking));
  }

  #sell(n: number, actions: Action[], tally: Tally, then = () => {}): void {
    const { lanes, table } = this.#process(n);
    const sold = lanes.borrow(this.#event_id, (lane) =>
      transact(table, [...actions, addToLane(lane, tally, this.#now)]),
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

  hold(n: number): void {
    const process = this.#process(n);
    process.asked++;
    this.#asked++;
    void process.attempts.count(this.#event_id, { won: n % 2 === 0 });
  }

  fold(n: number): void {
    this.#process(n)
      .lanes.fold()
      .catch(() => this.#count("unanswered fold"));
  }

  resend(n: number): void {
    void this.#process(n).attempts.resend();
  }

  /** What is read must be what was true at one instant between the asking and the answer. */
  read(n: number): void {
    const { table, lanes } = this.#process(n);
    const since = this.#history.length - 1;
    readCounts({ table, lanes, clock: () => this.#now }, this.#event_id).then(
      ({ last_hold_at: _, ...read }) => {
        this.#count("answered read");
        const truths = this.#history.slice(since).map(({ counts }) => JSON.stringify(counts));
        if (!truths.includes(JSON.stringify(read))) this.#wrong(`read ${JSON.stringify(read)}, true was ${truths}`);
      },
      () => this.#count("unanswered read"),
    );
  }

  pass(n: number): void {
    const seconds = [0.3, 3, 11, 130, 700, 200_000][n % 6] ?? 1;
    this.#now += seconds;
    if (seconds > 86_400) this.#forgetHolds();
  }

  /** A message about holds is not under way for a day: its lane may be gone. Nothing else is bound by time. */
  #forgetHolds(): void {
    this.#late = this.#late.filter((command) => !(command instanceof UpdateCommand));
    const gone = this.#flights.filter(({ command }) => command instanceof UpdateCommand);
    this.#flights = this.#flights.filter((flight) => !gone.includes(flight));
    for (const { fail } of gone) fail(broken());
  }

  async deliver(n: number): Promise<void> {
    const flight = this.#flights.splice(n % Math.max(1, this.#flights.length), 1)[0];
    if (!flight) return;
    try {
      flight.answer(await this.#arrive(flight.command));
    } catch (error) {
      flight.fail(error);
    }
  }

  async deliverAll(): Promise<void> {
    for (let left = this.#flights.length; left > 0; left--) {
      await this.deliver(0);
      await settled();
    }
  }

  async loseAnswer(n: number): Promise<void> {
    const flight = this.#flights.splice(n % Math.max(1, this.#flights.length), 1)[0];
    if (!flight) return;
    await this.#arrive(flight.command).catch(() => null);
    flight.fail(broken());
  }

  /** The engine carries it out when it is sent, and once more later, with no memory of the first time. */
  async double(n: number): Promise<void> {
    const command = this.#flights[n % Math.max(1, this.#flights.length)]?.command;
    if (command) this.#late.push(command);
    await this.deliver(n);
  }

  delay(n: number): void {
    const flight = this.#flights.splice(n % Math.max(1, this.#flights.length), 1)[0];
    if (!flight) return;
    this.#late.push(flight.command);
    flight.fail(broken());
  }

  async comeLate(n: number): Promise<void> {
    const command = this.#late.splice(n % Math.max(1, this.#late.length), 1)[0];
    if (!command) return;
    if (command instanceof TransactWriteCommand) command.input.ClientRequestToken = randomUUID();
    await this.#arrive(command).catch(() => null);
  }

  /** The process forgets everything; of what it had sent some arrives later and some never. */
  die(n: number): void {
    const process = this.#process(n);
    const sent = this.#flights.filter((flight) => flight.process === process);
    this.#flights = this.#flights.filter((flight) => flight.process !== process);
    this.#late.push(...sent.filter((_, i) => (n + i) % 2 === 0).map(({ command }) => command));
    if (process.asked > 0) this.#unsure++;
    this.#processes[n % this.#processes.length] = this.#start();
  }

  /** The wire is well again, everybody does what they do every second, and nobody sells: all must come home. */
  async end(): Promise<void> {
    while (this.#late.length > 0) await this.take("comeLate", 0);
    for (let round = 0; round < 4 && !(await this.#isHome()); round++) {
      for (const n of this.#processes.keys()) await this.take("resend", n);
      await this.#deliverToTheLast();
      this.#now += 11;
      await this.take("read", round);
      await this.#deliverToTheLast();
      for (const n of this.#processes.keys()) await this.take("fold", n);
    }
    const { counts, onEvent } = await this.#look();
    if (JSON.stringify(counts) !== JSON.stringify(onEvent)) this.#wrong(`left in lanes: ${JSON.stringify(counts)}`);
    if (this.#unsure === 0 && counts.hold_attempts !== this.#asked)
      this.#wrong(`${this.#asked} holds were asked for, ${counts.hold_attempts} counted`);
  }

  async #isHome(): Promise<boolean> {
    await this.#deliverToTheLast();
    const { counts, onEvent } = await this.#look();
    return JSON.stringify(counts) === JSON.stringify(onEvent) && counts.hold_attempts === this.#asked;
  }

  async #deliverToTheLast(): Promise<void> {
    while (this.#flights.length > 0) await this.take("deliver", 0);
  }

  async #arrive(command: Command): Promise<unknown> {
    this.#note(command);
    try {
      return await this.#table.send(command as Parameters<Table["send"]>[0]);
    } finally {
      if (command instanceof TransactWriteCommand || command instanceof UpdateCommand) await this.#look();
    }
  }

  /**
   * A message about holds counts from when it first arrives, whatever the table makes of it. One that comes after a newer
   * one was given up by its process, which has said so.
   */
  #note(command: Command): void {
    if (!(command instanceof UpdateCommand)) return;
    const { Key, ExpressionAttributeValues: values = {}, ExpressionAttributeNames: names = {} } = command.input;
    const [lane, sequence] = [String(Key?.sk), Number(values[":sequence"])];
    if ((this.#newest.get(lane) ?? 0) > sequence) return;
    this.#newest.set(lane, sequence);
    const amount = (name: string) => Number(values[`:${alias(names, name)}`] ?? 0);
    const holds = { hold_attempts: amount("hold_attempts"), holds_placed: amount("holds_placed") };
    this.#arrived.set(`${lane} ${sequence}`, holds);
  }

  /** After every write: EVENT and the lanes have exactly what is true, EVENT never too much, no lane less than nothing. */
  async #look(): Promise<Seen> {
    const event = await readItem(this.#table, keys.event(this.#event_id));
    const lanes = await listLanes(this.#table, this.#event_id);
    const bookings: Booking[] = [];
    for await (const item of queryItems(this.#table, { ...bookingsOf(this.#event_id), consistent: true }))
      bookings.push(this.#parse(item));
    const seen = { counts: toCounts(readTally(event, ...lanes)), onEvent: toCounts(readTally(event)) };
    this.#compare(seen.counts, recount(bookings));
    const last = this.#history.at(-1)?.onEvent;
    for (const name of rising) {
      if (seen.onEvent[name] > seen.counts[name]) this.#wrong(`EVENT has ${seen.onEvent[name]} ${name}, too many`);
      if (last && seen.onEvent[name] < last[name]) this.#wrong(`${name} of EVENT fell to ${seen.onEvent[name]}`);
      for (const lane of lanes) if (Number(lane[name] ?? 0) < 0) this.#wrong(`${lane.sk} has ${lane[name]} ${name}`);
    }
    this.#history.push(seen);
    return seen;
  }

  #parse(item: Item): Booking {
    const known = this.#parsed.get(`${item.sk} ${item.state}`) ?? toBooking(item);
    this.#parsed.set(`${item.sk} ${item.state}`, known);
    return known;
  }

  #compare(counts: Counts, sales: SaleCounts): void {
    const holds = [...this.#arrived.values()];
    const truth = toCounts({});
    Object.assign(truth, sales, {
      hold_attempts: holds.reduce((sum, one) => sum + one.hold_attempts, 0),
      holds_placed: holds.reduce((sum, one) => sum + one.holds_placed, 0),
      by_seat_type: Object.fromEntries(Object.entries(sales.by_seat_type).toSorted()),
    });
    const sold = Object.entries(counts.by_seat_type).filter(([, type]) => type.seats_sold !== 0 || type.revenue !== 0);
    const counted = JSON.stringify({ ...counts, by_seat_type: Object.fromEntries(sold) });
    if (counted !== JSON.stringify(truth)) this.#wrong(`counted ${counted}, true is ${JSON.stringify(truth)}`);
  }

  /** Kept until it is asked for: what is wrong may be seen where nobody waits for an answer. */
  readonly wrongs: string[] = [];
  #wrong(what: string): void {
    this.wrongs.push(what);
  }
}

export const steps = [
  ...(["book", "book", "book", "cancel", "hold", "hold", "fold", "fold", "read", "resend", "pass", "pass"] as const),
  ...(["deliver", "deliver", "deliver", "deliver", "deliverAll", "deliverAll"] as const),
  ...(["loseAnswer", "double", "delay", "comeLate", "die"] as const),
];
type Step = (typeof steps)[number];

export const anyHistory = fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(999)), {
  ...{ minLength: 20, maxLength: 70, size: "max" },
});

/** Lives through a history on a table that has nothing of the event yet; answers how often each thing happened. Fails at the first wrong. */
export async function live(table: Table, event_id: string, history: [Step, number][]): Promise<Record<string, number>> {
  const world = new CountingWorld(table, event_id);
  await world.open();
  for (const [kind, n] of history) {
    await world.take(kind, n);
    expect(world.wrongs.slice(0, 1)).toEqual([]);
  }
  await world.end();
  expect(world.wrongs.slice(0, 1)).toEqual([]);
  return world.done;
}

const alias = (names: Record<string, string>, name: string): string =>
  (Object.entries(names).find(([, one]) => one === name)?.[0] ?? "").slice(1);

const broken = () => Object.assign(new Error("socket hang up"), { code: "ECONNRESET", $metadata: { attempts: 4 } });

/** Everything that needs no answer of the wire has happened. */
const settled = () => new Promise((resume) => setImmediate(resume));
