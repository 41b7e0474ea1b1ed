import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { viewEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { ChangingSale } from "../testing/changing-sale.ts";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { editEvent } from "../testing/edit-event.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newSeat, openEvent } from "../testing/open-event.ts";
import { seededRandom } from "../testing/random.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import { confirmHold } from "./confirm-hold.ts";
import { placeHold } from "./place-hold.ts";

const rounds = process.env.EVENTLY_PROOF ? 10_000 : 100;
const mostRounds = process.env.EVENTLY_PROOF ? rounds : 20 * rounds;
const roundsPerSale = process.env.EVENTLY_PROOF ? 100 : 50;
const random = seededRandom(drawnSeed);
const halls = [..."123456"].map(Number);
const seats = [...halls.map((n) => newSeat("A", n)), ...halls.map((n) => newSeat("B", n, "Box"))];
const names = [...halls.map((n) => `A-${n}`), ...halls.map((n) => `B-${n}`)];
let core: TestCore;
let processes: TestCore[];

beforeAll(async () => {
  core = await openCore();
  processes = [core, await openCore({ alongside: core }), await openCore({ alongside: core })];
});
afterAll(async () => {
  for (const process of processes.toReversed()) await process.close();
});

it(
  "prices, dates and windows change beside the sale: paid is what was quoted, and no free seat is refused",
  async () => {
    const tally = new Map<string, number>();
    const wanted = process.env.EVENTLY_PROOF ? everything : frequent;
    const haveAllMet = () => wanted.every((name) => tally.has(name));
    // Which actions meet is a matter of luck, too.
    let begun = 0;
    for (; begun < rounds || (begun < mostRounds && !haveAllMet()); begun += roundsPerSale) {
      const { tally: played } = await play();
      for (const [name, count] of played) tally.set(name, (tally.get(name) ?? 0) + count);
    }
    const counted = Object.fromEntries([...tally].toSorted());
    process.stdout.write(`changing sale: ${begun} rounds of seed ${drawnSeed}: ${JSON.stringify(counted)}\n`);
    expect(Object.keys(counted)).toEqual(expect.arrayContaining(wanted));
  },
  process.env.EVENTLY_PROOF ? 3_600_000 : undefined,
);

/** A plan whose actions never met would prove nothing; a hundred rounds may miss the rare ones. */
const frequent = ["held", "paid", "edited seat_type_prices", "edit REVISION_CONFLICT", "sold again at another price"];
const everything = [
  ...frequent,
  ...["hold SEATS_UNAVAILABLE", "hold SALE_CLOSED", "pay PAYMENT_DECLINED", "pay HOLD_EXPIRED"],
  ...["cancelled by the buyer", "cancelled by the organizer", "cancel CANCELLATION_CLOSED"],
  ...["edited sales_end", "edited start_time", "cancel BOOKING_ALREADY_CANCELLED"],
];

async function play(): Promise<ChangingSale> {
  const event = {
    seat_type_prices: { Stalls: 1000, Box: 900 },
    start_time: toInstant(core.clock() + 30 * 86_400),
    cancellation_policy: null,
  };
  const sale = await openEvent(core, { seats, event });
  core.clock.advance(5);
  const stored = await getOwnEvent(core, sale.organizer, sale.event_id);
  const changing = new ChangingSale(processes, sale, viewEvent(stored), names, random);
  for (let round = 0; round < roundsPerSale; round++) {
    await changing.round();
    changing.pass();
    if (round % 10 === 0) for (const process of processes) await runScheduledWork(process);
  }
  for (const { booking, isCancelled } of changing.sold)
    if (!isCancelled) await cancelBooking(core, sale.organizer, booking);
  await sellAll(sale);
  return changing;
}

/** Whatever became of them, all seats can be sold again, at the price of now. */
async function sellAll(sale: Parameters<typeof editEvent>[1]): Promise<void> {
  await letTimePass(core, 700, 100);
  await editEvent(core, sale, { sales_end: null, seat_type_prices: { Stalls: 70_000, Box: 80_000 } });
  core.clock.advance(3);
  for (const [i, name] of names.entries()) {
    const guest = await newGuest(core);
    const { holding_id } = await placeHold(processes[i % 3] as TestCore, guest, ask(sale.event_id, name));
    const booking = await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
    expect(booking).toMatchObject({ total: i < 6 ? 70_000 : 80_000, seats: [name] });
  }
  await letTimePass(core, 100);
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ booked: 12, revenue: 900_000, at_gateway: 900_000 });
  const sold = await readSeats(core, sale.event_id);
  expect(new Set(sold.map(({ price }) => price))).toEqual(new Set([70_000, 80_000]));
}
