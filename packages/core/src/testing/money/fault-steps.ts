import type { HoldingView } from "../../hold/hold.ts";
import { findPayment } from "../../payment/finish-payment.ts";
import { runScheduledWork } from "../../scheduled-work/run-scheduled-work.ts";
import { drawBelow } from "../random.ts";
import { buyerSteps, cancel, type Step } from "./buyer-steps.ts";
import type { Buyer, MoneyHistory } from "./money-history.ts";
import type { Fault, Verb } from "./mortal.ts";
import { callOff, changePrice, hearWebhooks, officeSteps } from "./office-steps.ts";

const anything = [
  "pay",
  "payChallenged",
  "payOther",
  "askAgain",
  "release",
  "cancelOne",
  "refundPart",
  "refundAll",
  "cancelOfOffice",
  "work",
];
const money = ["pay", "pay", "cancelOne", "refundPart", "cancelOfOffice", "work"];
const steps = { ...buyerSteps, ...officeSteps };

/** A step during which one thing goes wrong in both processes, somewhere. */
const under =
  (names: readonly string[], drawFault: (history: MoneyHistory) => Fault): Step =>
  async (history) => {
    const fault = drawFault(history);
    const name = history.draw(names);
    history.log.push(`${name} under ${fault.how} ${fault.when} ${fault.on} ${fault.nth}`);
    const mortals = [history.world.api.mortal, history.world.worker.mortal];
    for (const mortal of mortals) mortal.plan(fault);
    await steps[name]?.(history);
    await history.rest();
    for (const mortal of mortals) mortal.rise();
  };

const when = (history: MoneyHistory) => history.draw(["before", "after"] as const);

const verbs = ["prepare", "authorize", "capture", "void", "refund", "find"] as const;
const die = under(anything, (history) => ({
  ...{ on: "any", nth: 1 + drawBelow(history.random, 8), when: when(history), how: "death" },
}));
const dieAtGateway = under(anything, (history) => ({
  ...{ on: history.draw(verbs), nth: 1, when: when(history), how: "death" },
}));
const loseWrite = under(anything, (history) => ({
  ...{ on: "write", nth: 1 + drawBelow(history.random, 5), when: when(history), how: "lost" },
}));
/** Its first answer was lost with the engine. */
const restartEngine = under(anything, (history) => ({
  ...{ on: "write", nth: 1 + drawBelow(history.random, 5), when: "after", how: "resent" },
}));
const loseCall = under(money, (history) => ({
  ...{ on: history.draw(verbs), nth: 1 },
  ...{ when: when(history), how: "lost" },
}));
const timeOut = under(["pay", "pay", "payOther"], (history) => ({
  ...{ on: "authorize", nth: 1, when: when(history), how: history.draw(["timeout", "timeout", "late"] as const) },
}));
const failCapture = under(["pay", "work"], (history) => ({
  ...{ on: "capture", nth: 1, when: when(history), how: history.draw(["lost", "timeout", "late"] as const) },
}));

/** Its capture is lost, and what was authorized ends before it is tried again: the booking ends, and nothing was paid. */
const loseMoney: Step = async (history) => {
  const { auditor, till } = history.world;
  await failCapture(history);
  for (const record of (await history.records()).filter(({ state }) => state === "authorized")) {
    const booking_id = (await findPayment(auditor, record.payment_id))?.booking_id;
    if (!booking_id) continue;
    await till.lapse(record);
    history.lapsed.add(booking_id);
    history.saw("capture refused for good");
  }
};

type Held = { buyer: Buyer; hold: HoldingView; paying: Promise<unknown> };

/** Somebody's payment whose call waits at the gateway, before or after it has its effect; null where no seat is free. */
async function startHeld(history: MoneyHistory, on: Verb): Promise<Held | null> {
  const { api, auditor, till } = history.world;
  if (api.mortal.hasHeld() || history.isCalledOff) return null;
  const buyer = await history.newBuyer();
  const hold = await history.hold(auditor, buyer, history.wanted.slice(0, 2));
  if (!hold) return null;
  history.buyers.push(buyer);
  api.mortal.plan({ on, nth: 1, when: when(history), how: "held" });
  const paying = history.pay(api, buyer, hold, till.cards.ok);
  history.pending.push(paying);
  const isHeld = await api.mortal.isHeld(paying.then(() => api.background.settled()));
  if (!isHeld) api.mortal.rise();
  history.log.push(isHeld ? `held at ${on}` : `not held at ${on}`);
  return isHeld ? { buyer, hold, paying } : null;
}

const slow: Step = async (history) => {
  const held = await startHeld(history, history.draw(["prepare", "authorize", "authorize", "capture"] as const));
  if (held) history.saw("slow");
};

const lateSuccess =
  (isTaken: boolean): Step =>
  async (history) => {
    await history.release();
    const held = await startHeld(history, "authorize");
    if (!held) return;
    history.world.auditor.clock.advance(200);
    if (history.chance(0.3)) await officeSteps.work?.(history);
    const other = await history.newBuyer();
    const taking = isTaken
      ? await history.hold(
          history.world.auditor,
          other,
          held.hold.lines.map(({ seat }) => seat),
        )
      : null;
    if (taking) history.buyers.push(other);
    if (taking && history.chance(0.5))
      await history.pay(history.world.worker, other, taking, history.world.till.cards.ok);
    await history.world.api.mortal.release();
    const told = (await held.paying) as Awaited<ReturnType<MoneyHistory["pay"]>>;
    if (told && "done" in told && "booking_id" in told.done && !isTaken) history.saw("late success, seats free");
    if (taking && told && "code" in told && told.code === "SEATS_UNAVAILABLE") history.saw("late success, seats taken");
    if (taking && told && "done" in told && "booking_id" in told.done && taking.lines.length > 0)
      throw new Error("a late payment took seats that somebody holds");
  };

const during =
  (name: string, on: readonly Verb[], act: (history: MoneyHistory, held: Held) => Promise<void>): Step =>
  async (history) => {
    await history.release();
    const held = await startHeld(history, history.draw(on));
    if (!held) return;
    await act(history, held);
    history.saw(name);
    if (history.chance(0.5)) await history.told("work", runScheduledWork(history.world.worker));
    await history.release();
  };

const cancelMeanwhile = during("cancel during payment", ["capture"], async (history) => {
  const known = [...history.known.values()].at(-1);
  if (known) await cancel(history, history.world.worker, known);
});
const changeMeanwhile = during("price changed meanwhile", ["prepare", "authorize"], changePrice);
/** They arrive before the answer of the call that they tell of. */
const hearEarly = during("webhook before its answer", ["authorize", "capture"], (history) =>
  hearWebhooks(history, "early"),
);
export const callOffMeanwhile = during("event cancelled during payment", ["prepare", "authorize", "capture"], callOff);

const disturb: Step = async ({ world, random }) => world.till.disturb(random);
const release: Step = (history) => history.release();

export const faultSteps: Readonly<Record<string, Step>> = {
  die,
  dieAtGateway,
  loseWrite,
  restartEngine,
  loseCall,
  timeOut,
  failCapture,
  loseMoney,
  slow,
  lateFree: lateSuccess(false),
  lateTaken: lateSuccess(true),
  cancelMeanwhile,
  changeMeanwhile,
  hearEarly,
  disturb,
  letGo: release,
};
