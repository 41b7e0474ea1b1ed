import * as fc from "fast-check";
import { expect } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { extendHold } from "../hold/extend-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import type { Actor } from "../user/user.ts";
import { counterSteps } from "./counter-steps.ts";
import type { ModelBooking } from "./model-booking.ts";
import { outcome, pick } from "./model-outcome.ts";
import type { Death, Token } from "./model-payment.ts";
import { ask } from "./open-event.ts";
import { race } from "./race.ts";
import { refundSteps } from "./refund-steps.ts";
import type { ModelHolding, SaleModel } from "./sale-model.ts";
import { actorOf, buyerOf, type Real, SaleStep, seats } from "./sale-step.ts";

function holdStep(guest: number, wanted: string[]): SaleStep {
  return new SaleStep(`hold(${guest}, ${wanted})`, async (model, real) => {
    const actor = real.guests[guest] as Actor;
    const placed = placeHold(real.core, actor, ask(real.sale.event_id, ...wanted)).then((hold) =>
      real.holds.push(hold),
    );
    expect(await outcome(placed, "held")).toBe(model.hold(guest, wanted));
  });
}

type OnHolding = (
  model: SaleModel,
  real: Real,
  at: { holding: ModelHolding; hold: HoldingView; actor: Actor },
) => Promise<void>;

function holdingStep(
  name: string,
  n: number,
  run: OnHolding,
  fits = (_: ModelHolding, __: SaleModel) => true,
): SaleStep {
  const chosen = (model: SaleModel) =>
    pick(
      model.holdings.filter((holding) => fits(holding, model)),
      n,
    );
  return new SaleStep(
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
  holdingStep("extend", n, async (model, real, { holding, hold, actor }) => {
    expect(await outcome(extendHold(real.core, actor, hold), "extended")).toBe(model.extend(holding));
  });

const releaseStep = (n: number) =>
  holdingStep("release", n, async (model, real, { holding, hold, actor }) => {
    expect(await outcome(releaseHold(real.core, actor, hold), "released")).toBe(model.release(holding));
  });

/**
 * Bookings are identified by their order; those made by a dead process or by scheduled work are found through their
 * holding.
 */
async function findNewBookings(model: SaleModel, real: Real): Promise<void> {
  for (const { holding } of model.bookings.slice(real.bookings.length)) {
    if (holding === null) throw new Error("a sale at the box office was not noted");
    const hold = real.holds[holding] as HoldingView;
    const actor = actorOf(real, model.holdings[holding]);
    real.bookings.push((await confirmHold(real.core, actor, { holding_id: hold.holding_id })) as BookingView);
  }
}

async function confirm({ core }: Real, actor: Actor, { holding_id }: HoldingView, token: Token): Promise<string> {
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
    real.core.rules = { ...real.core.rules, GATEWAY_TIMEOUT: timeout };
    model.rules.timeout = timeout;
    try {
      const said = await confirm(real, actor, hold, token);
      expect(said).toBe(model.confirm(holding, token));
    } finally {
      real.core.rules = { ...real.core.rules, GATEWAY_TIMEOUT: 20 };
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
      real.dying.die(death === "paying" ? 1 : 2, death === "answered" ? "before" : "after");
      const said = await confirm(real, actor, hold, token).finally(real.dying.rise);
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
      const again = () =>
        confirmHold(real.core, actor, { holding_id: hold.holding_id, payment }) as Promise<BookingView>;
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
    const ledger = await real.core.gateway.listByEvent(real.sale.event_id, [null]);
    const pending = ledger.find(({ holding_id, state }) => holding_id === hold.holding_id && state === "challenged");
    if (pending) await real.core.gateway.answerChallenge(pending.payment_id, approve);
    model.answerBank(holding, approve);
  });

const cancelStep = (n: number, dies: boolean) =>
  new SaleStep(
    `cancel${dies ? " and die" : ""} #${n}`,
    async (model, real) => {
      const booking = pick(model.bookings, n) as ModelBooking;
      const view = real.bookings[model.bookings.indexOf(booking)] as BookingView;
      const actor = buyerOf(model, real, model.bookings.indexOf(booking));
      const pays = booking.counter === null && booking.state === "confirmed";
      const expected = model.cancel(booking, dies && pays);
      if (expected === "died") real.dying.die(1, "after");
      const said = await outcome(cancelBooking(real.core, actor, view), "cancelled").finally(real.dying.rise);
      expect(said).toBe(expected === "died" ? "UNAVAILABLE" : expected);
    },
    (model) => model.bookings.length > 0,
  );

const waitStep = (seconds: number) =>
  new SaleStep(`${seconds} s pass`, async (model, real) => {
    real.core.clock.advance(seconds);
    model.now = real.core.clock();
  });

const rollUpStep = () =>
  new SaleStep("the counts are rolled up", async (_, real) => {
    await real.core.counterShards.rollUp();
  });

const workStep = () =>
  new SaleStep("scheduled work runs", async (model, real) => {
    real.core.clock.advance(31);
    model.now = real.core.clock();
    while ((await runScheduledWork(real.core)) > 0);
    model.runScheduledWork();
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

/** Every kind of step, listed as often as it should be drawn. */
export const saleSteps = [
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
  fc.constant(null).map(workStep),
  fc.constant(null).map(rollUpStep),
  ...counterSteps,
  ...refundSteps,
];
