import { expect, it } from "vitest";
import type { OrganizationId } from "../ids.ts";
import { createOrganization } from "../membership/create-organization.ts";
import { newOrganizer, openEvent } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { listOwnVenues } from "../venue/list-own-venues.ts";
import { SearchEvents } from "./search.ts";
import { searchOwnEvents } from "./search-own-events.ts";

const [core] = await openTwoCores();

it("one's own are those of all one's organizations, or of the one that is asked for", async () => {
  const maker = await newOrganizer(core);
  const { event_id } = await openEvent(core, { organizer: maker });
  const [first] = Object.keys(maker.memberships ?? {}) as OrganizationId[];
  const { organization_id: second } = await createOrganization(core, maker, { name: "Second house" });
  const both: Actor = { ...maker, memberships: { ...maker.memberships, [second]: "owner" } };
  const { venue_id } = await createVenue(core, both, {
    ...{ organization_id: second, name: "Hall of the second", city: "Oslo", description: "" },
    ...{ seat_types: ["Stalls"], timezone: "UTC" },
  });
  const eventsOf = async (organization_id?: OrganizationId) =>
    (await searchOwnEvents(core, both, { organization_id, limit: 10 })).items.map((event) => event.event_id);
  const venuesOf = async (organization_id?: OrganizationId) =>
    (await listOwnVenues(core, both, { organization_id, limit: 10 })).items.map((venue) => venue.venue_id);
  expect([await eventsOf(), await eventsOf(first), await eventsOf(second)]).toEqual([[event_id], [event_id], []]);
  expect(await venuesOf(second)).toEqual([venue_id]);
  expect(await venuesOf()).toHaveLength(2);
  const stranger = await newOrganizer(core);
  expect((await searchOwnEvents(core, stranger, { organization_id: first, limit: 10 })).items).toEqual([]);
});

it("an organization filters one's own events alone", () => {
  const asked = { organization_id: "organization-00001" };
  expect(SearchEvents.safeParse({ ...asked, mine: true }).success).toBe(true);
  expect(SearchEvents.safeParse(asked).error?.issues).toMatchObject([{ path: ["organization_id"] }]);
});
