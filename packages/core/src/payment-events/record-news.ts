import type { Core } from "../core.ts";
import { putJournal } from "../journal/journal.table.ts";
import type { GatewayRecord } from "../payment/gateway.ts";
import { recordNews } from "../payment/payment.table.ts";
import type { Payment } from "../payment/payment.ts";
import { type Action, transact } from "../table/transact.ts";
import { changedDisputes, markFailed, type News } from "./compare-news.ts";

/**
 * Records the disputes of a payment and which of its refunds failed, each with a line in its event's journal. False if the payment was
 * changed since it was read, before `record` was asked for: then ask again.
 */
export async function recordNewsOf(core: Core, payment: Payment, record: GatewayRecord): Promise<boolean> {
  const news: News = {
    disputes: [...(record.disputes ?? payment.disputes)],
    refunds: payment.state === "refunding" ? payment.refunds : markFailed(payment.refunds, record),
  };
  if (JSON.stringify(news) === JSON.stringify({ disputes: payment.disputes, refunds: payment.refunds })) return true;
  const outcome = await transact(core.table, [recordNews(payment, news), ...journalNews(core, payment, news)]);
  if (outcome.done) reportFailures(core, payment, news);
  return outcome.done;
}

function journalNews(core: Core, payment: Payment, { disputes, refunds }: News): Action[] {
  const { event_id, booking_id, currency } = payment;
  const common = { subject: event_id, at: core.clock(), actor: null };
  const booking = { before: null, after: booking_id };
  const disputed = changedDisputes(payment.disputes, disputes).map(({ before, after }) =>
    putJournal({
      ...{ ...common, action: "booking.disputed", part: after.dispute_id },
      changes: {
        booking,
        dispute: { before: before?.state ?? null, after: after.state },
        amount: { before: before?.amount ?? null, after: after.amount },
        currency: { before: null, after: currency },
      },
    }),
  );
  const failed = newlyFailed(payment, refunds).map(({ refund_id, amount }) =>
    putJournal({
      ...{ ...common, action: "booking.refund_failed", part: refund_id },
      changes: {
        booking,
        refund: { before: null, after: refund_id },
        amount: { before: amount, after: 0 },
        currency: { before: null, after: currency },
      },
    }),
  );
  return [...disputed, ...failed];
}

const newlyFailed = (payment: Payment, refunds: News["refunds"]): News["refunds"] =>
  refunds.filter(({ failed }, at) => failed && !payment.refunds[at]?.failed);

/** The seller has money that a buyer was told to get: somebody has to see to it. */
function reportFailures({ reportError }: Core, payment: Payment, { refunds }: News): void {
  const { payment_id, booking_id } = payment;
  for (const { refund_id, amount } of newlyFailed(payment, refunds))
    reportError("a refund failed at the payer's bank: its seller owes it", {
      payment_id,
      booking_id,
      refund_id,
      amount,
    });
}
