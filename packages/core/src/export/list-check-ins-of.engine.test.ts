import { expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { checkInTicket } from "../door/check-in-tickets.ts";
import { removeMember } from "../membership/change-member.ts";
import { deleteUser } from "../privacy/delete-user.ts";
import { forgetAdmissions } from "../privacy/forget-check-ins.ts";
import { forgetUser } from "../privacy/forget-user.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { joinOrganization, readActor } from "../testing/join-organization.ts";
import { openDoor } from "../testing/open-door.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { exportBookings } from "./export-bookings.ts";
import { exportUser } from "./export-user.ts";
import { listScans, readAdmissions } from "./list-check-ins-of.ts";
import { type ExportedScan, UserExport } from "./user-export.ts";

it("an entry that never counted is exported with its booking, and its words are forgotten", async () => {
  const door = await openDoor();
  const { booking_id, seat_pos } = await door.book();
  await cancelBooking(door.core, door.guest, { booking_id });
  await door.merge([{ seat_pos, booking_id, version: 1, reason: "Ann lost her phone" }]);
  const booking = await findBooking(door.core, booking_id);
  if (!booking) throw new Error("the booking is gone");
  const read = () => readAdmissions(door.core.table, booking);
  expect(await read()).toMatchObject([{ seat_pos, ticket: "cancelled", version: 1, reason: "Ann lost her phone" }]);
  await forgetAdmissions(door.core, booking);
  expect(await read()).toMatchObject([{ seat_pos, reason: "" }]);
  await door.core.close();
});

it("whom somebody let in is exported and forgotten also after they left the organization", async () => {
  const door = await openDoor();
  const { core, event_id, organizer } = door;
  const organization_id = ownOrganization(organizer);
  const { actor } = await joinOrganization(core, organizer, organization_id, "door");
  const { seat_pos, booking_id } = await door.book();
  const scan = { event_id, seat_pos, reason: "I know them", device: "Bob’s phone" };
  await checkInTicket(core, await readActor(core, actor), scan);
  await removeMember(core, organizer, { organization_id, user_id: actor.user_id });
  const item = await readItem(core.table, keys.user(actor.user_id));
  if (!item) throw new Error("the account is gone");
  const scans: ExportedScan[] = [];
  for await (const exported of listScans(core.table, item, new Set())) scans.push(exported);
  expect(scans).toMatchObject([{ booking_id, reason: scan.reason, device: scan.device }]);
  const file = await exportUser(core, await readActor(core, actor), actor);
  expect(UserExport.parse(JSON.parse(await file.read())).account.was_in).toEqual([organization_id]);
  await deleteUser(core, await readActor(core, actor), { user_id: actor.user_id });
  await forgetUser(core, keys.job("forget", actor.user_id));
  const { items } = await door.list();
  expect(items.flatMap(({ entries }) => entries)).toMatchObject([{ reason: "", device: null }]);
  await core.close();
});

it("who was let in before a booking was cancelled is told by its row, and by what is exported of its buyer", async () => {
  const door = await openDoor();
  const { core, event_id, organizer, guest } = door;
  const { booking_id, code } = await door.book(2);
  await door.scan(code);
  await cancelBooking(core, organizer, { booking_id });
  const file = await exportBookings(core, organizer, { event_id });
  const [names = [], cells = []] = (await file.read())
    .trim()
    .split("\r\n")
    .map((row) => row.split(","));
  // From the end: seats may have commas, what follows them has none.
  expect(cells.at(names.indexOf("seats_admitted") - names.length)).toBe("1");
  expect(cells).toContain("cancelled");
  const { bookings } = UserExport.parse(JSON.parse(await (await exportUser(core, guest, guest)).read()));
  expect(bookings).toMatchObject([
    { booking: { state: "cancelled" }, check_ins: [{ ticket: "valid", undone_at: null }] },
  ]);
  await core.close();
});
