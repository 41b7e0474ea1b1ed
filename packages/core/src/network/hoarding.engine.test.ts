import { describe, expect, it } from "vitest";
import type { HoldingView } from "../hold/hold.ts";
import { Crowd, networkAt } from "../testing/crowd.ts";
import type { TestCore } from "../testing/open-core.ts";
import { openCores } from "../testing/open-cores.ts";
import { newSeat, openEvent } from "../testing/open-event.ts";
import { times } from "../testing/race.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import type { Actor } from "../user/user.ts";

const open = openCores();
const minutes = process.env.EVENTLY_PROOF ? 10 : 4;
/** What the rate limit lets through of one address in a second. */
const perSecond = 10;

async function openHall(core: TestCore, size: number) {
  const seats = times(size, (i) => newSeat(`R${Math.floor(i / 40) + 1}`, (i % 40) + 1));
  const { event_id } = await openEvent(core, { seats });
  return { event_id, names: seats.map(({ row, seat_num }) => `${row}-${seat_num}`) };
}

/** One address that holds what it can, with as many guests as it gets, and pays nothing. */
class Hoarder {
  most = 0;
  requests = 0;
  readonly #cores: TestCore[];
  readonly #crowd: Crowd;
  readonly #network = networkAt("203.0.113.5");
  readonly #guests: { actor: Actor; ends: number[] }[] = [];
  #holds: HoldingView[] = [];

  constructor(cores: TestCore[], crowd: Crowd) {
    this.#cores = cores;
    this.#crowd = crowd;
  }

  /** Ten requests at once, to each process in turn. */
  async act(now: number): Promise<void> {
    await Promise.all(times(perSecond, () => this.#send(now)));
    this.#holds = this.#holds.filter(({ hold_ttl }) => hold_ttl >= now);
    this.most = Math.max(
      this.most,
      this.#holds.reduce((sum, { seats }) => sum + seats.length, 0),
    );
  }

  async #send(now: number): Promise<void> {
    const core = this.#cores[this.requests++ % this.#cores.length];
    if (!core) throw new Error("there is no process");
    const guest = this.#guests.find(({ ends }) => ends.filter((end) => end >= now).length < 2);
    if (!guest) {
      const actor = await this.#crowd.arriveIdly(core, this.#network);
      if (actor) this.#guests.push({ actor, ends: [] });
      return;
    }
    guest.ends = [...guest.ends.filter((end) => end >= now), now + 1];
    // Ten seats, or what still fits.
    for (const count of [10, 5, 2, 1]) {
      const hold = await this.#crowd.hold(core, guest.actor, count);
      if (!hold) continue;
      guest.ends[guest.ends.length - 1] = hold.hold_ttl;
      this.#holds.push(hold);
      return;
    }
  }
}

/** People who come at random moments, each to one of the processes, hold seats and pay 20 to 90 s later. */
function planBuyers(
  random: () => number,
  {
    count,
    seconds,
    seats,
    addressOf,
  }: { count: number; seconds: number; seats: number; addressOf: (i: number) => string },
) {
  return times(count, (i) => {
    const comes = Math.floor(random() * seconds);
    const wants = seats > 0 ? seats : 1 + drawBelow(random, 4);
    return { comes, wants, pays: comes + 20 + drawBelow(random, 71), network: networkAt(addressOf(i)) };
  });
}

type Sale = {
  cores: TestCore[];
  crowd: Crowd;
  seconds: number;
  buyers: ReturnType<typeof planBuyers>;
  hoarder?: Hoarder;
  /** Whether the buyers had a session before. */ known?: boolean;
};

async function sell({ cores, crowd, seconds, buyers, hoarder, known = false }: Sale): Promise<void> {
  const due = new Map<number, (() => Promise<void>)[]>();
  const at = (second: number, act: () => Promise<void>) => due.set(second, [...(due.get(second) ?? []), act]);
  buyers.forEach(({ comes, wants, pays, network }, i) => {
    const core = cores[i % cores.length];
    if (!core) throw new Error("there is no process");
    at(comes, async () => {
      const arrived = await crowd.arrive(core, known ? null : network);
      const actor = arrived && { ...arrived, network };
      const hold = actor && (await crowd.hold(core, actor, wants));
      if (hold) at(pays, () => crowd.pay(core, actor, hold));
    });
  });
  for (let second = 0; second < seconds + 100; second++) {
    const now = cores[0]?.clock() ?? 0;
    if (second < seconds) await hoarder?.act(now);
    for (const act of due.get(second) ?? []) await act();
    for (const core of cores) await core.unpaidSeats.share();
    cores[0]?.clock.advance(1);
  }
  for (const { background } of cores) await background.settled();
}

describe(`one address that hoards for ${minutes} minutes`, () => {
  it.each(
    [
      { size: 2200, processes: 1, most: 110, honest: 300, addresses: 30 },
      { size: 180, processes: 1, most: 25, honest: 40, addresses: 30 },
      { size: 2200, processes: 2, most: 110, honest: 300, addresses: 30 },
      { size: 180, processes: 2, most: 25, honest: 40, addresses: 30 },
    ].filter(({ processes }) => process.env.EVENTLY_PROOF || processes === 2),
  )(
    "keeps a hall of $size seats on sale, with $processes processes",
    async ({ size, processes, most, honest, addresses }) => {
      const core = await open();
      const cores = [core, ...(await Promise.all(times(processes - 1, () => open({ alongside: core }))))];
      const { event_id, names } = await openHall(core, size);
      const hoarding = new Crowd(event_id, names, seededRandom(1));
      const random = seededRandom(2);
      const hoarder = new Hoarder(cores, hoarding);
      const seconds = minutes * 60;
      const addressOf = (i: number) => `198.51.100.${i % addresses}`;
      const buyers = planBuyers(random, { count: honest, seconds, seats: size < 1000 ? 2 : 0, addressOf });
      const crowd = hoarding.beside(random);
      await sell({ cores, crowd, seconds, buyers, hoarder });
      const share = `${((100 * hoarder.most) / size).toFixed(1)} %`;
      process.stdout.write(
        `hoarding, ${size} seats, ${processes} process(es): at most ${hoarder.most} seats (${share}) by ${hoarder.requests} requests; ` +
          `${crowd.bought} of ${honest} honest buyers bought, refused ${JSON.stringify(crowd.refused)}\n`,
      );
      expect(hoarder.most).toBeLessThanOrEqual(most);
      expect(crowd.refused).toEqual({});
      expect(crowd.bought).toBe(honest);
    },
  );
});

it("60 people behind one address in two minutes, 2 seats each: at least 58 buy", async () => {
  const core = await open();
  const { event_id, names } = await openHall(core, 2200);
  const random = seededRandom(3);
  const crowd = new Crowd(event_id, names, random);
  const buyers = planBuyers(random, { count: 60, seconds: 120, seats: 2, addressOf: () => "192.0.2.1" });
  await sell({ cores: [core], crowd, seconds: 120, buyers, known: !process.env.EVENTLY_PROOF });
  process.stdout.write(
    `60 behind one address: ${crowd.bought} bought after ${crowd.worked} proofs of work, refused ${JSON.stringify(crowd.refused)}\n`,
  );
  expect(crowd.bought).toBeGreaterThanOrEqual(58);
});
