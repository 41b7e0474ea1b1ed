import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeNew } from "../table/write-new.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest } from "../testing/open-event.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "./create-venue.ts";
import { listOwnVenues } from "./list-own-venues.ts";

let core: TestCore;
let organizer: Actor;
let stranger: Actor;
/** In the order in which they were made. */
const made: string[] = [];

const hall = { city: "Oslo", description: "", seat_types: ["Stalls"], timezone: "Europe/Oslo" };
const idsOf = (page: { items: { venue_id: string }[] }) => page.items.map(({ venue_id }) => venue_id);

beforeAll(async () => {
  core = await openCore();
  organizer = (await createUser(core, { email: "organizer@example.org", role: "organizer" })).user;
  stranger = (await createUser(core, { email: "stranger@example.org", role: "organizer" })).user;
  for (const name of ["First", "Second", "Third"]) {
    made.push((await createVenue(core, organizer, { ...hall, name })).venue_id);
    await createVenue(core, stranger, { ...hall, name: `${name} of another` });
  }
});
afterAll(() => core.close());

describe("an organizer's own venues", () => {
  it("are all of theirs and nobody else's, newest first", async () => {
    const { items, next_cursor } = await listOwnVenues(core, organizer, { limit: 50 });
    expect(items.map(({ name }) => name)).toEqual(["Third", "Second", "First"]);
    expect(items.every(({ owner_id }) => owner_id === organizer.user_id)).toBe(true);
    expect(next_cursor).toBeNull();
  });

  it("are paged without gaps, even if a venue is created in between", async () => {
    const first = await listOwnVenues(core, organizer, { limit: 2 });
    await createVenue(core, organizer, { ...hall, name: "Meanwhile" });
    const second = await listOwnVenues(core, organizer, { limit: 2, cursor: first.next_cursor ?? "" });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(made.toReversed());
    expect(second.next_cursor).toBeNull();
  });

  it("are ordered by number, where ids have grown by a digit", async () => {
    const { user } = await createUser(core, { email: "collector@example.org", role: "organizer" });
    const { items } = await listOwnVenues(core, stranger, { limit: 1 });
    const [venue] = items;
    for (const venue_id of ["venue-99999", "venue-100000"])
      await writeNew(core.table, [
        { put: { ...venue, pk: venue_id, sk: "VENUE", venue_id } },
        { put: { pk: user.user_id, sk: venue_id } },
      ]);
    expect(idsOf(await listOwnVenues(core, user, { limit: 9 }))).toEqual(["venue-100000", "venue-99999"]);
  });

  it("are none for an organizer without venues, and refused to anyone else", async () => {
    const { user } = await createUser(core, { email: "new@example.org", role: "organizer" });
    expect(await listOwnVenues(core, user, { limit: 50 })).toEqual({ items: [], total: 0, next_cursor: null });
    const guest = listOwnVenues(core, await newGuest(core), { limit: 50 });
    await expect(guest).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are paged only by the caller's own cursor", async () => {
    const { next_cursor } = await listOwnVenues(core, organizer, { limit: 1 });
    const theirs = listOwnVenues(core, stranger, { limit: 1, cursor: next_cursor ?? "" });
    await expect(theirs).rejects.toMatchObject({ code: "INVALID_CURSOR" });
  });
});
