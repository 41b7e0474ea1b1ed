import { beforeEach, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { extendHold } from "../hold/extend-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { networksOf } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { interpose } from "../testing/interpose.ts";
import type { TestCore } from "../testing/open-core.ts";
import { openCores } from "../testing/open-cores.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { race, times } from "../testing/race.ts";
import type { Actor } from "../user/user.ts";
import type { Network } from "./network.ts";

const open = openCores();
const office: Network = { near: "office", wide: null };
const elsewhere: Network = { near: "elsewhere", wide: null };

let core: TestCore;
let other: TestCore;
let isDown = false;
let sale: Sale;
let taken = 0;

beforeEach(async () => {
  isDown = false;
  taken = 0;
  core = await open();
  other = await open({
    alongside: core,
    wrap: (table) =>
      interpose(table, ({ input }, send) => {
        const isLost = isDown && JSON.stringify(input).includes(networksOf(sale.event_id));
        return isLost ? Promise.reject(new Error("the table can't be reached")) : send();
      }),
  });
  // 180 seats: 20 are more than 4 percent of them.
  sale = await openEvent(core, { rows: 18, perRow: 10 });
});

const seats = (count: number) =>
  times(count, () => {
    const seat = `${String.fromCharCode(65 + Math.floor(taken / 10))}-${(taken % 10) + 1}`;
    taken++;
    return seat;
  });
const someone = async (network: Network | null = office): Promise<Actor> => ({ ...(await newGuest(core)), network });
const hold = async (
  count: number,
  { process = core, network = office as Network | null, actor = null as Actor | null } = {},
) => placeHold(process, actor ?? (await someone(network)), ask(sale.event_id, ...seats(count)));
const buy = async (process: TestCore, actor: Actor, { holding_id }: HoldingView) => {
  const booking = await confirmHold(process, actor, { holding_id, payment: { token: "tok_visa" } });
  await process.background.settled();
  return booking as BookingView;
};
const isRefused = { code: "NETWORK_LIMIT" };

async function share(): Promise<void> {
  for (const process of [core, other, core]) await process.unpaidSeats.share();
}

async function readShared() {
  const items = [];
  for await (const item of queryItems(core.table, { partition: networksOf(sale.event_id), consistent: true }))
    items.push(item);
  return items;
}

describe("the unpaid seats of a network", () => {
  it("are at most 20 in a small hall, and the refusal says when the next of them end", async () => {
    await hold(10);
    core.clock.advance(60);
    await hold(10);
    const refused = hold(1);
    await expect(refused).rejects.toMatchObject({ ...isRefused, details: { retry_after: expect.any(Number) } });
    const { retry_after } = await refused.catch(({ details }) => details);
    expect(Math.abs(retry_after - 120)).toBeLessThanOrEqual(1);
    await hold(1, { network: elsewhere });
    await hold(1, { network: null });
    core.clock.advance(retry_after + 1);
    await hold(10);
    await expect(hold(1)).rejects.toMatchObject(isRefused);
  });

  it("are as many of 40 concurrent requests as of one after the other", async () => {
    const guests = await Promise.all(times(40, () => someone()));
    const { won, refused, broken } = await race(guests.map((actor) => hold(3, { actor })));
    expect({ won: won.length, refused, broken }).toEqual({ won: 6, refused: { NETWORK_LIMIT: 34 }, broken: [] });
  });

  it("are free again once they are released, refused or paid, and each paid seat adds two", async () => {
    const actor = await someone();
    const first = await hold(10, { actor });
    await releaseHold(core, actor, first);
    await hold(10);
    const buyer = await someone();
    const second = await hold(10, { actor: buyer });
    await expect(hold(1)).rejects.toMatchObject(isRefused);
    await expect(placeHold(core, buyer, ask(sale.event_id, first.seats[0] ?? ""))).rejects.toMatchObject(isRefused);
    await buy(core, buyer, second);
    for (let i = 0; i < 3; i++) await hold(10);
    await expect(hold(1)).rejects.toMatchObject(isRefused);
    core.clock.advance(901);
    await hold(10);
    await hold(10);
    await expect(hold(1)).rejects.toMatchObject(isRefused);
  });

  it("last as long as their hold, also if it is extended by several requests at once", async () => {
    const actor = await someone();
    const first = await hold(10, { actor });
    expect((await race(times(10, () => extendHold(core, actor, first)))).broken).toEqual([]);
    await hold(10);
    core.clock.advance(200);
    await hold(10);
    await expect(hold(1)).rejects.toMatchObject(isRefused);
    core.clock.advance(120);
    await hold(1);
  });

  it("do not stop somebody who has a paid booking, until it is cancelled", async () => {
    const buyer = await someone();
    const booking = await buy(core, buyer, await hold(1, { actor: buyer }));
    for (const count of [10, 10, 2]) await hold(count);
    await expect(hold(1)).rejects.toMatchObject(isRefused);
    const more = await hold(1, { actor: buyer });
    await releaseHold(core, buyer, more);
    await cancelBooking(core, buyer, booking);
    await expect(hold(1, { actor: buyer })).rejects.toMatchObject(isRefused);
  });

  it("are at most twice as many, also of people who have paid and cancel afterwards", async () => {
    const buyers = await Promise.all(times(5, () => someone()));
    for (const actor of buyers) await buy(core, actor, await hold(1, { actor }));
    for (const count of [10, 10, 10]) await hold(count);
    const held = [];
    for (const actor of buyers.slice(0, 3)) held.push(await hold(10, { actor }));
    await expect(hold(1, { actor: buyers[3] ?? null })).rejects.toMatchObject(isRefused);
    expect(held).toHaveLength(3);
  });

  it("are not allowed more by booking, cancelling and booking again", async () => {
    for (let i = 0; i < 4; i++) {
      const actor = await someone();
      const booking = await buy(core, actor, await hold(10, { actor }));
      await cancelBooking(i % 2 === 0 ? core : other, actor, booking);
      await Promise.all([core, other].map(({ background }) => background.settled()));
      await share();
    }
    await hold(10);
    await hold(10);
    await share();
    for (const process of [core, other]) await expect(hold(1, { process })).rejects.toMatchObject(isRefused);
  });

  it("of a /48 are ten times as many, from whichever /64", async () => {
    const wide = await openEvent(core, { rows: 24, perRow: 10 });
    for (let i = 0; i < 20; i++) {
      const actor = await someone({ near: `home-${Math.floor(i / 2)}`, wide: "provider" });
      const row = String.fromCharCode(65 + i);
      await placeHold(core, actor, ask(wide.event_id, ...times(10, (n) => `${row}-${n + 1}`)));
    }
    const next = await someone({ near: "home-11", wide: "provider" });
    await expect(placeHold(core, next, ask(wide.event_id, "U-1"))).rejects.toMatchObject(isRefused);
  });
});

describe("the unpaid seats of a network, in two processes", () => {
  it("exceed the limit by a quarter at most, of 40 concurrent requests that nobody has shared before", async () => {
    const guests = await Promise.all(times(40, () => someone()));
    const asked = guests.map((actor, i) => hold(3, { actor, process: i % 2 === 0 ? core : other }));
    const { won, broken } = await race(asked);
    const held = won.reduce((sum, { seats }) => sum + seats.length, 0);
    expect(broken).toEqual([]);
    expect(held).toBeLessThanOrEqual(25);
    expect(held).toBeGreaterThanOrEqual(6);
  });

  it("are counted together once they were shared, and only above a quarter of the limit", async () => {
    await hold(5);
    await share();
    expect(await readShared()).toEqual([]);
    await hold(10);
    await share();
    expect(await readShared()).toHaveLength(1);
    await hold(1, { process: other });
    await other.background.settled();
    await hold(4, { process: other });
    await expect(hold(1, { process: other })).rejects.toMatchObject(isRefused);
    await share();
    await expect(hold(1)).rejects.toMatchObject(isRefused);
    expect(JSON.stringify(await readShared())).toContain("office");
  });

  it("are right whichever process extends, releases or sells them", async () => {
    const [keeper, leaver, buyer] = [await someone(), await someone(), await someone()];
    const kept = await hold(8, { actor: keeper });
    const left = await hold(6, { actor: leaver });
    const bought = await hold(6, { actor: buyer });
    await share();
    await extendHold(other, keeper, kept);
    await releaseHold(other, leaver, left);
    await buy(other, buyer, bought);
    await share();
    // 20 and 2 × 6 for those bought are allowed, and 8 are held.
    for (const [count, process] of [
      [10, core],
      [10, other],
    ] as const) {
      await hold(count, { process });
      await share();
    }
    await expect(hold(5)).rejects.toMatchObject(isRefused);
    await hold(4, { process: other });
    // The extended hold outlives the others.
    core.clock.advance(200);
    await share();
    for (const process of [core, other]) await hold(10, { process }).then(share);
    await hold(4).then(share);
    await expect(hold(1, { process: other })).rejects.toMatchObject(isRefused);
  });

  it("are counted by each for itself while they can't be shared, and no sale waits", async () => {
    await hold(10);
    await core.unpaidSeats.share();
    isDown = true;
    await hold(10, { process: other });
    await expect(other.unpaidSeats.share()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await hold(10, { process: other });
    await expect(hold(1, { process: other })).rejects.toMatchObject(isRefused);
    isDown = false;
    await other.unpaidSeats.share();
    await core.unpaidSeats.share();
    await expect(hold(1)).rejects.toMatchObject(isRefused);
  });

  it("are no longer shared once their holds have ended", async () => {
    await hold(10);
    await share();
    core.clock.advance(400);
    await share();
    expect((await readShared()).map(({ networks }) => networks)).toEqual([{}]);
  });
});
