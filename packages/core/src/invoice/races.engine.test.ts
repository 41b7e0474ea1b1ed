import { expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { BookingId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { meetAtSeats } from "../testing/meet-at-seats.ts";
import type { TestCore } from "../testing/open-core.ts";
import { ask, type Sale } from "../testing/open-event.ts";
import { newVerified, openInvoiceEvent, reserve, reserveHeld } from "../testing/open-invoices.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { seededRandom } from "../testing/random.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectCleanAudit } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { lapseReservation } from "./lapse-reservation.ts";
import { markPaid } from "./mark-paid.ts";

const rounds = process.env.EVENTLY_PROOF ? 2_000 : 24;
/** Rounds that run at the same time. */
const atOnce = 8;
const window = 14 * 86_400;

const random = seededRandom(drawnSeed);
/** A booking's own item, and what counts the seats of an event, or of a person, that await payment. */
const isContended = (sk: string, pk: string) => sk < ":" || pk.startsWith("invoices-");
const { wrap } = meetAtSeats(() => random() < 0.5, isContended);
const [core, other] = await openTwoCores({ wrap }, { wrap });

type Round = { sale: Sale; buyer: Actor; booking_id: BookingId };
type Side = (process: TestCore, round: Round) => Promise<unknown>;

const pay: Side = (process, { sale, booking_id }) => markPaid(process, sale.organizer, { booking_id });
const cancel: Side = (process, { buyer, booking_id }) => cancelBooking(process, buyer, { booking_id });
const cancelAtOffice: Side = (process, { sale, booking_id }) => cancelBooking(process, sale.organizer, { booking_id });
const lapse: Side = async (process, { booking_id }) => {
  const booking = await findBooking(process, booking_id);
  if (!booking) throw new Error(`${booking_id} is gone`);
  await lapseReservation(process, keys.booking(booking.event_id, booking.booking_date));
};

const manyRounds = 200;

/** Of a job, which throws nothing where it came too late, the booking says whether it won. */
const contests: Record<string, readonly [Side, Side]> = {
  "a lapse against a payment by hand": [lapse, pay],
  "a cancellation by the buyer against a payment by hand": [cancel, pay],
  "a cancellation by the box office against a payment by hand": [cancelAtOffice, pay],
  "a payment by hand against another": [pay, pay],
  "a lapse against a cancellation": [lapse, cancel],
};

it.each(Object.entries(contests))("%s, at once in two processes: exactly one is written", async (name, sides) => {
  const ended = { confirmed: 0, cancelled: 0 };
  for (let first = 0; first < rounds; first += atOnce) {
    const count = Math.min(atOnce, rounds - first);
    const sale = await openInvoiceEvent(core, { rows: 5, perRow: atOnce });
    const buyers = await Promise.all(times(count, () => newVerified(core)));
    const opened = await Promise.all(
      buyers.map(async (buyer, i): Promise<Round> => {
        const { booking_id } = await reserve(core, sale, buyer, `A-${i + 1}`);
        return { sale, buyer, booking_id };
      }),
    );
    core.clock.advance(window + 1);
    for (const state of await Promise.all(opened.map((round, i) => playRound(round, sides, first + i)))) ended[state]++;
    await expectSeatsOf(opened);
    await expectCleanAudit(core, sale.event_id);
  }
  expect(ended.confirmed + ended.cancelled).toBe(rounds);
  process.stdout.write(`${name}: ${ended.confirmed} confirmed, ${ended.cancelled} cancelled of ${rounds}\n`);
  const always = sides.every((side) => side === pay) ? [rounds, 0] : sides.includes(pay) ? null : [0, rounds];
  if (always) expect([ended.confirmed, ended.cancelled]).toEqual(always);
  // In a few rounds one side may well win all.
  else if (rounds > manyRounds) expect(Math.min(ended.confirmed, ended.cancelled)).toBeGreaterThan(0);
});

async function playRound(round: Round, [first, second]: readonly [Side, Side], number: number) {
  const [left, right] = number % 2 === 0 ? [core, other] : [other, core];
  const { won, refused, broken } = await race([first(left, round), second(right, round)]);
  expect(broken).toEqual([]);
  const booking = await findBooking(core, round.booking_id);
  if (!booking || booking.state === "awaiting_payment") throw new Error("neither was written");
  // The job, which is no request, is refused without a word.
  const isJob = [first, second].includes(lapse);
  const isRefused = isJob && Object.keys(refused).length === 0;
  expect(won).toHaveLength(isRefused ? 2 : 1);
  const code = booking.state === "confirmed" ? "BOOKING_ALREADY_PAID" : "BOOKING_ALREADY_CANCELLED";
  expect(refused).toEqual(isRefused ? {} : { [code]: 1 });
  if (isRefused) expect(booking.state === "confirmed" || second === cancel).toBe(true);
  return booking.state;
}

/** A seat is free exactly where its booking is cancelled; whose the others are the audit says. */
async function expectSeatsOf(rounds: readonly Round[]): Promise<void> {
  const [{ sale } = { sale: null }] = rounds;
  if (!sale) throw new Error("there are no rounds");
  const seats = new Map((await readSeats(core, sale.event_id)).map((seat) => [seat.seat_pos as string, seat]));
  for (const { booking_id } of rounds) {
    const booking = await findBooking(core, booking_id);
    const isFree = booking?.state === "cancelled";
    for (const seat of booking?.seats ?? [])
      expect(seats.get(seat)).toMatchObject({ seat_state: isFree ? "available" : "booked" });
  }
}

it("of two reservations at a person's limit, at once in two processes, exactly one is made", async () => {
  for (let first = 0; first < rounds; first += atOnce) {
    // A fifth of it is more than all rounds together ask for.
    const sale = await openInvoiceEvent(core, { rows: 16, perRow: 28 });
    await Promise.all(
      times(Math.min(atOnce, rounds - first), async (i) => {
        const buyer = await newVerified(core);
        const row = (n: number, seats: number) =>
          times(seats, (k) => `${String.fromCharCode(65 + i * 2 + n)}-${k + 1}`);
        const seats = [row(0, 6), row(1, 5)] as const;
        const [six, five] = await Promise.all(
          seats.map((wanted) => placeHold(core, buyer, ask(sale.event_id, ...wanted))),
        );
        if (!six || !five) throw new Error("it is not held");
        await expectOne([reserveHeld(core, buyer, six.holding_id), reserveHeld(other, buyer, five.holding_id)], {
          cause: "seats_of_person",
        });
      }),
    );
    await expectCleanAudit(core, sale.event_id);
  }
});

it("of two reservations at a hall's limit, at once in two processes, exactly one is made", async () => {
  for (let first = 0; first < rounds; first += atOnce)
    await Promise.all(
      times(Math.min(atOnce, rounds - first), async () => {
        const sale = await openInvoiceEvent(core, { rows: 2, perRow: 5 });
        const buyers = [await newVerified(core), await newVerified(core)] as const;
        const holds = await Promise.all([
          placeHold(core, buyers[0], ask(sale.event_id, "A-1", "A-2")),
          placeHold(core, buyers[1], ask(sale.event_id, "B-1")),
        ]);
        await expectOne(
          [reserveHeld(core, buyers[0], holds[0].holding_id), reserveHeld(other, buyers[1], holds[1].holding_id)],
          { cause: "share_of_hall" },
        );
        await expectCleanAudit(core, sale.event_id);
      }),
    );
});

async function expectOne(reserving: Promise<unknown>[], details: { cause: string }): Promise<void> {
  const outcomes = await Promise.allSettled(reserving);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
  expect(refused).toMatchObject([{ code: "INVOICE_NOT_AVAILABLE", details }]);
}
