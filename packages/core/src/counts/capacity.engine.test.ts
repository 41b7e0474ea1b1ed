import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { largestAmount } from "../money/money.rules.ts";
import { type Counted, createUnits } from "../testing/count-units.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newSeat, openEvent, type Sale } from "../testing/open-event.ts";
import { expectCleanAudit } from "../testing/settle-everything.ts";
import { longestSeatType, mostSeatTypes } from "../venue/limits.rules.ts";
import { readCounts } from "./read-counts.ts";

const units = createUnits();
const transactions = (counted: Counted[]) => counted.flatMap((request) => (request.transaction ? request.units : []));
const say = (line: string) => process.stdout.write(`${line}\n`);

const reports =
  process.env.EVENTLY_ENGINE !== "dynamodb-local" && process.platform === "linux" && process.arch === "x64";
if (!reports) say("skipped: only dynoxide reports the capacity of a transaction in full");

const seatTypes = Array.from({ length: mostSeatTypes }, (_, i) => `${i} `.padEnd(longestSeatType, "x"));
const seatsPerType = 2;
const seats = seatTypes.flatMap((seat_type, i) =>
  Array.from({ length: seatsPerType }, (_, j) => newSeat("A", i * seatsPerType + j + 1, seat_type)),
);
const first = (type: number) => `A-${type * seatsPerType + 1}`;

let core: TestCore;

/** The events whose sales are compared: all limits of seat types and artists used up, and none. */
async function openLarge(): Promise<Sale> {
  const artists = Array.from({ length: 300 }, (_, i) => `${i} `.padEnd(80, "a"));
  const prices = Object.fromEntries(seatTypes.map((type) => [type, largestAmount]));
  const event = { seat_type_prices: prices, artists: artists.slice(0, 12), description: "d".repeat(500) };
  return openEvent(core, { seats, event: { ...event, artists } });
}

/** Sells seats to a new guest and answers the units of the transaction that books and counts them. */
async function sell({ event_id }: Sale, ...positions: string[]): Promise<number> {
  const guest = await newGuest(core);
  const { holding_id } = await placeHold(core, guest, ask(event_id, ...positions));
  await core.background.settled();
  units.take();
  await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
  const [, book = 0] = transactions(units.take());
  return book;
}

async function rollUp(): Promise<number> {
  units.take();
  await core.counterShards.rollUp();
  const [written = 0, ...more] = transactions(units.take());
  expect(more).toEqual([]);
  return written;
}

describe.runIf(reports)("with 40 seat types of 24 letters and 300 artists", () => {
  beforeAll(async () => {
    core = await openCore({ wrap: units.wrap });
  });
  afterAll(() => core.close());

  it("a sale costs what it does with one type and no artists, before and after all types were sold", async () => {
    const plain = await sell(await openEvent(core), "A-1", "A-2", "A-3", "A-4");
    await rollUp();
    const large = await openLarge();
    const atFirst = await sell(large, first(0), first(1), first(2), first(3));
    let inBetween = 0;
    for (let type = 4; type < mostSeatTypes; type += 4)
      inBetween = await sell(large, ...[0, 1, 2, 3].map((i) => first(type + i)));
    const written = await rollUp();
    const afterwards = await sell(large, "A-2", "A-4", "A-6", "A-8");
    const again = await rollUp();
    say(`sale of 4: ${plain} write units; at 40 types ${atFirst}, after a roll-up of all types ${afterwards}`);
    say(`sale of 4 in a shard that counts 36 other types since its last roll-up: ${inBetween} write units`);
    say(`roll-up: ${written} write units after a sale of all 40 types, ${again} after one of four types`);
    expect([atFirst, afterwards]).toEqual([plain, plain]);
    expect(inBetween).toBeLessThanOrEqual(29);
    expect(written).toBeLessThanOrEqual(20);
    expect(again).toBeLessThanOrEqual(16);
    expect((await readCounts(core, large.event_id)).seats_sold).toBe(mostSeatTypes + 4);
    await expectCleanAudit(core, large.event_id);
  });
});
