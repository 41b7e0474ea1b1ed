import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUnits } from "../testing/count-units.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "./create-venue.ts";
import { listVenues } from "./list-venues.ts";

const hall = { name: "Hall", city: "Oslo", description: "", seat_types: ["Stalls", "Box"], timezone: "Europe/Oslo" };
let core: TestCore;
let organizer: Actor;

beforeAll(async () => {
  core = await openCore();
  organizer = (await createUser(core, { email: "organizer@example.org", role: "organizer" })).user;
});
afterAll(() => core.close());

describe("the list of venues", () => {
  it("is sorted by name, optionally of one city, and paged with each venue once", async () => {
    const names = ["Zion", "Alpha", "Mount"];
    const city = "Tromsø";
    await createVenue(core, organizer, hall);
    for (const name of names) await createVenue(core, organizer, { ...hall, name, city });
    const first = await listVenues(core, { city: "TROMSO", limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(["Alpha", "Mount"]);
    const cursor = first.next_cursor ?? "";
    const second = await listVenues(core, { city: "TROMSO", limit: 2, cursor });
    expect(second).toMatchObject({ items: [{ name: "Zion", city }], next_cursor: null, total: 3 });
    await expect(listVenues(core, { city: "Oslo", limit: 2, cursor })).rejects.toMatchObject({
      code: "INVALID_CURSOR",
    });
    expect((await listVenues(core, { limit: 200 })).items.length).toBeGreaterThan(3);
  });

  it("continues after the last venue, whatever was added before it, and reads only the page", async () => {
    const city = "Bergen";
    const open = (name: string) => createVenue(core, organizer, { ...hall, name, city });
    for (const name of ["Beta", "Gamma", "Delta"]) await open(name);
    const first = await listVenues(core, { city, limit: 1 });
    expect(first).toMatchObject({ items: [{ name: "Beta" }], total: 3 });
    await open("Alpha");
    const units = createUnits();
    const process = await openCore({ alongside: core, wrap: units.wrap });
    const second = await listVenues(process, { city, limit: 1, cursor: first.next_cursor ?? "" });
    expect(second).toMatchObject({ items: [{ name: "Delta" }], total: 4 });
    expect(units.take().at(-1)).toMatchObject({ units: 1 });
    await process.close();
  });
});
