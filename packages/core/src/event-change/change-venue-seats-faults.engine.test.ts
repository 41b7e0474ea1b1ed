import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { CreateEvent } from "../event/event.ts";
import { acquireLease } from "../idempotency/acquire-lease.ts";
import type { EventId, VenueId } from "../ids.ts";
import { getVenueSeats } from "../layout/get-venue-seats.ts";
import { interpose } from "../testing/interpose.ts";
import { type CorrectedHall, openCorrectedHall, relabelRow } from "../testing/open-corrected-hall.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import type { Actor } from "../user/user.ts";
import { getVenue } from "../venue/get-venue.ts";
import { mostCarried } from "../venue/limits.rules.ts";
import { ChangeVenueSeats } from "../venue/venue.ts";
import { changeVenueSeats } from "./change-venue-seats.ts";
import { createEvent } from "./create-event.ts";

let event_id: EventId;
let venue_id: VenueId;
let organizer: Actor;
let change: CorrectedHall["change"];
let printed: CorrectedHall["printed"];
let shown: CorrectedHall["shown"];
/** Decides whether a transaction reaches the engine. */
let reaches: () => boolean = () => true;
/** Happens before a layout is stored by the first process. */
let beforeLayout: () => Promise<unknown> = async () => {};

const [core, other] = await openTwoCores({
  wrap: (table) =>
    interpose(table, async (command, send) => {
      if (command instanceof TransactWriteCommand && !reaches()) throw new Error("socket hang up");
      if (command instanceof TransactWriteCommand && storesLayout(command)) await beforeLayout();
      return send();
    }),
});

const storesLayout = ({ input }: TransactWriteCommand): boolean =>
  input.TransactItems?.some(({ Put }) => Put?.Item?.packed !== undefined) ?? false;

beforeEach(async () => {
  beforeLayout = async () => {};
  reaches = () => true;
  ({ event_id, venue_id, organizer, change, printed, shown } = await openCorrectedHall(core));
});

describe("a correction that died", () => {
  it.each([1, 2, 3, 4])("after %d transactions is seen nowhere, and whole or not at all", async (count) => {
    let sent = 0;
    reaches = () => ++sent < count;
    const changes = { relabel: relabelRow, remove: ["K-4"], carry: [event_id] };
    const done = await change(changes).then(
      () => true,
      () => false,
    );
    core.faults.splice(0);
    reaches = () => true;
    const row = done ? "AA" : "A";
    expect((await printed()).slice(0, 4)).toEqual([1, 2, 3, 4].map((seat) => `Stalls ${row} ${seat}`));
    expect((await shown())[0]).toBe(`A-1 Stalls ${row} 1`);
    expect(await getVenue(core, { venue_id })).toMatchObject({ seat_count: done ? 7 : 8, revision: done ? 2 : 1 });
  });

  it("leaves nothing behind that the next one would bring to light", async () => {
    let sent = 0;
    reaches = () => ++sent < 2;
    await expect(change({ relabel: relabelRow, remove: ["K-4"] })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    core.faults.splice(0);
    reaches = () => true;
    core.clock.advance(61);
    await change({ relabel: [{ seat_pos: "K-1", seat_label: "11" }] });
    expect(await printed()).toEqual([
      ...["Stalls A 1", "Stalls A 2", "Stalls A 3", "Stalls A 4"],
      ...["Circle K 2", "Circle K 3", "Circle K 4", "Circle K 11"],
    ]);
  });
});

it("of many corrections from one revision by two processes one wins, and what it says is what is printed", async () => {
  const either = (i: number) => (i % 2 === 0 ? core : other);
  const { won, refused, broken } = await race(
    times(8, (i) => change({ relabel: [{ seat_pos: "A-1", seat_label: `${i}x` }], carry: [event_id] }, 1, either(i))),
  );
  expect(broken).toEqual([]);
  expect(won).toEqual([{ revision: 2 }]);
  expect(Object.keys(refused).filter((code) => code !== "VENUE_BUSY" && code !== "REVISION_CONFLICT")).toEqual([]);
  const label = (await getVenueSeats(core, { venue_id }))
    .toJSON()
    .items.find(({ seat_pos }) => seat_pos === "A-1")?.seat_label;
  expect(label).toMatch(/^\dx$/);
  expect((await shown()).find((seat) => seat.startsWith("A-1 "))).toBe(`A-1 Stalls A ${label}`);
});

it("one that lost its lease never rewrites the layout to which the next one moved an event", async () => {
  const label = (seat_label: string) => ({ relabel: [{ seat_pos: "A-1", seat_label }], carry: [event_id] });
  beforeLayout = async () => {
    beforeLayout = async () => {};
    core.clock.advance(61);
    await change(label("next"), 1, other);
  };
  await expect(change(label("slow"), 1)).rejects.toMatchObject({ code: "VENUE_BUSY" });
  expect(await printed()).toContain("Stalls A next");
  expect(await shown()).toContain("A-1 Stalls A next");
});

it("is carried to as many events as one may name, with a key and with seats removed", async () => {
  const start_time = new Date((core.clock() + 86_400) * 1000).toISOString();
  const draft = CreateEvent.parse({
    ...{ venue_id, name: "Again", duration: 60, start_time, currency: "USD", status: "draft" },
    seat_type_prices: { Stalls: 100 },
  });
  const made = await Promise.all(times(mostCarried - 1, () => createEvent(core, organizer, draft)));
  const carry = [event_id, ...made.map((event) => event.event_id)];
  const { revision } = await getVenue(core, { venue_id });
  const input = ChangeVenueSeats.parse({ venue_id, revision, relabel: relabelRow, remove: ["K-4"], carry });
  const request = { actor: organizer, route: "venue.changeSeats", key: "once", body: input };
  const acquired = await acquireLease(core, request);
  const lease = "lease" in acquired ? acquired.lease : null;
  expect(await changeVenueSeats(core, organizer, input, lease)).toEqual({ revision: revision + 1 });
  expect(lease).toMatchObject({ isSettled: true });
  expect(await shown()).toContain("A-1 Stalls AA 1");
});

it("dates that share a layout share the corrected one too, which is drawn and stored once", async () => {
  const made = await createEvent(core, organizer, {
    ...{ venue_id, name: "Again", duration: 60, artists: [], tags: [], description: "", programme: "" },
    ...{ start_time: new Date((core.clock() + 86_400) * 1000).toISOString(), currency: "USD", status: "published" },
    seat_type_prices: { Stalls: 100 },
  });
  let stored = 0;
  beforeLayout = async () => void stored++;
  await change({ relabel: relabelRow, carry: [event_id, made.event_id] });
  expect(stored).toBe(1);
  expect(await shown(made.event_id)).toEqual(await shown());
  expect(await shown()).toContain("A-1 Stalls AA 1");
});
