import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { recount, type SaleCounts } from "../audit/recount.ts";
import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { readTally, toCounts } from "../counts/counts.table.ts";
import type { Counts } from "../counts/counts.ts";
import { listShards } from "../counts/roll-up-shards.ts";
import type { EventId } from "../ids.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import type { Command } from "./late-wire.ts";

type Seen = { counts: Counts; onEvent: Counts };

const rising = ["total_bookings", "total_cancellations", "hold_attempts", "holds_placed", "gross", "refunded"] as const;

/**
 * The expected counts of an event, derived in the simplest way: from the stored bookings and the hold batches that ever
 * arrived. `wrongs` collects differences, since some are found outside of any request.
 */
export class CountTruth {
  readonly wrongs: string[] = [];
  readonly #table: Table;
  readonly #event_id: EventId;
  readonly #arrived = new Map<string, { hold_attempts: number; holds_placed: number }>();
  readonly #newest = new Map<string, number>();
  readonly #history: Seen[] = [];
  readonly #parsed = new Map<string, Booking>();

  constructor(table: Table, event_id: EventId) {
    this.#table = table;
    this.#event_id = event_id;
  }

  /**
   * A batch of hold requests counts once it first arrives, whatever the table does with it. One that arrives after a
   * newer one was given up and reported by its process.
   */
  note(command: Command): void {
    if (!(command instanceof UpdateCommand)) return;
    const { Key, ExpressionAttributeValues: values = {}, ExpressionAttributeNames: names = {} } = command.input;
    const [shard, sequence] = [String(Key?.sk), Number(values[":sequence"])];
    if ((this.#newest.get(shard) ?? 0) > sequence) return;
    this.#newest.set(shard, sequence);
    const amount = (name: string) => Number(values[`:${alias(names, name)}`] ?? 0);
    const holds = { hold_attempts: amount("hold_attempts"), holds_placed: amount("holds_placed") };
    this.#arrived.set(`${shard} ${sequence}`, holds);
  }

  /**
   * Call after every write: EVENT and the shards together have exactly the true counts, EVENT never too much and no
   * shard less than zero.
   */
  async look(): Promise<Seen> {
    const event = await readItem(this.#table, keys.event(this.#event_id));
    const shards = await listShards(this.#table, this.#event_id);
    const bookings: Booking[] = [];
    for await (const item of queryItems(this.#table, { ...bookingsOf(this.#event_id), consistent: true }))
      bookings.push(this.#parse(item));
    const seen = { counts: toCounts(readTally(event, ...shards)), onEvent: toCounts(readTally(event)) };
    this.#compare(seen.counts, recount(bookings));
    const last = this.#history.at(-1)?.onEvent;
    for (const name of rising) {
      if (seen.onEvent[name] > seen.counts[name]) this.wrongs.push(`EVENT has ${seen.onEvent[name]} ${name}, too many`);
      if (last && seen.onEvent[name] < last[name]) this.wrongs.push(`${name} of EVENT fell to ${seen.onEvent[name]}`);
      for (const shard of shards)
        if (Number(shard[name] ?? 0) < 0) this.wrongs.push(`shard ${shard.sk} has ${shard[name]} ${name}`);
    }
    this.#history.push(seen);
    return seen;
  }

  /** Call when a read begins; returns a check whether the counts read were true at one instant since. */
  reading(): (read: Counts) => void {
    const since = this.#history.length - 1;
    return (read) => {
      const truths = this.#history.slice(since).map(({ counts }) => JSON.stringify(counts));
      if (!truths.includes(JSON.stringify(read)))
        this.wrongs.push(`read ${JSON.stringify(read)}, true was ${truths.join(" or ")}`);
    };
  }

  #parse(item: Item): Booking {
    const known = this.#parsed.get(`${item.sk} ${item.state}`) ?? toBooking(item);
    this.#parsed.set(`${item.sk} ${item.state}`, known);
    return known;
  }

  #compare(counts: Counts, sales: SaleCounts): void {
    const holds = [...this.#arrived.values()];
    const truth = {
      ...toCounts({}),
      ...sales,
      hold_attempts: holds.reduce((sum, item) => sum + item.hold_attempts, 0),
      holds_placed: holds.reduce((sum, item) => sum + item.holds_placed, 0),
      by_seat_type: Object.fromEntries(Object.entries(sales.by_seat_type).toSorted()),
    };
    const sold = Object.entries(counts.by_seat_type).filter(([, type]) => type.seats_sold !== 0 || type.revenue !== 0);
    const counted = JSON.stringify({ ...counts, by_seat_type: Object.fromEntries(sold) });
    if (counted !== JSON.stringify(truth)) this.wrongs.push(`counted ${counted}, true is ${JSON.stringify(truth)}`);
  }
}

const alias = (names: Record<string, string>, name: string): string =>
  (Object.entries(names).find(([, spelled]) => spelled === name)?.[0] ?? "").slice(1);
