import { expect, it } from "vitest";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { SeatId } from "../ids.ts";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { meetAtSeats } from "../testing/meet-at-seats.ts";
import type { TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newSeat, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { seededRandom } from "../testing/random.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { blockSeats } from "./block-seats.ts";
import { moveSeats } from "./move-seats.ts";
import { sellAtCounter } from "./sell-at-counter.ts";

const rounds = process.env.EVENTLY_PROOF ? 2_000 : 24;
/** Rounds that run at the same time. */
const atOnce = 8;

const random = seededRandom(drawnSeed);
const { wrap } = meetAtSeats(
  () => random() < 0.5,
  (seat) => seat.startsWith("A-"),
);
const [core, other] = await openTwoCores({ wrap }, { wrap });
const sides = [core, other] as const;

type Contest = (process: TestCore, sale: Sale, seat: SeatId, round: number) => Promise<unknown>;

const source = (round: number) => `B-${round + 1}` as SeatId;

const contests: Record<string, Contest> = {
  "a block": (process, { event_id, organizer }, seat) =>
    blockSeats(process, organizer, { event_id, seats: [seat], reason: "Press" }),
  "a comp": (process, { event_id, organizer }, seat) =>
    sellAtCounter(process, organizer, { event_id, seats: [seat], payment: "comp", holder: { name: "Ann" } }),
  "a sale for cash": (process, { event_id, organizer }, seat) =>
    sellAtCounter(process, organizer, { event_id, seats: [seat], payment: "cash" }),
  "a move": async (process, { event_id, organizer }, seat, round) => {
    const from = source(round);
    const sold = await sellAtCounter(process, organizer, { event_id, seats: [from], payment: "cash" });
    return moveSeats(process, organizer, { booking_id: sold.booking_id, seats: [{ from, to: seat }] });
  },
};

it.each(Object.entries(contests))(
  "%s against a hold of the same seat, at once in two processes: exactly one wins",
  async (name, contest) => {
    const seats = times(rounds, (i) => [newSeat("A", i + 1), newSeat("B", i + 1)]).flat();
    const sale = await openEvent(core, { seats });
    const wins = { office: 0, buyer: 0 };
    for (let first = 0; first < rounds; first += atOnce) {
      await Promise.all(times(Math.min(atOnce, rounds - first), (i) => playRound(sale, contest, first + i, wins)));
    }
    expect(wins.office + wins.buyer).toBe(rounds);
    expect(Math.min(wins.office, wins.buyer)).toBeGreaterThan(0);
    process.stdout.write(`${name} against a hold: ${wins.office} to ${wins.buyer} of ${rounds}\n`);
    await letTimePass(core, 200, 200);
    await expectCleanAudit(core, sale.event_id);
  },
);

async function playRound(sale: Sale, contest: Contest, round: number, wins: { office: number; buyer: number }) {
  const seat = `A-${round + 1}` as SeatId;
  const guest = await newGuest(core);
  const [office, shop] = round % 2 === 0 ? sides : [other, core];
  const { won, refused, broken } = await race<"office" | "buyer">([
    contest(office, sale, seat, round).then(() => "office" as const),
    placeHold(shop, guest, ask(sale.event_id, seat)).then(async ({ holding_id }) => {
      // What the box office was refused can be paid for.
      if (round % 4 === 0) await confirmHold(shop, guest, { holding_id, payment: { token: "tok_visa" } });
      return "buyer" as const;
    }),
  ]);
  expect(broken).toEqual([]);
  expect(won).toHaveLength(1);
  expect(refused).toEqual({ SEATS_UNAVAILABLE: 1 });
  wins[won[0] ?? "buyer"]++;
}
