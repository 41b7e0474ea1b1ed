import { beforeEach, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { isListed } from "../event/event.rules.ts";
import { findEvent } from "../event/find-event.ts";
import { deleteEvent } from "../event-change/delete-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHolds } from "../holders/release-holds.ts";
import type { EventId, OrganizationId } from "../ids.ts";
import { acceptInvitation } from "../membership/accept-invitation.ts";
import { removeMember } from "../membership/change-member.ts";
import { suspendOrganizationItem } from "../organization/organization.table.ts";
import { transact } from "../table/transact.ts";
import { joinOrganization, readActor, sendInvitation } from "../testing/join-organization.ts";
import { buy } from "../testing/known-sale.ts";
import { ask, newGuest, openEvent } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { race } from "../testing/race.ts";
import { signIn } from "../testing/sign-in.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { resumeAccount, suspendAccount } from "./suspend-account.ts";
import { resumeOrganization, suspendOrganization } from "./suspend-organization.ts";

const [core, other] = await openTwoCores();

let owner: Actor;
let organization_id: OrganizationId;
let event_id: EventId;

beforeEach(async () => {
  ({ organizer: owner, event_id } = await openEvent(core, { rows: 1, perRow: 1 }));
  organization_id = ownOrganization(owner);
});

const join = async () => (await joinOrganization(core, owner, organization_id, "owner")).actor;
const isOnSale = async () => {
  const event = await findEvent(core.table, event_id);
  return event !== null && isListed(event);
};

it("a suspended organization's members serve those who bought, and decide nothing about its events, which an admin may", async () => {
  const sale = await openEvent(core, { rows: 1, perRow: 4, organizer: owner });
  const draft = await openEvent(core, { rows: 1, perRow: 1, organizer: owner, event: { status: "draft" } });
  const { actor: manager } = await joinOrganization(core, owner, organization_id, "manager");
  const guest = await newGuest(core);
  const booking = await buy(core, sale, guest, "A-1");
  const held = await placeHold(core, guest, ask(sale.event_id, "A-2"));
  await suspendOrganization(core, { organization_id });
  const set = (who: Actor, status: "paused" | "cancelling") =>
    setEventStatus(other, who, { event_id: sale.event_id, status });
  for (const refused of [
    () => set(manager, "paused"),
    () => set(manager, "cancelling"),
    () => deleteEvent(other, owner, draft),
  ])
    await expect(refused()).rejects.toMatchObject({
      ...{ code: "SUSPENDED", message: expect.stringContaining("What it sold can still be cancelled") },
    });
  expect(await cancelBooking(other, manager, booking)).toMatchObject({ state: "cancelled" });
  expect(await releaseHolds(other, manager, { ...sale, ...held })).toMatchObject({ released: 1 });
  await removeMember(other, owner, { organization_id, user_id: manager.user_id });
  expect(await set({ ...(await newGuest(core)), role: "admin" }, "cancelling")).toMatchObject({ status: "cancelling" });
});

it("what is suspended sells nothing within two seconds, also where no event was withdrawn yet", async () => {
  const sale = await openEvent(core, { rows: 1, perRow: 4, organizer: owner });
  const guest = await newGuest(core);
  const held = await placeHold(other, guest, ask(sale.event_id, "A-1"));
  await transact(core.table, [suspendOrganizationItem(organization_id, toInstant(core.clock()))]);
  core.clock.advance(2);
  await expect(placeHold(other, guest, ask(sale.event_id, "A-2"))).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
  await expect(confirmHold(other, guest, { ...held, payment: { token: "tok_visa" } })).rejects.toMatchObject({
    ...{ code: "SALE_CLOSED", message: "This event is no longer on sale. Nothing was charged." },
  });
  await resumeOrganization(other, { organization_id });
  expect(await confirmHold(other, guest, { ...held, payment: { token: "tok_visa" } })).toMatchObject({
    state: "confirmed",
  });
});

describe("an organization with two owners", () => {
  it("sells until both are suspended, and again once one of them is resumed, whichever", async () => {
    const second = await join();
    for (const [first, last] of [
      [owner, second],
      [second, owner],
    ] as const) {
      await suspendAccount(core, first);
      expect(await isOnSale()).toBe(true);
      expect(await suspendAccount(core, last)).toMatchObject({ events: [{ event_id }] });
      expect(await isOnSale()).toBe(false);
      expect(await resumeAccount(core, first)).toMatchObject({ events: [{ event_id }] });
      expect(await isOnSale()).toBe(true);
      await resumeAccount(core, last);
    }
  });

  it("is suspended where both are at once, in two processes", async () => {
    const second = await join();
    const { broken } = await race<unknown>([suspendAccount(core, owner), suspendAccount(other, second)]);
    expect(broken).toEqual([]);
    expect(await isOnSale()).toBe(false);
  });

  it.each([
    ["with its former owner", false],
    ["by itself, too", true],
  ])("can be resumed where one of them is active, although it was suspended %s", async (_, isTwice) => {
    const { user } = await signIn(core, `joining-${isTwice}@example.org`);
    const asked = { organization_id, email: String(user.email), role: "owner" } as const;
    const { token } = await sendInvitation(core, owner, asked);
    await suspendAccount(core, owner);
    if (isTwice) await suspendOrganization(core, { organization_id });
    await acceptInvitation(core, user, { token });
    await removeMember(core, await readActor(core, user), { organization_id, user_id: owner.user_id });
    await resumeAccount(core, owner);
    expect(await isOnSale()).toBe(false);
    expect(await resumeOrganization(core, { organization_id })).toMatchObject({ isNew: true, events: [{ event_id }] });
    expect(await isOnSale()).toBe(true);
  });
});
