import { BatchGetCommand, GetCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { changeEvent } from "../event-change/change-event.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import type { Network } from "../network/network.ts";
import type { Table } from "../table/table.ts";
import { interpose } from "../testing/interpose.ts";
import { ask, newOrganizer, openEvent } from "../testing/open-event.ts";
import { home, openHolders } from "../testing/open-holders.ts";
import { times } from "../testing/race.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { listHolders } from "./list-holders.ts";
import { releaseHolds } from "./release-holds.ts";

/** Items that were read by `other`, one by one. */
let read = 0;
const countReads = (table: Table) =>
  interpose(table, (command, send) => {
    if (command instanceof GetCommand) read++;
    if (command instanceof BatchGetCommand)
      for (const { Keys = [] } of Object.values(command.input.RequestItems ?? {})) read += Keys.length;
    return send();
  });
const payment = { token: "tok_visa" };

const holders = await openHolders({ wrap: countReads });
const { core, other, someone, hold, readJournal } = holders;

const list = (limit = 50, cursor?: string) =>
  listHolders(core, holders.sale.organizer, { event_id: holders.sale.event_id, limit, cursor });

describe("who holds how much of an event", () => {
  it("is listed by connection, those with most seats first, without an address or a name", async () => {
    const [a, b, c] = [await someone(), await someone(), await someone(home)];
    const first = await hold(a, "A-1", "A-2", "A-3");
    core.clock.advance(5);
    const second = await hold(b, "B-1", "B-2");
    await hold({ ...(await newOrganizer(core)), network: home }, "C-1");
    const paying = await hold(c, "D-1");
    await confirmHold(core, c, { holding_id: paying.holding_id, payment: { token: "tok_challenge" } });
    await hold(await someone(null), "E-1");
    const holders = await list();
    expect(holders).toMatchObject({ next_cursor: null, seats_held: 8, seat_count: 50, seats_per_connection: 20 });
    const [most, next, last] = holders.items;
    expect(most).toEqual({
      connection: expect.stringMatching(/^[0-9a-f]{10}$/),
      wider: null,
      seats: 5,
      holds: [first, second].map(({ holding_id, seats, expires_at, server_now }) => ({
        ...{ holding_id, seats: seats.length, expires_at, placed_at: server_now, buyer: "guest", is_paying: false },
      })),
    });
    expect(next?.holds.map(({ buyer, is_paying }) => [buyer, is_paying])).toEqual([
      ["account", false],
      ["guest", true],
    ]);
    expect(last).toMatchObject({ connection: null, seats: 1 });
    for (const secret of ["office", "home", "provider"]) expect(JSON.stringify(holders)).not.toContain(secret);
    await letTimePass(core, 700);
  });

  it("names the wider network of a connection, where that counts too", async () => {
    const provider = ["flat-1", "flat-2"].map((near): Network => ({ near, wide: "provider-hash" }));
    for (const [i, network] of provider.entries()) await hold(await someone(network), `A-${i + 1}`);
    await hold(await someone(), "B-1");
    const { items } = await list();
    const inside = items.filter(({ wider }) => wider !== null);
    expect(new Set(inside.map(({ connection }) => connection)).size).toBe(2);
    expect(new Set(inside.map(({ wider }) => wider))).toEqual(new Set([expect.stringMatching(/^[0-9a-f]{10}$/)]));
    const { event_id, organizer } = holders.sale;
    const connection = inside[0]?.wider ?? undefined;
    expect(await releaseHolds(core, organizer, { event_id, connection })).toMatchObject({ released: 2, seats: 2 });
    expect((await list()).items).toHaveLength(1);
  });

  it("names the same connection otherwise at another event", async () => {
    await hold(await someone(), "A-1");
    const elsewhere = await openEvent(core, { organizer: holders.sale.organizer });
    await placeHold(core, await someone(), ask(elsewhere.event_id, "A-1"));
    const { items } = await listHolders(core, holders.sale.organizer, { event_id: elsewhere.event_id, limit: 50 });
    expect(items[0]?.connection).not.toBe((await list()).items[0]?.connection);
  });

  it("comes in pages that name each hold once", async () => {
    const placed: string[] = [];
    for (let i = 0; i < 7; i++) {
      // Of two rows, so that holds lie across one another.
      const { holding_id } = await hold(await someone(), `A-${i + 1}`, `E-${7 - i}`);
      placed.push(holding_id);
    }
    const found: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await list(3, cursor);
      found.push(...page.items.flatMap(({ holds }) => holds.map(({ holding_id }) => holding_id)));
      cursor = page.next_cursor ?? undefined;
      pages++;
    } while (cursor);
    expect(pages).toBe(3);
    expect(found.toSorted()).toEqual(placed.toSorted());
    await expect(list(3, "forged.cursor")).rejects.toMatchObject({ code: "INVALID_CURSOR" });
  });

  it("reads no more than a hundred seats and their holds for a short page, however many are held", async () => {
    const hall = await openEvent(core, { rows: 24, perRow: 10, organizer: holders.sale.organizer });
    for (let row = 0; row < 24; row++) {
      const seats = times(10, (i) => `${String.fromCharCode(65 + row)}-${i + 1}`);
      await placeHold(core, await someone({ near: `home-${row}`, wide: null }), ask(hall.event_id, ...seats));
    }
    const asked = { event_id: hall.event_id, limit: 5 };
    await listHolders(other, hall.organizer, asked);
    read = 0;
    const page = await listHolders(other, hall.organizer, asked);
    expect(page).toMatchObject({ seats_held: 240, seat_count: 240 });
    expect(page.items).toHaveLength(5);
    // The event; a hundred seats and their ten holds; five people.
    expect(read).toBe(1 + 100 + 10 + 5);
  });

  it("leaves out what was released, booked or has expired", async () => {
    const actor = await someone();
    await releaseHold(core, actor, await hold(actor, "A-1"));
    const booked = await hold(actor, "A-2");
    await confirmHold(core, actor, { holding_id: booked.holding_id, payment });
    await hold(actor, "A-3");
    core.clock.advance(181);
    expect(await list()).toMatchObject({ items: [], seats_held: 0 });
  });
});

describe("the seats that a connection may hold at an event", () => {
  const limit = async (seats_per_connection: number | null, revision: number) =>
    changeEvent(core, holders.sale.organizer, {
      event_id: holders.sale.event_id,
      revision,
      seats_per_connection,
      series: false,
    });

  it("are as its organizer says, in every process within two seconds, and as the settings say once that is taken back", async () => {
    await other.events.find(holders.sale.event_id);
    const { revision } = await limit(10, 1);
    expect(await list()).toMatchObject({ seats_per_connection: 10 });
    core.clock.advance(2.1);
    await placeHold(other, await someone(), ask(holders.sale.event_id, ...times(10, (i) => `A-${i + 1}`)));
    const refused = placeHold(other, await someone(), ask(holders.sale.event_id, "B-1"));
    await expect(refused).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
    await limit(null, revision);
    expect(await list()).toMatchObject({ seats_per_connection: 20 });
    core.clock.advance(2.1);
    await placeHold(other, await someone(), ask(holders.sale.event_id, "B-1"));
    const [changed] = await readJournal();
    expect(changed).toMatchObject({ changes: { seats_per_connection: { before: 10, after: null } } });
  });

  it("are at least as many as one hold may have", async () => {
    await expect(limit(9, 1)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: "seats_per_connection", message: "at least 10, as many as one hold may have" }] },
    });
  });
});
