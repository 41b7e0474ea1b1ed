import { cancelBooking } from "../../booking/cancel-booking.ts";
import { releaseHold } from "../../hold/release-hold.ts";
import type { TestCore } from "../open-core.ts";
import type { Buyer, MoneyHistory, NotedBooking } from "./money-history.ts";

export type Step = (history: MoneyHistory) => Promise<void>;

/** A buyer with holds, and one of them. */
function drawHold(history: MoneyHistory) {
  const buyer = history.draw(history.buyers);
  const hold = buyer.holds.length > 0 ? history.draw(buyer.holds) : null;
  return hold ? { buyer, hold } : null;
}

const hold: Step = async (history) => {
  await history.hold(history.process, history.draw(history.buyers), history.wanted);
};

/** One seat of whoever has none yet, so that a payment finds something to pay for. */
async function needHold(history: MoneyHistory) {
  const drawn = drawHold(history);
  if (drawn) return drawn;
  const buyer = history.draw(history.buyers);
  const placed = await history.hold(history.process, buyer, history.wanted.slice(0, 1));
  return placed && { buyer, hold: placed };
}

const payWith =
  (card: (history: MoneyHistory) => string): Step =>
  async (history) => {
    const drawn = await needHold(history);
    if (drawn) await pay(history, history.process, drawn, card(history));
  };

async function pay(
  history: MoneyHistory,
  core: TestCore,
  drawn: NonNullable<ReturnType<typeof drawHold>>,
  token: string,
) {
  const told = await history.pay(core, drawn.buyer, drawn.hold, token);
  if (told && "code" in told && told.code === "PAYMENT_DECLINED") history.saw("declined");
  if (told && "done" in told) history.saw("booking_id" in told.done ? "ok" : "challenged");
}

const askAgain: Step = async (history) => {
  const drawn = drawHold(history);
  if (drawn) await history.pay(history.process, drawn.buyer, drawn.hold, null);
};

const payTwice: Step = async (history) => {
  const drawn = await needHold(history);
  if (!drawn) return;
  const { ok } = history.world.till.cards;
  const both = [history.world.api, history.world.worker].map((core) => history.pay(core, drawn.buyer, drawn.hold, ok));
  const told = await Promise.all(both);
  const booked = told.flatMap((reply) =>
    reply && "done" in reply && "booking_id" in reply.done ? reply.done.booking_id : [],
  );
  if (new Set(booked).size > 1) throw new Error("one hold was booked twice");
};

const answerBank =
  (approve: boolean): Step =>
  async (history) => {
    const find = async () => (await history.records()).find(({ state }) => state === "challenged");
    if (!(await find())) await payWith(({ world }) => world.till.cards.challenged)(history);
    const record = await find();
    if (!record) return;
    await history.world.till.answer(record, approve);
    history.saw(approve ? "challenge passed" : "challenge failed");
  };

const release: Step = async (history) => {
  const drawn = drawHold(history);
  if (!drawn) return;
  const told = await history.told("release", releaseHold(history.process, drawn.buyer.actor, drawn.hold));
  if (told && "code" in told && told.code === "PAYMENT_IN_PROGRESS") history.saw("cancel during payment");
};

/** By whoever bought it, who is told what goes back, and gets that. */
export async function cancel(history: MoneyHistory, core: TestCore, known: NotedBooking): Promise<void> {
  const told = await history.told("cancel", cancelBooking(core, known.buyer, known));
  if (told === null) known.ambiguous = true;
  else if ("done" in told) history.note(known.buyer, told.done);
}

const cancelOne: Step = async (history) => {
  const bookings = [...history.known.values()];
  if (bookings.length > 0) await cancel(history, history.process, history.draw(bookings));
};

export const buyerSteps: Readonly<Record<string, Step>> = {
  hold,
  pay: payWith(({ world }) => world.till.cards.ok),
  payDeclined: payWith(({ world }) => world.till.cards.declined),
  payChallenged: payWith(({ world }) => world.till.cards.challenged),
  payOther: payWith((history) => history.draw(history.world.till.cards.others)),
  askAgain,
  payTwice,
  approve: answerBank(true),
  refuse: answerBank(false),
  release,
  cancelOne,
};

export type { Buyer };
