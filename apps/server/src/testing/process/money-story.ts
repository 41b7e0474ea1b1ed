import { setTimeout as wait } from "node:timers/promises";
import { drawBelow, seededRandom } from "@evently/core/testing/random";
import type { Double } from "@evently/stripe/testing/open-double";
import { type Ask, askApi, type Reply } from "../http/api-client.ts";

/** What buyers were told, and how long they waited for each answer, in seconds. */
export type MoneyLog = {
  confirmed: Set<string>;
  cancelled: Set<string>;
  /** Whose cancellation or refund had no answer. */
  either: Set<string>;
  /** How each buyer's purchase ended. */
  ends: Record<string, number>;
  /** Answers that nobody should ever get. */
  strange: string[];
  requests: number;
  unanswered: number;
  longestAnswer: number;
  /** From paying to a definite answer, whatever was killed meanwhile. */
  longestPurchase: number;
};

export type MoneySale = { origins: string[]; event_id: string; organizer: string; double: Double; seats: string[] };

const cards = [
  ...["pm_card_visa", "pm_card_visa", "pm_card_visa", "pm_card_mastercard", "pm_card_threeDSecure2Required"],
  ...["pm_card_threeDSecure2Required", "pm_card_visa_chargeDeclined", "pm_card_chargeDeclinedExpiredCard"],
];

export function openMoneyLog(): MoneyLog {
  const told = { confirmed: new Set<string>(), cancelled: new Set<string>(), either: new Set<string>() };
  return { ...told, ends: {}, strange: [], requests: 0, unanswered: 0, longestAnswer: 0, longestPurchase: 0 };
}

/** One buyer's purchase with up to three cards, followed until it is decided, whatever is killed meanwhile. */
export async function buyOnce(sale: MoneySale, log: MoneyLog, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const draw = <T>(items: readonly T[]): T => items[drawBelow(random, items.length)] as T;
  const ask = (path: string, given: Ask) => askTimed(draw(sale.origins), log, path, given);
  const token = String((await insist(() => ask("/session/guest", {}))).body.token);
  const held = await holdSome(sale, draw, (seats) => ask(`/events/${sale.event_id}/hold`, { token, body: { seats } }));
  if (!held) return end(log, "no seats");
  const began = Date.now();
  const pay = (card: string | null) =>
    ask(`/${held.holding_id}/confirm`, { token, body: card ? { payment: { token: card } } : {} });
  let told = "";
  for (let tries = 0; tries < 3 && !told; tries++) told = await payBy(sale, log, { pay, card: draw(cards), random });
  log.longestPurchase = Math.max(log.longestPurchase, (Date.now() - began) / 1000);
  end(log, told.startsWith("booking-") ? "booked" : told || "declined");
  if (told.startsWith("booking-")) await changeMind(sale, log, { booking_id: told, token, ask, random });
}

function end({ ends }: MoneyLog, how: string): void {
  ends[how] = (ends[how] ?? 0) + 1;
}

async function askTimed(origin: string, log: MoneyLog, path: string, given: Ask): Promise<Reply> {
  const began = Date.now();
  const reply = await askApi(origin, "POST", path, given);
  log.requests++;
  if (reply.status === 0) log.unanswered++;
  log.longestAnswer = Math.max(log.longestAnswer, (Date.now() - began) / 1000);
  if ([404, 500].includes(reply.status)) log.strange.push(`${path} ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
}

const isUndecided = ({ status, body }: Reply) =>
  status === 0 || status === 503 || body.error_code === "PAYMENT_IN_PROGRESS";

async function insist(call: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    const reply = await call();
    if (!isUndecided(reply)) return reply;
    await wait(200);
  }
}

async function holdSome(
  { seats }: MoneySale,
  draw: <T>(items: readonly T[]) => T,
  hold: (wanted: string[]) => Promise<Reply>,
): Promise<{ holding_id: string } | null> {
  for (let tries = 0; tries < 10; tries++) {
    const first = seats.indexOf(draw(seats));
    const reply = await insist(() => hold(seats.slice(first, first + draw([1, 1, 2]))));
    if (reply.status === 201) return { holding_id: String(reply.body.holding_id) };
  }
  return null;
}

type Paying = { pay(card: string | null): Promise<Reply>; card: string; random: () => number };

/** The id of the booking, why there will be none, or nothing where another card may be tried. */
async function payBy({ double }: MoneySale, log: MoneyLog, { pay, card, random }: Paying): Promise<string> {
  let isAnswered = false;
  for (let asked: string | null = card; ; ) {
    const { status, body } = await pay(asked);
    const next = body.next_action as { client_secret?: string } | undefined;
    if (status === 200 && body.booking_id) {
      log.confirmed.add(String(body.booking_id));
      return String(body.booking_id);
    }
    if (next?.client_secret && !isAnswered) {
      isAnswered = await answerBank(double, next.client_secret, random);
      if (!isAnswered) return "left the bank's question unanswered";
    } else if (body.error_code === "PAYMENT_DECLINED")
      return Number(readDetails(body).attempts_left) > 0 ? "" : "declined";
    // Whoever asks how it went is asked for a card again once it went badly.
    else if (!(asked === null && status === 422) && !next && !isUndecided({ status, body }))
      return String(body.error_code);
    asked = next || status === 409 ? null : card;
    await wait(200);
  }
}

const readDetails = (body: Reply["body"]) => (body.details ?? {}) as Record<string, unknown>;

/** Yes or no, also by a bank that is being restarted; false of who walks away. */
async function answerBank(double: Double, secret: string, random: () => number): Promise<boolean> {
  const drawn = drawBelow(random, 10);
  if (drawn < 2) return false;
  const order = { order: "answer_challenge", intent: secret.replace(/_secret_.*$/, ""), approve: drawn > 4 } as const;
  for (let tries = 0; tries < 100; tries++) {
    try {
      await double.order(order);
      return true;
    } catch (error) {
      // It is decided already where an answer was lost, or its time was up.
      if ((error as Error).message.includes("could not be settled")) return true;
      await wait(200);
    }
  }
  throw new Error("the bank does not come back");
}

type Booked = {
  booking_id: string;
  token: string;
  ask(path: string, given: Ask): Promise<Reply>;
  random: () => number;
};

/** Some cancel, and of some the box office gives back a part. */
async function changeMind({ organizer }: MoneySale, log: MoneyLog, booked: Booked): Promise<void> {
  const { booking_id, token, ask, random } = booked;
  const drawn = drawBelow(random, 10);
  if (drawn < 2) {
    const reply = await ask(`/bookings/${booking_id}/cancel`, { token });
    log.confirmed.delete(booking_id);
    (reply.status === 200 ? log.cancelled : log.either).add(booking_id);
    end(log, "cancelled");
  } else if (drawn < 5) {
    const body = { amount: 1 + drawBelow(random, 4_000), reason: "A late start" };
    const reply = await ask(`/bookings/${booking_id}/refunds`, { token: organizer, body });
    if (reply.status === 200) end(log, "refunded in part");
  }
}
