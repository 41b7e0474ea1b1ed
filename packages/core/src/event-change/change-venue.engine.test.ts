import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countVenueEvents } from "../event/count-venue-events.ts";
import { findEvent } from "../event/find-event.ts";
import { getEvent } from "../event/get-event.ts";
import { listVenueEvents } from "../event/list-venue-events.ts";
import type { VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { getVenueSeats } from "../layout/get-venue-seats.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { createDying, type Dying } from "../testing/dying-table.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newOrganizer, newSeat, openEvent, type Sale } from "../testing/open-event.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { getVenue } from "../venue/get-venue.ts";
import { listVenueJournal } from "../venue/list-venue-journal.ts";
import { listVenues } from "../venue/list-venues.ts";
import { ChangeVenue } from "../venue/venue.ts";
import { changeVenue } from "./change-venue.ts";
import { createEvent } from "./create-event.ts";
import { deleteEvent } from "./delete-event.ts";
import { setEventStatus } from "./set-event-status.ts";

let core: TestCore;
let dying: Dying;
let sale: Sale;
let venue_id: VenueId;

beforeAll(async () => {
  dying = createDying();
  core = await openCore({ wrap: dying.wrap });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 5 });
  venue_id = (await getEvent(core, null, sale)).venue_id;
});

async function change(fields: object, revision?: number) {
  const current = revision ?? (await getVenue(core, { venue_id })).revision;
  return changeVenue(core, sale.organizer, ChangeVenue.parse({ venue_id, revision: current, ...fields }));
}

/** As long as any process would: until nothing is due. */
const work = () => letTimePass(core, 130, 31);

describe("a venue", () => {
  it("is changed from the revision that was seen, in its list and its journal too", async () => {
    const before = await getVenue(core, { venue_id });
    const after = await change({ name: "Aula", address: "1 Main Street", description: "Old", reason: "a typo" });
    expect(after).toEqual({
      ...before,
      ...{ name: "Aula", address: "1 Main Street", description: "Old", revision: before.revision + 1 },
    });
    expect(await getVenue(core, { venue_id })).toEqual(after);
    expect((await change({ address: null })).address).toBeUndefined();
    expect(await getVenue(core, { venue_id })).not.toHaveProperty("address");
    expect((await listVenues(core, { limit: 200 })).items.map(({ name }) => name)).toContain("Aula");
    const { items } = await listVenueJournal(core, sale.organizer, { venue_id, limit: 10 });
    expect(items.find(({ reason }) => reason === "a typo")).toMatchObject({
      action: "venue.changed",
      changes: { name: { before: "Test hall", after: "Aula" } },
    });
    const stranger = await newOrganizer(core);
    await expect(listVenueJournal(core, stranger, { venue_id, limit: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("stays as it is where nothing differs", async () => {
    const { revision } = await getVenue(core, { venue_id });
    expect(await change({ name: "Test hall" })).toMatchObject({ revision });
  });

  it("takes one of two changes of one revision; the other is told what changed", async () => {
    const { revision } = await getVenue(core, { venue_id });
    const outcomes = await Promise.allSettled([change({ name: "One" }, revision), change({ city: "Two" }, revision)]);
    const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(lost).toHaveLength(1);
    expect(["REVISION_CONFLICT", "VENUE_BUSY"]).toContain(lost[0].code);
    const refused = await change({ description: "late" }, revision).catch((error) => error);
    expect(refused).toMatchObject({ code: "REVISION_CONFLICT", details: { revision: revision + 1 } });
    expect(refused.details.changed).toHaveLength(1);
  });

  it("keeps the seat types that seats have", async () => {
    await expect(change({ seat_types: ["Balcony"] })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await change({ seat_types: ["Balcony", "Stalls"] })).toMatchObject({ seat_types: ["Balcony", "Stalls"] });
    await addVenueSeats(core, sale.organizer, { venue_id, seats: [newSeat("C", 1, "Balcony")] });
    expect((await getVenueSeats(core, { venue_id })).toJSON().items).toHaveLength(6);
  });
});

describe("its name and city", () => {
  it("reach every event of it, whichever write a process dies at", async () => {
    const draft = await openDraft();
    for (const when of ["before", "after"] as const)
      for (const write of [1, 2, 3]) {
        const name = `Hall ${when} ${write}`;
        await change({ name });
        dying.die(write, when);
        core.clock.advance(31);
        await runScheduledWork(core);
        dying.rise();
        await work();
        expect(await getEvent(core, null, sale), name).toMatchObject({ venue_name: name });
        expect(await findEvent(core.table, draft)).toMatchObject({ venue_name: name });
      }
    const { items } = await listVenueJournal(core, sale.organizer, { venue_id, limit: 50 });
    expect(items.filter(({ action }) => action === "venue.name_carried").length).toBeGreaterThanOrEqual(6);
    core.faults.length = 0;
  });
});

describe("an event that an admin made in it", () => {
  it.each([
    ["draft", null, { drafts: 1, shown: 1 }],
    ["published", null, { drafts: 0, shown: 2 }],
    ["paused", null, { drafts: 0, shown: 2 }],
    ["published", "by the version before", { drafts: 0, shown: 2 }],
  ] as const)("%s, made %s, is counted and gets its name", async (status, version, counted) => {
    const event_id = await openDraft(await newAdmin());
    const admin = await newAdmin();
    if (status !== "draft") await setEventStatus(core, admin, { event_id, status: "published" });
    if (status === "paused") await setEventStatus(core, admin, { event_id, status: "paused" });
    if (version) {
      await transact(core.table, [{ remove: keys.atVenue(venue_id, event_id) }]);
      await core.catalog.follow();
    }
    expect(await countVenueEvents(core, sale.organizer, { venue_id })).toEqual({ events: 2, ...counted });
    await change({ name: "Aula", city: "Boston" });
    await work();
    expect(await findEvent(core.table, event_id)).toMatchObject({ venue_name: "Aula", city: "Boston" });
    expect(await getEvent(core, null, sale)).toMatchObject({ venue_name: "Aula", city: "Boston" });
  });

  it("keeps its time zone fixed", async () => {
    const own = await openEvent(core, { event: { status: "draft" } });
    ({ venue_id } = await getEvent(core, own.organizer, own));
    const admin = await newAdmin();
    const event_id = await openDraft(admin);
    await setEventStatus(core, admin, { event_id, status: "published" });
    await updateItem(
      core.table,
      update({ key: keys.venue(venue_id), update: "REMOVE timezone_fixed", condition: "attribute_exists(pk)" }),
    );
    sale = own;
    await expect(change({ timezone: "Europe/Berlin" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("is no longer listed there once it is deleted", async () => {
    const admin = await newAdmin();
    const event_id = await openDraft(admin);
    await deleteEvent(core, admin, { event_id });
    await work();
    const venue = await getVenue(core, { venue_id });
    expect((await listVenueEvents(core, venue)).map((event) => event.event_id)).toEqual([sale.event_id]);
  });
});

/** Of a draft that no job reached, since it was written while the venue was renamed. */
it("an event is published with its venue's name of that moment", async () => {
  const event_id = await openDraft();
  await change({ name: "Aula" });
  await setEventStatus(core, sale.organizer, { event_id, status: "published" });
  expect(await findEvent(core.table, event_id)).toMatchObject({ venue_name: "Aula", status: "published" });
});

describe("its time zone", () => {
  it("stays once an event was published in it", async () => {
    await expect(change({ timezone: "Europe/Berlin" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: "timezone" }] },
    });
  });

  it("of a draft is that of its venue when it is published", async () => {
    const own = await openEvent(core, { event: { status: "draft" } });
    const draft = await findEvent(core.table, own.event_id);
    if (!draft) throw new Error("the draft is gone");
    const { revision } = await getVenue(core, draft);
    const input = ChangeVenue.parse({ venue_id: draft.venue_id, revision, timezone: "Europe/Berlin" });
    await changeVenue(core, own.organizer, input);
    const published = await setEventStatus(core, own.organizer, { event_id: own.event_id, status: "published" });
    expect(published.status).toBe("published");
    expect(await getEvent(core, null, own)).toMatchObject({ timezone: "Europe/Berlin" });
    expect(await getVenue(core, draft)).toMatchObject({ timezone_fixed: true });
  });
});

const newAdmin = async (): Promise<Actor> => ({ ...(await newOrganizer(core)), role: "admin" });

async function openDraft(actor = sale.organizer) {
  const { seat_types } = await getVenue(core, { venue_id });
  const prices = Object.fromEntries(seat_types.map((type) => [type, 100]));
  const event = await getEvent(core, sale.organizer, sale);
  const made = await createEvent(core, actor, {
    ...{ venue_id, name: "Draft", duration: 60, artists: [], tags: [], description: "", programme: "" },
    ...{ start_time: event.start_time, currency: "USD", status: "draft", seat_type_prices: prices },
  });
  return made.event_id;
}
