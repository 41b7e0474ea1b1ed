import { cancelBooking } from "../../booking/cancel-booking.ts";
import { setEventStatus } from "../../event-change/set-event-status.ts";
import { findPayment } from "../../payment/finish-payment.ts";
import type { Wake } from "../../payment/wake.ts";
import { heedWakes } from "../../payment-events/heed-wakes.ts";
import { adoptRefund } from "../../refund/adopt-refund.ts";
import { RefundBooking } from "../../refund/refund.ts";
import { refundBooking } from "../../refund/refund-booking.ts";
import { runScheduledWork } from "../../scheduled-work/run-scheduled-work.ts";
import { setPrice } from "../edit-event.ts";
import type { TestCore } from "../open-core.ts";
import { drawBelow } from "../random.ts";
import type { Step } from "./buyer-steps.ts";
import type { MoneyHistory, NotedBooking } from "./money-history.ts";

function drawBooking(history: MoneyHistory): NotedBooking | null {
  const bookings = [...history.known.values()];
  return bookings.length > 0 ? history.draw(bookings) : null;
}

async function refund(
  history: MoneyHistory,
  core: TestCore,
  known: NotedBooking,
  part: { seats?: string[]; amount?: number },
) {
  const input = RefundBooking.parse({ booking_id: known.booking_id, reason: "A late start", ...part });
  const told = await history.told("refund", refundBooking(core, history.sale.organizer, input));
  if (told === null) known.ambiguous = true;
  else if ("done" in told) {
    const { refunded, total } = history.note(known.buyer, told.done);
    history.saw(refunded < total ? "partial refund" : "full refund");
  }
}

const refundPart: Step = async (history) => {
  const known = drawBooking(history);
  if (!known) return;
  const isSeat = history.chance(0.4);
  await refund(
    history,
    history.process,
    known,
    isSeat ? { seats: history.wanted.slice(0, 1) } : { amount: amountOf(history) },
  );
};

const amountOf = (history: MoneyHistory): number => 1 + drawBelow(history.random, 4_500);

const refundAll: Step = async (history) => {
  const known = drawBooking(history);
  if (!known || known.state === "cancelled" || known.refunded === known.total) return;
  await refund(history, history.process, known, { amount: known.total - known.refunded });
};

/** At once in two processes, so that one of them is told that there is less left, or that it is cancelled. */
const refundAgainstCancel: Step = async (history) => {
  const known = drawBooking(history);
  if (!known) return;
  const { api, worker } = history.world;
  await Promise.all([
    refund(history, api, known, { amount: amountOf(history) }),
    cancelAtOffice(history, worker, known),
  ]);
};

async function cancelAtOffice(history: MoneyHistory, core: TestCore, known: NotedBooking): Promise<void> {
  const told = await history.told("cancel at office", cancelBooking(core, history.sale.organizer, known));
  if (told === null) known.ambiguous = true;
  else if ("done" in told) history.note(known.buyer, told.done);
}

const cancelOfOffice: Step = async (history) => {
  const known = drawBooking(history);
  if (known) await cancelAtOffice(history, history.process, known);
};

export const callOff: Step = async (history) => {
  const { event_id, organizer } = history.sale;
  const cancelling = setEventStatus(history.process, organizer, { event_id, status: "cancelling", reason: "A storm" });
  // Without an answer it may have begun.
  const told = await history.told("call off", cancelling);
  history.isCalledOff ||= told === null || "done" in told;
};

export const changePrice: Step = async (history) => {
  const price = 1_000 + drawBelow(history.random, 8_000);
  await history.told("price", setPrice(history.world.auditor, history.sale, price));
};

const refundThere: Step = async (history) => {
  const records = (await history.records()).filter(
    ({ state, amount, refunded }) => state === "captured" && amount > refunded,
  );
  if (records.length === 0) return;
  const record = history.draw(records);
  const left = record.amount - record.refunded;
  const amount = history.chance(0.3) ? left : 1 + drawBelow(history.random, left);
  await history.world.till.refundThere(record, amount);
  history.toAdopt.add(record.payment_id);
  const booking_id = (await findPayment(history.world.auditor, record.payment_id))?.booking_id;
  if (booking_id) history.there.set(booking_id, (history.there.get(booking_id) ?? 0) + amount);
  history.saw("refund at the gateway, no webhook");
};

/** As the reading of its events does where the gateway has any. */
export async function adopt(history: MoneyHistory): Promise<void> {
  if (history.toAdopt.size === 0 || history.world.till.events) return;
  for (const record of await history.records()) {
    if (!history.toAdopt.has(record.payment_id)) continue;
    while (await adoptRefund(history.world.auditor, record));
    history.toAdopt.delete(record.payment_id);
  }
}

const dispute: Step = async (history) => {
  const { till } = history.world;
  const [record] = (await history.records()).filter(({ state, refunded }) => state === "captured" && refunded === 0);
  if (!till.dispute || !record) return;
  history.toAdopt.add(record.payment_id);
  history.disputes.push(await till.dispute(record));
  history.saw("dispute");
};

const arrivals = {
  lost: () => [],
  doubled: (wakes: readonly Wake[]) => wakes.flatMap((wake) => [wake, wake]),
  reordered: (wakes: readonly Wake[]) => wakes.toReversed(),
} as const;

/** All that was sent since the last ones arrived. */
export async function hearWebhooks(history: MoneyHistory, how: keyof typeof arrivals | "early"): Promise<void> {
  const sent = history.world.till.webhooks();
  if (sent.length === 0) return;
  history.saw(`webhooks ${how}`);
  const core = history.process;
  for (const wake of how === "early" ? sent : arrivals[how](sent)) core.wakes.note(wake);
  await history.told(`webhooks ${how}`, heedWakes(core));
}

const webhooks: Step = (history) => hearWebhooks(history, history.draw(["lost", "doubled", "reordered"] as const));

const work: Step = async (history) => {
  await history.told("work", runScheduledWork(history.world.worker));
};

const passes =
  (seconds: number): Step =>
  async (history) => {
    history.world.auditor.clock.advance(seconds);
    history.log.push(`${seconds} s`);
  };

export const officeSteps: Readonly<Record<string, Step>> = {
  refundPart,
  refundAll,
  refundAgainstCancel,
  cancelOfOffice,
  changePrice,
  refundThere,
  adopt,
  dispute,
  webhooks,
  work,
  tenSeconds: passes(10),
  aMinute: passes(60),
  aHold: passes(200),
  longer: passes(620),
};
