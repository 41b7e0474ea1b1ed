import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelSeats } from "../box-office/cancel-seats.ts";
import { moveSeats } from "../box-office/move-seats.ts";
import { sellAtCounter } from "../box-office/sell-at-counter.ts";
import type { BookingId, SeatId } from "../ids.ts";
import { type Door, openDoor } from "../testing/open-door.ts";
import { listTickets } from "../ticket/list-tickets.ts";
import { reissueTicket } from "../ticket/reissue-ticket.ts";
import { undoCheckIn } from "./undo-check-in.ts";

let door: Door;

beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.core.close());

const move = (booking_id: BookingId, from: SeatId, to: SeatId) =>
  moveSeats(door.core, door.organizer, { booking_id, seats: [{ from, to }] });
const codesOf = async (booking_id: BookingId) =>
  (await listTickets(door.core, door.guest, { booking_id })).map(({ code }) => code);
const refused = (code: string) => ({ code });

describe("a seat that the box office moves", () => {
  it("has a ticket of its own, and the ones before are refused, also once it is back", async () => {
    const { booking_id, code, seat_pos } = await door.book();
    const other = door.takeSeat();
    await move(booking_id, seat_pos, other);
    await expect(door.scan(code)).rejects.toMatchObject(refused("TICKET_SUPERSEDED"));
    const [moved = ""] = await codesOf(booking_id);
    await move(booking_id, other, seat_pos);
    for (const old of [code, moved]) await expect(door.scan(old)).rejects.toMatchObject(refused("TICKET_SUPERSEDED"));
    const [back = ""] = await codesOf(booking_id);
    expect(await door.scan(back)).toMatchObject({ result: "admitted", seat_pos });
  });

  it("is not moved from under whoever is in, before the door undoes that", async () => {
    const { booking_id, code, codes, tickets, seat_pos } = await door.book(2);
    const { check_in_id, admitted_at } = await door.scan(code, { gate: "North" });
    const [seat, second] = [door.takeSeat(), door.takeSeat()];
    await expect(move(booking_id, seat_pos, seat)).rejects.toMatchObject({
      ...refused("TICKET_ALREADY_ADMITTED"),
      details: { admitted_at, gate: "North" },
    });
    expect(await move(booking_id, tickets[1]?.seat_pos ?? seat_pos, second)).toMatchObject({ changes: 1 });
    await expect(door.scan(String(codes[1]))).rejects.toMatchObject(refused("TICKET_SUPERSEDED"));
    await undoCheckIn(door.core, door.organizer, { event_id: door.event_id, check_in_id });
    expect((await move(booking_id, seat_pos, seat)).seats).toEqual([seat, second]);
    for (const code of await codesOf(booking_id)) await door.scan(code);
    expect(await door.countIn(booking_id)).toBe(2);
  });

  it.each(["move", "reissue"] as const)("is scanned or meets %s, whichever came first: never both", async (change) => {
    for (let round = 0; round < 5; round++) {
      const { booking_id, code, seat_pos } = await door.book();
      const changing =
        change === "move"
          ? move(booking_id, seat_pos, door.takeSeat())
          : reissueTicket(door.core, door.organizer, { booking_id, seat_pos });
      const [scanned, changed] = await Promise.allSettled([door.scan(code), changing]);
      // A ticket that is used can still be issued anew: nobody else goes in with either.
      if (change === "move") expect([scanned.status, changed.status].toSorted()).toEqual(["fulfilled", "rejected"]);
      const again = await Promise.allSettled([code, ...(await codesOf(booking_id))].map((code) => door.scan(code)));
      const admitted = again.filter(({ status }) => status === "fulfilled").length;
      expect(Number(scanned.status === "fulfilled") + admitted).toBe(1);
      expect(await door.countIn(booking_id)).toBe(1);
    }
  });
});

describe("a single seat that the box office cancels", () => {
  it("has no ticket any more, unless somebody is in with it", async () => {
    const { core, organizer, event_id } = door;
    const seats = [door.takeSeat(), door.takeSeat(), door.takeSeat()] as const;
    const { booking_id, user_id } = await sellAtCounter(core, organizer, {
      event_id,
      seats: [...seats],
      payment: "comp",
    });
    const tickets = await listTickets(core, { user_id, role: "guest" }, { booking_id });
    const [first = "", second = ""] = tickets.map(({ code }) => code);
    await door.scan(first);
    const cancel = (...gone: SeatId[]) => cancelSeats(core, organizer, { booking_id, seats: gone });
    await expect(cancel(seats[0])).rejects.toMatchObject(refused("TICKET_ALREADY_ADMITTED"));
    expect(await cancel(seats[1])).toMatchObject({ seats: [seats[0], seats[2]] });
    await expect(door.scan(second)).rejects.toMatchObject(refused("TICKET_SUPERSEDED"));
    expect(await door.countIn(booking_id)).toBe(1);
  });
});
