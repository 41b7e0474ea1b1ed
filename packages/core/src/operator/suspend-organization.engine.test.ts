import { describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { blockSeats } from "../box-office/block-seats.ts";
import { moveSeats } from "../box-office/move-seats.ts";
import { isListed } from "../event/event.rules.ts";
import { findEvent } from "../event/find-event.ts";
import { listOwnEventIds, readEvents } from "../event/list-own-events.ts";
import { createEvent } from "../event-change/create-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { EventId, OrganizationId } from "../ids.ts";
import { listJournal } from "../journal/list-journal.ts";
import { changeOrganization } from "../membership/change-organization.ts";
import { organizationsOf } from "../organization/may.ts";
import { copyEvent } from "../series/copy-event.ts";
import { id } from "../testing/id.ts";
import { buy } from "../testing/known-sale.ts";
import { ask, newGuest, newOrganizer, openEvent } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { listWaiting } from "./list-waiting.ts";
import { resumeAccount, suspendAccount } from "./suspend-account.ts";
import { approveOrganization, resumeOrganization, suspendOrganization } from "./suspend-organization.ts";

const [core, other] = await openTwoCores();
const strict = { ...core, rules: { ...core.rules, ORGANIZERS: "approved" as const } };

function organizationOf(organizer: Actor): OrganizationId {
  const [organization_id] = organizationsOf(organizer, "owner");
  if (!organization_id) throw new Error("there is no organization");
  return organization_id;
}

const listed = async (event_id: EventId) => {
  await other.catalog.load();
  return other.catalog.list().some((event) => event.event_id === event_id);
};
const actionsOf = async (organization_id: OrganizationId) =>
  (await listJournal(core, organization_id, { limit: 10 })).items.map(({ action, reason }) => [action, reason]);

describe("an organization that waits for the operator", () => {
  it("prepares events, and publishes them once it is approved", async () => {
    const organizer = await newOrganizer(strict);
    const organization_id = organizationOf(organizer);
    const { event_id } = await openEvent(strict, { rows: 1, perRow: 2, organizer, event: { status: "draft" } });
    const { venue_id = "" as never } = (await findEvent(core.table, event_id)) ?? {};
    const again = {
      venue_id,
      name: "Another",
      start_time: toInstant(core.clock() + 86_400),
      duration: 60,
      artists: [],
    };
    const create = () =>
      createEvent(core, organizer, {
        ...{ ...again, tags: [], description: "", programme: "", seat_type_prices: { Stalls: 0 }, currency: "USD" },
        status: "published",
      });
    const publish = () => setEventStatus(other, organizer, { event_id, status: "published" });
    const copy = () =>
      copyEvent(core, organizer, { event_id, start_times: [toInstant(core.clock() + 9e5)], publish: true });
    for (const act of [create, publish, copy])
      await expect(act()).rejects.toMatchObject({ code: "ORGANIZATION_NOT_APPROVED" });
    expect(await listOwnEventIds(core.table, [organization_id])).toEqual([event_id]);
    expect(await approveOrganization(core, { organization_id, reason: "Known" })).toMatchObject({ isNew: true });
    expect(await approveOrganization(core, { organization_id })).toMatchObject({ isNew: false });
    expect(await publish()).toMatchObject({ status: "published" });
    expect(await create()).toMatchObject({ status: "published" });
    expect(await listed(event_id)).toBe(true);
    expect(await actionsOf(organization_id)).toEqual([["organization.approved", "Known"]]);
  });

  it("may be approved while it is suspended, which it stays", async () => {
    const organization_id = organizationOf(await newOrganizer(strict));
    await suspendOrganization(core, { organization_id });
    expect(await approveOrganization(core, { organization_id })).toMatchObject({
      organization: { state: "suspended" },
    });
    expect(await resumeOrganization(core, { organization_id })).toMatchObject({ organization: { state: "approved" } });
  });

  it("is listed until it is approved, and again once it is called otherwise, which stops nothing", async () => {
    const organizer = await newOrganizer(strict);
    const organization_id = organizationOf(organizer);
    const waiting = async () =>
      (await listWaiting(core)).filter((listed) => listed.organization_id === organization_id);
    expect(await waiting()).toMatchObject([{ isNew: true, legal_name: null }]);
    await changeOrganization(strict, organizer, { organization_id, legal_name: "Small Ltd" });
    await approveOrganization(core, { organization_id });
    await changeOrganization(strict, organizer, { organization_id, address: "1 Main Street" });
    await changeOrganization(strict, { ...organizer, role: "admin" }, { organization_id, vat_id: "NO 1" });
    await changeOrganization(core, organizer, { organization_id, vat_id: "NO 2" });
    expect(await waiting()).toEqual([]);
    const renamed = await changeOrganization(strict, organizer, { organization_id, legal_name: "Great Opera" });
    expect(renamed).toMatchObject({ state: "approved" });
    expect(await waiting()).toMatchObject([{ isNew: false, legal_name: "Great Opera", vat_id: "NO 2" }]);
    expect(await approveOrganization(core, { organization_id })).toMatchObject({ isNew: true });
    expect(await waiting()).toEqual([]);
  });

  it("is there from its beginning where everybody may sell", async () => {
    const organization_id = organizationOf(await newOrganizer(core));
    expect(await approveOrganization(core, { organization_id })).toMatchObject({ isNew: false });
  });
});

describe("an organization that is suspended", () => {
  it("is in no list and sells nothing, while what was sold lives on, until it is resumed", async () => {
    const sale = await openEvent(core, { rows: 1, perRow: 6 });
    const { event_id, organizer } = sale;
    const organization_id = organizationOf(organizer);
    const guest = await newGuest(core);
    const [first, second] = [await buy(core, sale, guest, "A-1"), await buy(core, sale, guest, "A-2")];
    const held = await placeHold(core, guest, ask(event_id, "A-3"));
    const done = await suspendOrganization(core, { organization_id, reason: "Fakes" });
    expect(done).toMatchObject({ isNew: true, events: [{ event_id, holds: 1, bookings: 2 }] });
    expect(await suspendOrganization(core, { organization_id })).toMatchObject({ isNew: false, events: [] });
    core.clock.advance(2);
    expect(await listed(event_id)).toBe(false);
    const payment = { token: "tok_visa" };
    await expect(placeHold(other, guest, ask(event_id, "A-4"))).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    await expect(confirmHold(other, guest, { ...held, payment })).rejects.toMatchObject({
      ...{ code: "SALE_CLOSED", message: "This event is no longer on sale. Nothing was charged." },
    });
    await expect(createVenue(other, organizer, { ...hall })).rejects.toMatchObject({
      ...{ code: "SUSPENDED", message: expect.stringContaining("This organization is suspended") },
    });
    const [from, to] = [id.seat("A-2"), id.seat("A-6")];
    const blocks = { event_id, seats: [to], reason: "Press" };
    await expect(blockSeats(other, organizer, blocks)).rejects.toMatchObject({ code: "SUSPENDED" });
    const move = { booking_id: second.booking_id, seats: [{ from, to }] };
    await expect(moveSeats(other, organizer, move)).rejects.toMatchObject({ code: "SUSPENDED" });
    expect(await cancelBooking(other, guest, first)).toMatchObject({ state: "cancelled" });
    expect(await cancelBooking(other, organizer, second)).toMatchObject({ state: "cancelled" });
    expect(await resumeOrganization(core, { organization_id })).toMatchObject({ isNew: true, events: [{ event_id }] });
    core.clock.advance(2);
    expect(await listed(event_id)).toBe(true);
    expect(await placeHold(other, guest, ask(event_id, "A-4"))).toMatchObject({ state: "active" });
    expect(await actionsOf(organization_id)).toEqual([
      ["organization.resumed", null],
      ["organization.suspended", "Fakes"],
    ]);
    await letTimePass(core, 700, 100);
    await expectCleanAudit(core, event_id);
  });

  it.each([
    ["the organization first", true],
    ["its owner first", false],
  ])("stays so with its owner, whoever is resumed: %s", async (_, isFirst) => {
    const { event_id, organizer } = await openEvent(core, { rows: 1, perRow: 1 });
    const { user_id } = organizer;
    const organization_id = organizationOf(organizer);
    const suspend = [() => suspendOrganization(core, { organization_id }), () => suspendAccount(core, { user_id })];
    const resume = [() => resumeOrganization(core, { organization_id }), () => resumeAccount(core, { user_id })];
    for (const act of isFirst ? suspend : suspend.toReversed()) await act();
    for (const act of isFirst ? resume : resume.toReversed()) {
      expect(await listed(event_id)).toBe(false);
      await act();
    }
    expect(await listed(event_id)).toBe(true);
    expect(await resumeOrganization(core, { organization_id })).toMatchObject({
      ...{ isNew: false, organization: { state: "approved" } },
    });
  });

  it("has no event on sale of those that are published at that moment, and all of them once it is resumed", async () => {
    const organizer = await newOrganizer(core);
    const organization_id = organizationOf(organizer);
    const drafts: EventId[] = [];
    for (const _ of times(8, (i) => i))
      drafts.push((await openEvent(core, { rows: 1, perRow: 1, organizer, event: { status: "draft" } })).event_id);
    const { broken, refused, won } = await race<unknown>([
      ...drafts.map((event_id, i) =>
        setEventStatus(i % 2 === 0 ? core : other, organizer, { event_id, status: "published" }),
      ),
      suspendOrganization(core, { organization_id }),
    ]);
    expect(broken).toEqual([]);
    expect(won.length + (refused.SUSPENDED ?? 0)).toBe(9);
    const read = async () => (await readEvents(core.table, drafts)).map(({ event }) => event);
    expect((await read()).filter((event) => isListed(event))).toEqual([]);
    await resumeOrganization(core, { organization_id });
    expect((await read()).filter((event) => isListed(event))).toHaveLength(won.length - 1);
  });
});

const hall = { name: "Hall", city: "Paris", description: "", seat_types: ["Stalls"], timezone: "Europe/Paris" };

it("nobody knows an organization that is not there", async () => {
  const organization_id = "organization-99999" as OrganizationId;
  for (const act of [approveOrganization, suspendOrganization, resumeOrganization])
    await expect(act(core, { organization_id })).rejects.toMatchObject({ code: "ORGANIZATION_NOT_FOUND" });
});
