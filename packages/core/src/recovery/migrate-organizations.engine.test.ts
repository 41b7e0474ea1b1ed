import { describe, expect, it } from "vitest";
import { findEvent } from "../event/find-event.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { deleteEvent } from "../event-change/delete-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import type { OwnerId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { ownersFor } from "../organization/may.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem, readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { updateItem } from "../table/update-item.ts";
import { readActor } from "../testing/join-organization.ts";
import { openCore } from "../testing/open-core.ts";
import { newSeat } from "../testing/open-event.ts";
import { openTableBefore } from "../testing/open-table-before.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { race } from "../testing/race.ts";
import { setQuotas } from "../user/usage.table.ts";
import { readAccount } from "../user/usage.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { listOwnVenues } from "../venue/list-own-venues.ts";
import { migrateOrganizations } from "./migrate-organizations.ts";

async function pointersOf(table: Table, partition: OwnerId): Promise<string[]> {
  const ids: string[] = [];
  for await (const { sk } of queryItems(table, { partition, consistent: true }))
    if (/^(event|venue)-/.test(String(sk))) ids.push(String(sk));
  return ids;
}

/** What its quotas count of an owner, from its records. */
async function recount(table: Table, owner: OwnerId) {
  const ids = await pointersOf(table, owner);
  const venues = ids.filter((id) => id.startsWith("venue-"));
  const items = await readItems(
    table,
    venues.map((id) => keys.venue(id as never)),
  );
  return { venues: venues.length, seats: items.reduce((sum, { seat_count }) => sum + Number(seat_count), 0) };
}

const hall = { name: "Hall", city: "Paris", description: "", seat_types: ["Stalls"], timezone: "UTC" };

describe("what the version before has left", () => {
  it("is an organization's once it is migrated, by two processes at once and then again, and its maker's until then", async () => {
    const { core, before } = await openTableBefore();
    const other = await openCore({ alongside: core });
    const { organizer } = before.users;
    const { concert, draft } = before.events;
    await updateItem(core.table, setQuotas(organizer.user_id, { venues: 7 }));
    await setEventStatus(core, organizer, { event_id: concert, status: "paused" });
    const own = (await listOwnEventIds(core.table, ownersFor(organizer, null))).toSorted();
    const { total } = await listOwnVenues(core, organizer, { limit: 50 });

    const { won, broken } = await race([migrateOrganizations(core), migrateOrganizations(other)]);
    expect(broken).toEqual([]);
    expect(won.flatMap(({ left }) => left)).toEqual([]);
    expect(await migrateOrganizations(core)).toEqual({ organizations: 0, venues: 0, events: 0, left: [] });

    const actor = await readActor(core, organizer);
    const organization_id = ownOrganization(actor);
    expect(Object.keys(actor.memberships ?? {})).toEqual([organization_id]);
    for (const event_id of [concert, draft])
      expect(await findEvent(core.table, event_id)).toMatchObject({ organization_id, owner_id: organizer.user_id });
    expect(await pointersOf(core.table, organizer.user_id)).toEqual([]);
    expect((await listOwnEventIds(core.table, [organization_id])).toSorted()).toEqual(own);
    expect(await listOwnVenues(other, actor, { limit: 50 })).toMatchObject({ total });
    const { usage, quotas } = await readAccount(core.table, organization_id);
    expect(quotas.venues).toBe(7);
    expect({ venues: usage.venues, seats: usage.seats }).toEqual(await recount(core.table, organization_id));
    expect(usage.events.toSorted()).toEqual(own);

    // A session that was read before the migration does what it could, and so does a new one.
    for (const who of [organizer, actor]) {
      await setEventStatus(other, who, { event_id: concert, status: who === actor ? "paused" : "published" });
    }
    await other.close();
    await core.close();
  });

  it("is counted rightly, also where its maker goes on with it meanwhile", async () => {
    const { core, before } = await openTableBefore();
    const other = await openCore({ alongside: core });
    const { organizer } = before.users;
    const [venue] = (await listOwnVenues(core, organizer, { limit: 1 })).items;
    if (!venue) throw new Error("there is no venue");
    const seats = [newSeat("ZZ", 1, venue.seat_types[0])];
    const { broken } = await race<unknown>([
      migrateOrganizations(core),
      addVenueSeats(other, organizer, { venue_id: venue.venue_id, seats }),
      deleteEvent(other, organizer, { event_id: before.events.draft }),
      createVenue(other, organizer, hall),
    ]);
    expect(broken).toEqual([]);
    core.clock.advance(120);
    await migrateOrganizations(core);
    const actor: Actor = await readActor(core, organizer);
    const organization_id = ownOrganization(actor);
    const { usage } = await readAccount(core.table, organization_id);
    expect({ venues: usage.venues, seats: usage.seats }).toEqual(await recount(core.table, organization_id));
    expect(await pointersOf(core.table, organizer.user_id)).toEqual([]);
    const { members, owners } = (await readItem(core.table, keys.organization(organization_id))) ?? {};
    expect([members, owners]).toEqual([1, 1]);
    await other.close();
    await core.close();
  });
});
