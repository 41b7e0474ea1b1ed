import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keeps } from "../audit/audit.ts";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { readCounts } from "../counts/read-counts.ts";
import { EventlyError } from "../errors.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { createDying } from "../testing/dying-table.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { race } from "../testing/race.ts";
import { readSeats } from "../testing/read-seats.ts";
import { type Death, type ModelBooking, type ModelHolding, SaleModel, type Token } from "../testing/sale-model.ts";
import { expectCountsAtHome, expectExactBooks, letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { extendHold } from "./extend-hold.ts";
import { getHold } from "./get-hold.ts";
import type { HoldingView } from "./hold.ts";
import { placeHold } from "./place-hold.ts";
import { releaseHold } from "./release-hold.ts";

const runs = process.env.EVENTLY_PROOF ? 400 : 12;
const dying = createDying();
let core: TestCore;

beforeAll(async () => {
  core = await openCore({ wrap: dying.wrap });
});
afterAll(() => core.close());

const seats = ["A-1", "A-2", "A-3", "A-4"];
const price = 4500;

/** The real sale beside the model: the n-th holding and booking here are the n-th there. */
type Real = { sale: Sale; guests: Actor[]; holds: HoldingView[]; bookings: BookingView[] };

/** How often each kind of step was taken: a plan whose steps never fit would prove nothing. */
const taken = new Map<string, number>();

class Step implements fc.AsyncCommand<SaleModel, Real> {
  readonly #name: string;
  readonly #run: (model: SaleModel, real: Real) => Promise<void>;
  readonly #check: (model: SaleModel) => boolean;

  constructor(name: string, run: (model: SaleModel, real: Real) => Promise<void>, check = (_: SaleModel) => true) {
    this.#name = name;
    this.#run = run;
    this.#check = check;
  }

  get #kind(): string {
    return this.#name.replace(/[#(].*$|^\d+/, "").trim();
  }

  check(model: Readonly<SaleModel>): boolean {
    return this.#check(model as SaleModel);
  }

  async run(model: SaleModel, real: Real): Promise<void> {
    taken.set(this.#kind, (taken.get(this.#kind) ?? 0) + 1);
    await this.#run(model, real);
    await core.background.settled();
    await compare(model, real);
  }

  toString(): string {
    return this.#name;
  }
}

/** The code of a refusal, or `said` where there was none. */
async function outcome(verb: Promise<unknown>, said: string): Promise<string> {
  try {
    await verb;
    return said;
  } catch (error) {
    if (error instanceof EventlyError) return error.code;
    throw error;
  }
}

/** All that can be asked about the sale, asked at once: nothing changes meanwhile. */
async function compare(model: SaleModel, real: Real): Promise<void> {
  const [list, holds, bookings, { last_hold_at: _, ...counts }, ledger] = await Promise.all([
    readSeats(core, real.sale.event_id),
    Promise.all(real.holds.map((hold, i) => getHold(core, actorOf(real, model.holdings[i]), hold))),
    Promise.all(real.bookings.map((booking, i) => getBooking(core, buyerOf(model, real, i), booking))),
    readCounts(core, real.sale.event_id),
    core.gateway.listByEvent(real.sale.event_id),
  ]);
  expect(list.map(({ seat_state }) => seat_state)).toEqual(seats.map((seat) => model.seat(seat)));
  for (const [i, { state, hold_ttl }] of holds.entries()) {
    const wanted = model.holdings[i];
    const expired = wanted?.state === "active" && wanted.hold_ttl < model.now;
    expect([i, state, hold_ttl]).toEqual([i, expired ? "expired" : wanted?.state, wanted?.hold_ttl]);
  }
  for (const [i, { state }] of bookings.entries()) expect(state).toBe(model.bookings[i]?.state);
  expect(counts).toEqual(model.counts(price));
  expect(ledger.reduce((sum, record) => sum + keeps(record), 0)).toBe(model.paidSeats() * price);
}

function actorOf({ guests }: Real, holding: ModelHolding | undefined): Actor {
  const guest = guests[holding?.guest ?? -1];
  if (!guest) throw new Error("no such guest");
  return guest;
}

const buyerOf = (model: SaleModel, real: Real, booking: number): Actor =>
  actorOf(real, model.holdings[model.bookings[booking]?.holding ?? -1]);

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

function holdStep(guest: number, wanted: string[]): Step {
  return new Step(`hold(${guest}, ${wanted})`, async (model, real) => {
    const actor = real.guests[guest] as Actor;
    const placed = placeHold(core, actor, ask(real.sale.event_id, ...wanted)).then((hold) => real.holds.push(hold));
    expect(await outcome(placed, "held")).toBe(model.hold(guest, wanted));
  });
}

type OnHolding = (
  model: SaleModel,
  real: Real,
  at: { holding: ModelHolding; hold: HoldingView; actor: Actor },
) => Promise<void>;

function holdingStep(name: string, n: number, run: OnHolding, fits = (_: ModelHolding, __: SaleModel) => true): Step {
  const chosen = (model: SaleModel) =>
    pick(
      model.holdings.filter((holding) => fits(holding, model)),
      n,
    );
  return new Step(
    `${name} #${n}`,
    async (model, real) => {
      const holding = chosen(model) as ModelHolding;
      const hold = real.holds[model.holdings.indexOf(holding)] as HoldingView;
      await run(model, real, { holding, hold, actor: actorOf(real, holding) });
    },
    (model) => chosen(model) !== undefined,
  );
}

const extendStep = (n: number) =>
  holdingStep("extend", n, async (model, _, { holding, hold, actor }) => {
    expect(await outcome(extendHold(core, actor, hold), "extended")).toBe(model.extend(holding));
  });

const releaseStep = (n: number) =>
  holdingStep("release", n, async (model, _, { holding, hold, actor }) => {
    expect(await outcome(releaseHold(core, actor, hold), "released")).toBe(model.release(holding));
  });

/** Bookings are known by their order: one that a dead process or the reconciler made is looked up through its holding. */
async function findNewBookings(model: SaleModel, real: Real): Promise<void> {
  for (const { holding } of model.bookings.slice(real.bookings.length)) {
    const hold = real.holds[holding] as HoldingView;
    const actor = actorOf(real, model.holdings[holding]);
    real.bookings.push((await confirmHold(core, actor, { holding_id: hold.holding_id })) as BookingView);
  }
}

async function confirm(actor: Actor, { holding_id }: HoldingView, token: Token): Promise<string> {
  let said = "";
  const answered = confirmHold(core, actor, { holding_id, payment: { token } }).then((answer) => {
    said = "next_action" in answer ? "challenged" : "confirmed";
  });
  const refused = await outcome(answered, "");
  return refused || said;
}

const confirmStep = (n: number, token: Token) =>
  holdingStep(`confirm ${token}`, n, async (model, real, { holding, hold, actor }) => {
    const timeout = token === "tok_timeout" ? 0.05 : 20;
    core.rules = { ...core.rules, GATEWAY_TIMEOUT: timeout };
    model.rules.timeout = timeout;
    try {
      const said = await confirm(actor, hold, token);
      expect(said).toBe(model.confirm(holding, token));
    } finally {
      core.rules = { ...core.rules, GATEWAY_TIMEOUT: 20 };
      model.rules.timeout = 20;
    }
    await findNewBookings(model, real);
  });

const isPayable = (holding: ModelHolding, model: SaleModel) =>
  holding.state === "active" && holding.hold_ttl >= model.now && holding.placed_at + model.rules.max > model.now + 25;

const dieStep = (n: number, token: Token, death: Death) =>
  holdingStep(
    `die ${death} ${token}`,
    n,
    async (model, real, { holding, hold, actor }) => {
      dying.die(death === "paying" ? 1 : 2, death === "answered" ? "before" : "after");
      const said = await confirm(actor, hold, token).finally(dying.rise);
      expect([said, model.confirm(holding, token, death)]).toEqual(["UNAVAILABLE", "died"]);
      await findNewBookings(model, real);
    },
    isPayable,
  );

const twiceStep = (n: number) =>
  holdingStep(
    "confirm twice at once",
    n,
    async (model, real, { holding, hold, actor }) => {
      const payment = { token: "tok_visa" };
      const again = () => confirmHold(core, actor, { holding_id: hold.holding_id, payment }) as Promise<BookingView>;
      const { won, refused, broken } = await race([again(), again()]);
      expect(broken).toEqual([]);
      expect(new Set(won.map(({ booking_id }) => booking_id)).size).toBe(1);
      expect(Object.keys(refused).filter((code) => code !== "PAYMENT_IN_PROGRESS")).toEqual([]);
      expect(model.confirm(holding, "tok_visa")).toBe("confirmed");
      await findNewBookings(model, real);
    },
    isPayable,
  );

const bankStep = (n: number, approve: boolean) =>
  holdingStep(`the bank says ${approve ? "yes" : "no"}`, n, async (model, real, { holding, hold }) => {
    const ledger = await core.gateway.listByEvent(real.sale.event_id);
    const pending = ledger.find(({ holding_id, state }) => holding_id === hold.holding_id && state === "challenged");
    if (pending) await core.gateway.answerChallenge(pending.payment_id, approve);
    model.answerBank(holding, approve);
  });

const cancelStep = (n: number, dies: boolean) =>
  new Step(
    `cancel${dies ? " and die" : ""} #${n}`,
    async (model, real) => {
      const booking = pick(model.bookings, n) as ModelBooking;
      const view = real.bookings[model.bookings.indexOf(booking)] as BookingView;
      const actor = actorOf(real, model.holdings[booking.holding]);
      const expected = model.cancel(booking, dies && booking.state === "confirmed");
      if (expected === "died") dying.die(1, "after");
      const said = await outcome(cancelBooking(core, actor, view), "cancelled").finally(dying.rise);
      expect(said).toBe(expected === "died" ? "UNAVAILABLE" : expected);
    },
    (model) => model.bookings.length > 0,
  );

const waitStep = (seconds: number) =>
  new Step(`${seconds} s pass`, async (model) => {
    core.clock.advance(seconds);
    model.now = core.clock();
  });

const rollUpStep = () =>
  new Step("the counts are rolled up", async () => {
    await core.counterShards.rollUp();
  });

const reconcileStep = () =>
  new Step("the reconciler runs", async (model, real) => {
    core.clock.advance(31);
    model.now = core.clock();
    while ((await runScheduledWork(core)) > 0);
    model.reconcile();
    await findNewBookings(model, real);
  });

const n = fc.nat({ max: 7 });
const token = fc.constantFrom<Token>(
  "tok_visa",
  "tok_visa",
  "tok_chargeDeclined",
  "tok_charge_then_lost",
  "tok_challenge",
  "tok_timeout",
);
const death = fc.constantFrom<Death>("paying", "answered", "booked");
const deadToken = fc.constantFrom<Token>("tok_visa", "tok_charge_then_lost", "tok_challenge", "tok_chargeDeclined");
const wanted = fc.subarray(seats, { minLength: 1, maxLength: 3 });
const hold = fc.tuple(fc.nat({ max: 1 }), wanted).map(([guest, list]) => holdStep(guest, list));

const steps = [
  hold,
  hold,
  hold,
  n.map(extendStep),
  n.map(releaseStep),
  fc.tuple(n, token).map(([i, paid]) => confirmStep(i, paid)),
  fc.tuple(n, token).map(([i, paid]) => confirmStep(i, paid)),
  fc.tuple(n, deadToken, death).map(([i, paid, at]) => dieStep(i, paid, at)),
  n.map(twiceStep),
  fc.tuple(n, fc.boolean()).map(([i, yes]) => bankStep(i, yes)),
  fc.tuple(n, fc.boolean()).map(([i, dies]) => cancelStep(i, dies)),
  fc.constantFrom(1, 30, 61, 121, 181, 400, 700).map(waitStep),
  fc.constant(null).map(reconcileStep),
  fc.constant(null).map(rollUpStep),
];

it(
  "seats, holds, bookings, money and counts agree with the model after every step",
  async () => {
    const plan = fc.commands(steps, { maxCommands: 40, size: "max" });
    await fc.assert(
      fc.asyncProperty(plan, async (commands) => {
        const sale = await openEvent(core, { rows: 1, perRow: seats.length });
        const guests = [await newGuest(core), await newGuest(core)];
        const rules = { ttl: 180, extension: 120, max: 600, window: 60, challenge: 300, timeout: 20 };
        const model = new SaleModel(rules, core.clock());
        await fc.asyncModelRun(() => ({ model, real: { sale, guests, holds: [], bookings: [] } }), commands);
        await letTimePass(core, 700, 100);
        await expectExactBooks(core, sale.event_id);
        await expectCountsAtHome(core, sale.event_id);
      }),
      { numRuns: runs, endOnFailure: !process.env.EVENTLY_PROOF },
    );
    const sum = [...taken.values()].reduce((all, count) => all + count, 0);
    process.stdout.write(`model: ${runs} sales, ${sum} steps: ${JSON.stringify(Object.fromEntries(taken))}\n`);
    expect(sum).toBeGreaterThan(runs * 3);
  },
  process.env.EVENTLY_PROOF ? 3_600_000 : undefined,
);
