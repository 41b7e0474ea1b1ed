import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { isFailure } from "../errors.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { releaseHolds } from "../holders/release-holds.ts";
import { createFaults, type FaultKind, faultKinds, survivable } from "../testing/faults.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { extendHold } from "./extend-hold.ts";
import { getHold } from "./get-hold.ts";
import type { HoldingView } from "./hold.ts";
import { placeHold } from "./place-hold.ts";
import { releaseHold } from "./release-hold.ts";

/** The core with faulty requests, and one on the same table without faults. */
let faulty: TestCore;
let sound: TestCore;
let sale: Sale;
let nextSeat = 1;
const faults = createFaults();
const payment = { token: "tok_visa" };

beforeAll(async () => {
  faulty = await openCore({ wrap: faults.wrap });
  sound = await openCore({ alongside: faulty });
  sale = await openEvent(sound, { rows: 1, perRow: 900 });
});
afterAll(async () => {
  await sound.close();
  await faulty.close();
});

type Stage = { guest: Actor; hold: HoldingView; booking: BookingView | null };

async function setStage(booked: boolean): Promise<Stage> {
  const guest = await newGuest(sound);
  const hold = await placeHold(sound, guest, ask(sale.event_id, `A-${nextSeat++}`, `A-${nextSeat++}`));
  if (!booked) return { guest, hold, booking: null };
  return { guest, hold, booking: (await confirmHold(sound, guest, { ...hold, payment })) as BookingView };
}

/** The result, or null if it was UNAVAILABLE; any other error fails the test. */
async function answerOf<T>(verb: () => Promise<T>): Promise<T | null> {
  try {
    return await verb();
  } catch (error) {
    if (isFailure(error, "UNAVAILABLE")) return null;
    throw error;
  } finally {
    await faulty.background.settled();
    faults.end();
  }
}

type Verb = {
  name: string;
  booked?: boolean;
  run(stage: Stage): Promise<unknown>;
  /** Checks the invariants with or without a response, by repeating the call without faults. */
  check(stage: Stage, answer: unknown): Promise<void>;
};

const verbs: Verb[] = [
  {
    name: "extend",
    run: ({ guest, hold }) => extendHold(faulty, guest, hold),
    async check({ guest, hold }, answer) {
      const { hold_ttl, extendable } = await getHold(sound, guest, hold);
      expect(hold_ttl).toBe(extendable ? hold.hold_ttl : hold.hold_ttl + 120);
      if (answer) expect(answer).toMatchObject({ hold_ttl, extendable: false });
    },
  },
  {
    name: "release by the organizer",
    run: ({ hold: { holding_id } }) => releaseHolds(faulty, sale.organizer, { event_id: sale.event_id, holding_id }),
    async check({ guest, hold }, answer) {
      const { holding_id } = hold;
      if (answer) expect(answer).toMatchObject({ released: 1, seats: 2 });
      const again = await releaseHolds(sound, sale.organizer, { event_id: sale.event_id, holding_id });
      expect(again).toMatchObject({ released: 1, seats: 2 });
      expect(await getHold(sound, guest, hold)).toMatchObject({ state: "released", released_by: "organizer" });
      const entries = (await listEventJournal(sound, sale.organizer, { event_id: sale.event_id, limit: 200 })).items;
      expect(entries.filter(({ changes }) => holding_id in changes)).toHaveLength(1);
    },
  },
  {
    name: "release",
    run: ({ guest, hold }) => releaseHold(faulty, guest, hold),
    async check({ guest, hold }, answer) {
      const { state } = await getHold(sound, guest, hold);
      expect(["active", "released"]).toContain(state);
      if (answer) expect(state).toBe("released");
      expect(await releaseHold(sound, guest, hold)).toMatchObject({ state: "released" });
      const again = await placeHold(sound, guest, ask(sale.event_id, ...hold.seats));
      await releaseHold(sound, guest, again);
    },
  },
  {
    name: "confirm",
    run: ({ guest, hold }) => confirmHold(faulty, guest, { holding_id: hold.holding_id, payment }),
    check: checkConfirmed,
  },
  {
    name: "cancel",
    booked: true,
    run: ({ guest, booking }) => cancelBooking(faulty, guest, booking as BookingView),
    async check({ guest, booking }, answer) {
      const { booking_id } = booking as BookingView;
      const { state } = await getBooking(sound, guest, { booking_id });
      expect(["confirmed", "cancelled"]).toContain(state);
      if (answer) expect(state).toBe("cancelled");
      if (state === "confirmed") await cancelBooking(sound, guest, { booking_id });
    },
  },
];

/** A repeated confirm returns the booking that the first one made; no response and no payment is lost. */
async function checkConfirmed({ guest, hold }: Stage, answer: unknown): Promise<void> {
  const again = (await confirmHold(sound, guest, { holding_id: hold.holding_id, payment }).catch((error) => {
    if (!isFailure(error, "PAYMENT_IN_PROGRESS")) throw error;
    return null;
  })) as BookingView | null;
  if (answer) expect(again).toMatchObject({ booking_id: (answer as BookingView).booking_id, state: "confirmed" });
  if (!again) {
    await letTimePass(sound, 70, 35);
    expect((await getHold(sound, guest, hold)).state).toMatch(/^(active|expired)$/);
  }
}

/** Runs the call once without a fault to count its requests, then once per request with this fault. */
async function strikeEach(kind: FaultKind, once: (strike: number) => Promise<void>): Promise<void> {
  let requests = 0;
  for (let position = -1; position < requests; position++) {
    await once(position);
    if (position < 0) requests = faults.seen();
  }
  expect(requests, `${kind} had nothing to strike`).toBeGreaterThan(0);
}

const strikeAt = (position: number, kind: FaultKind) => faults.plan((i) => (i === position ? kind : null));

describe.each(verbs)("$name, whatever happens to one of its requests", ({ run, check, booked = false }) => {
  it.each(faultKinds)("%s", (kind: FaultKind) =>
    strikeEach(kind, async (position) => {
      const stage = await setStage(booked);
      strikeAt(position, kind);
      const answer = await answerOf(() => run(stage));
      if (position < 0 || survivable.has(kind)) expect(answer, `request ${position}`).not.toBeNull();
      await check(stage, answer);
    }),
  );
});

describe("hold, whatever happens to one of its requests", () => {
  it.each(faultKinds)("%s", (kind: FaultKind) =>
    strikeEach(kind, async (position) => {
      const guest = await newGuest(sound);
      const wanted = ask(sale.event_id, `A-${nextSeat++}`, `A-${nextSeat++}`);
      strikeAt(position, kind);
      const answer = await answerOf(() => placeHold(faulty, guest, wanted));
      if (position < 0 || survivable.has(kind)) expect(answer, `request ${position}`).not.toBeNull();
      if (answer) expect(await getHold(sound, guest, answer)).toMatchObject({ state: "active", seats: wanted.seats });
    }),
  );
});

it("a confirm whose token the engine forgot returns its own booking and voids nothing", async () => {
  const { guest, hold } = await setStage(false);
  faults.plan(() => "resent");
  const booking = await answerOf(() => confirmHold(faulty, guest, { holding_id: hold.holding_id, payment }));
  expect(booking).toMatchObject({ state: "confirmed", payment_status: "authorized", seats: hold.seats });
  const charges = (await sound.gateway.listByEvent(sale.event_id, [null])).filter(
    ({ holding_id }) => holding_id === hold.holding_id,
  );
  expect(charges).toMatchObject([{ state: "captured", amount: 9000, refunded: 0 }]);
});

it("afterwards the audit is clean and no work is left", async () => {
  await letTimePass(sound, 240);
  const { counted } = await expectCleanAudit(sound, sale.event_id);
  expect(counted.bookings).toBeGreaterThan(counted.cancelled);
});
