import { describe, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import { toBooking } from "../booking/booking.table.ts";
import { findBooking } from "../booking/get-booking.ts";
import { checkInTicket } from "../door/check-in-tickets.ts";
import { readDoor } from "../door/read-door.ts";
import { usualPolicy } from "../event/policy.ts";
import type { Item } from "../table/transact.ts";
import { dumpTable, openTableBefore, writeItems } from "../testing/open-table-before.ts";
import { listTickets } from "../ticket/list-tickets.ts";
import { reissueTicket } from "../ticket/reissue-ticket.ts";
import type { Actor } from "../user/user.ts";
import { migrateOrganizations } from "./migrate-organizations.ts";

/** How versions before tickets stored a booking: the first of them stated neither buyer nor terms, the next one did, and their link. */
const shapes: Record<string, (start_time: string) => Item> = {
  "that state no buyer": () => ({}),
  "that state their buyer": (start_time) => ({
    ...{ buyer: { name: "Ann Ode", email: "ann@example.org" }, start_time, cancellation_policy: usualPolicy },
    link_version: 2,
  }),
};

describe.each(Object.entries(shapes))("bookings of a version before, %s,", (_, more) => {
  it("have their tickets, for which nothing is written, and go in at the door, migrated or not", async () => {
    const { core, before, items } = await openTableBefore();
    const { organizer } = before.users;
    const event_id = before.events.concert;
    const start_time = String(items.find(({ pk, sk }) => pk === event_id && sk === "EVENT")?.start_time);
    const bookings = items.filter(({ booking_date }) => booking_date !== undefined);
    await writeItems(
      core.table,
      bookings.map((item) => ({ ...item, ...more(start_time) })),
    );
    const stored = await dumpTable(core.table);
    const codes = new Map<string, string[]>();
    for (const { booking_id, user_id, seats, state } of bookings.map(toBooking)) {
      const buyer: Actor = { user_id, role: "attendee" };
      const tickets = await listTickets(core, buyer, { booking_id });
      expect(tickets.map(({ seat_pos }) => seat_pos)).toEqual(seats);
      for (const { version, code, state: shown } of tickets) {
        expect(version).toBe(1);
        if (state === "cancelled") expect(shown).toBe("cancelled");
        expect(core.ticketKeys.verify(code)).toMatchObject({ booking_id, version });
      }
      codes.set(
        booking_id,
        tickets.map(({ code }) => code),
      );
    }
    expect(await dumpTable(core.table)).toEqual(stored);

    const { paid, cancelled } = before.bookings;
    const [first = "", second = ""] = codes.get(paid) ?? [];
    const scan = (code: string) => checkInTicket(core, organizer, { event_id, code });
    await expect(scan(codes.get(cancelled)?.[0] ?? "")).rejects.toMatchObject({ code: "TICKET_CANCELLED" });
    expect(await scan(first)).toMatchObject({ result: "admitted" });
    await expect(scan(first)).rejects.toMatchObject({ code: "TICKET_ALREADY_ADMITTED" });
    for (const _ of [1, 2]) await migrateOrganizations(core);
    const { tickets } = await readDoor(core, organizer, { event_id });
    const [, seat] = tickets.filter(({ booking_id }) => booking_id === paid);
    if (!seat) throw new Error("the booking has no second seat");
    const next = await reissueTicket(core, organizer, { booking_id: paid, seat_pos: seat.seat_pos });
    await expect(scan(second)).rejects.toMatchObject({ code: "TICKET_SUPERSEDED" });
    expect(await scan(next.code)).toMatchObject({ result: "admitted" });
    expect(await findBooking(core, paid)).toMatchObject({ admitted: 2, tickets: { [seat.seat_pos]: { version: 2 } } });
    expect((await auditEvent(core, event_id)).faults).toEqual([]);
    expect(core.faults).toEqual([]);
    await core.close();
  });
});
