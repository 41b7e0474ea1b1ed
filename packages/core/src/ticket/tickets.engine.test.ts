import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking, getBooking } from "../booking/get-booking.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import type { BookingId } from "../ids.ts";
import { id } from "../testing/id.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newOrganizer, openEvent, type Sale } from "../testing/open-event.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { listTickets, listTicketsByLink } from "./list-tickets.ts";
import { reissueTicket } from "./reissue-ticket.ts";

let core: TestCore;
let sale: Sale;
let ann: Actor;

beforeAll(async () => {
  core = await openCore();
  sale = await openEvent(core);
  ann = (await createUser(core, { email: "ann@example.org", name: "Ann Ode", role: "attendee" })).user;
});
afterAll(() => core.close());

const linkOf = async (booking_id: BookingId) => String((await getBooking(core, ann, { booking_id })).link);

describe("the tickets of a booking", () => {
  it("are one a seat, each with a code of its own that says which seat it is", async () => {
    const { booking_id } = await buy(core, sale, ann, "A-1", "A-2");
    const tickets = await listTickets(core, ann, { booking_id });
    const common = { booking_id, section: "", row_label: "A", seat_type: "Stalls", version: 1, holder: "Ann Ode" };
    expect(tickets).toEqual(
      ["1", "2"].map((seat_label) => ({
        ...{ ...common, seat_pos: `A-${seat_label}`, seat_label, state: "valid" },
        code: expect.stringMatching(/^E1\.k1\./),
      })),
    );
    for (const { code, seat_pos, version } of tickets)
      expect(core.ticketKeys.verify(code)).toEqual({ event_id: sale.event_id, booking_id, seat_pos, version });
    expect(await listTicketsByLink(core, { link: await linkOf(booking_id) })).toEqual(tickets);
  });

  it("are for their buyer and whoever has the link, not even for the organizer", async () => {
    const { booking_id } = await buy(core, sale, ann, "A-3");
    for (const actor of [sale.organizer, await newOrganizer(core)])
      await expect(listTickets(core, actor, { booking_id })).rejects.toMatchObject({ code: "BOOKING_NOT_FOUND" });
    await expect(listTicketsByLink(core, { link: `${await linkOf(booking_id)}x` })).rejects.toMatchObject({
      code: "BOOKING_NOT_FOUND",
    });
  });

  it("are cancelled with it", async () => {
    const { booking_id } = await buy(core, sale, ann, "A-4");
    await cancelBooking(core, ann, { booking_id });
    expect(await listTickets(core, ann, { booking_id })).toMatchObject([{ state: "cancelled" }]);
  });
});

describe("a ticket issued anew", () => {
  it("has the next version, and the other seats keep theirs", async () => {
    const { booking_id } = await buy(core, sale, ann, "A-5", "A-6");
    const before = await listTickets(core, ann, { booking_id });
    const ticket = await reissueTicket(core, sale.organizer, { booking_id, seat_pos: id.seat("A-6") });
    expect(ticket).toMatchObject({ seat_pos: "A-6", version: 2, holder: "Ann Ode", state: "valid" });
    expect(await listTickets(core, ann, { booking_id })).toEqual([before[0], ticket]);
    const { items } = await listEventJournal(core, sale.organizer, { event_id: sale.event_id, limit: 50 });
    const changes = { [`${booking_id} A-6`]: { before: 1, after: 2 } };
    expect(items).toContainEqual(expect.objectContaining({ action: "ticket.reissued", changes }));
  });

  it("is one version for each of many who issue it at once", async () => {
    const { booking_id } = await buy(core, sale, ann, "A-7");
    const many = Array.from({ length: 4 }, () =>
      reissueTicket(core, sale.organizer, { booking_id, seat_pos: id.seat("A-7") }),
    );
    const versions = (await Promise.all(many)).map(({ version }) => version);
    expect(versions.toSorted()).toEqual([2, 3, 4, 5]);
    expect((await findBooking(core, booking_id))?.tickets).toEqual({ "A-7": { version: 5 } });
  });

  it("is issued by the event's organizer alone, for a seat of a booking that is not cancelled", async () => {
    const { booking_id } = await buy(core, sale, ann, "A-8");
    const seat_pos = id.seat("A-8");
    for (const [actor, code] of [
      [ann, "FORBIDDEN"],
      [await newOrganizer(core), "BOOKING_NOT_FOUND"],
    ] as const)
      await expect(reissueTicket(core, actor, { booking_id, seat_pos })).rejects.toMatchObject({ code });
    await expect(reissueTicket(core, sale.organizer, { booking_id, seat_pos: id.seat("A-1") })).rejects.toMatchObject({
      code: "SEAT_NOT_FOUND",
    });
    await cancelBooking(core, ann, { booking_id });
    await expect(reissueTicket(core, sale.organizer, { booking_id, seat_pos })).rejects.toMatchObject({
      code: "BOOKING_ALREADY_CANCELLED",
    });
  });
});
