import { describe, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import type { TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { readSeats } from "../testing/read-seats.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { listOpenHolds } from "./get-hold.ts";
import { placeHold } from "./place-hold.ts";
import { releaseHold } from "./release-hold.ts";

const either = (i: number) => (i % 2 === 0 ? core : other);

const [core, other] = await openTwoCores();

describe("a race for seats, in two processes", () => {
  it.each([{ buyers: 50, seats: 10 }, ...(process.env.EVENTLY_PROOF ? [{ buyers: 500, seats: 100 }] : [])])(
    "$buyers buyers for $seats seats: every seat is sold once",
    async ({ buyers, seats }) => {
      const { event_id } = await openEvent(core, { rows: 1, perRow: seats });
      const guests = await Promise.all(times(buyers, () => newGuest(core)));
      const { won, refused, broken } = await race(
        guests.map(async (guest, i) => {
          const process = either(i);
          const { holding_id } = await placeHold(process, guest, ask(event_id, `A-${(i % seats) + 1}`));
          return confirmHold(process, guest, { holding_id, payment: { token: "tok_visa" } });
        }),
      );
      expect(broken).toEqual([]);
      expect(refused).toEqual({ SEATS_UNAVAILABLE: buyers - seats });
      expect(won).toHaveLength(seats);
      await Promise.all([core, other].map(({ background }) => background.settled()));
      const { faults, counted } = await auditEvent(core, event_id);
      expect(faults).toEqual([]);
      expect(counted).toMatchObject({
        booked: seats,
        bookings: seats,
        at_gateway: seats * 4500,
        unfinished_payments: 0,
      });
    },
  );

  it("200 clients for 1 to 6 overlapping seats each: whole holds only", async () => {
    const random = seededRandom(200);
    const { event_id } = await openEvent(core, { rows: 2, perRow: 30 });
    const guests = await Promise.all(times(200, () => newGuest(core)));
    const { won, refused, broken } = await race(
      guests.map((guest, i) => placeHold(either(i), guest, ask(event_id, ...drawNeighbours(random)))),
    );
    expect(broken).toEqual([]);
    expect(Object.keys(refused)).toEqual(["SEATS_UNAVAILABLE"]);
    const held = won.flatMap(({ seats }) => seats);
    expect(new Set(held).size).toBe(held.length);
    const list = (await readSeats(core, event_id)).filter(({ seat_state }) => seat_state === "held");
    expect(list.map(({ seat_pos }) => seat_pos).sort()).toEqual([...held].sort());
    const { faults, counted } = await auditEvent(core, event_id);
    expect(faults).toEqual([]);
    expect(counted.held).toBe(held.length);
  });

  it("500 clients for one seat: one winner", async () => {
    const { event_id } = await openEvent(core, { rows: 1, perRow: 5 });
    const guests = await Promise.all(times(500, () => newGuest(core)));
    const { won, refused, broken } = await race(
      guests.map((guest, i) => placeHold(either(i), guest, ask(event_id, "A-3"))),
    );
    expect(broken).toEqual([]);
    expect(won).toHaveLength(1);
    expect(refused).toEqual({ SEATS_UNAVAILABLE: 499 });
    expect((await auditEvent(core, event_id)).counted.held).toBe(1);
  });

  it("50 clients for one seat whose hold has expired: one winner, and the old hold can't be confirmed", async () => {
    const { event_id } = await openEvent(core, { rows: 1, perRow: 5 });
    const late = await newGuest(core);
    const old = await placeHold(core, late, ask(event_id, "A-3", "A-4"));
    core.clock.advance(181);
    const guests = await Promise.all(times(50, () => newGuest(core)));
    const { won } = await race(guests.map((guest, i) => placeHold(either(i), guest, ask(event_id, "A-3"))));
    expect(won).toHaveLength(1);
    await expect(confirmHold(core, late, { ...old, payment: { token: "tok_visa" } })).rejects.toMatchObject({
      code: "HOLD_EXPIRED",
    });
    const { faults, counted } = await auditEvent(core, event_id);
    expect(faults).toEqual([]);
    expect(counted).toMatchObject({ bookings: 0, at_gateway: 0 });
  });
});

describe("the limit of two holds, in two processes", () => {
  it("allows exactly two of twenty concurrent holds of one person", async () => {
    const { event_id } = await openEvent(core, { rows: 2, perRow: 10 });
    const guest = await newGuest(core);
    const { won, refused, broken } = await race(
      times(20, (i) => placeHold(either(i), guest, ask(event_id, seatAt(i, 10)))),
    );
    expect(broken).toEqual([]);
    expect(won).toHaveLength(2);
    expect(refused).toEqual({ HOLD_LIMIT_REACHED: 18 });
    expect(await listOpenHolds(core, guest, { event_id })).toHaveLength(2);
    expect((await auditEvent(core, event_id)).counted.held).toBe(2);
  });

  it("frees slots again after any mix of concurrent holds and releases", async () => {
    const { event_id } = await openEvent(core, { rows: 2, perRow: 10 });
    const guest = await newGuest(core);
    const { broken } = await race(times(20, (i) => holdAndRelease(either(i), guest, ask(event_id, seatAt(i, 10)))));
    expect(broken).toEqual([]);
    expect(await listOpenHolds(core, guest, { event_id })).toEqual([]);
    await placeHold(core, guest, ask(event_id, "A-1"));
    await placeHold(core, guest, ask(event_id, "A-2"));
    const { faults, counted } = await auditEvent(core, event_id);
    expect(faults).toEqual([]);
    expect(counted.held).toBe(2);
  });
});

const seatAt = (i: number, perRow: number) => `${i < perRow ? "A" : "B"}-${(i % perRow) + 1}`;

function drawNeighbours(random: () => number): string[] {
  const count = 1 + drawBelow(random, 6);
  const row = drawBelow(random, 2) === 0 ? "A" : "B";
  const first = 1 + drawBelow(random, 30 - count + 1);
  return times(count, (i) => `${row}-${first + i}`);
}

async function holdAndRelease(process: TestCore, guest: Actor, input: ReturnType<typeof ask>): Promise<void> {
  await releaseHold(process, guest, await placeHold(process, guest, input));
}
