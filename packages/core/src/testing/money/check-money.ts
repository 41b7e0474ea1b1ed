import { type Audit, auditEvent } from "../../audit/audit-event.ts";
import { findBooking } from "../../booking/get-booking.ts";
import { refundedOf } from "../../booking/refunds.rules.ts";
import { findPayment } from "../../payment/finish-payment.ts";
import { keptAmount } from "../../payment/gateway.ts";
import { runScheduledWork } from "../../scheduled-work/run-scheduled-work.ts";
import { expectCleanAudit, letTimePass, listDue } from "../settle-everything.ts";
import type { MoneyHistory, NotedBooking } from "./money-history.ts";
import { adopt } from "./office-steps.ts";

/** Of ten minutes each: more than a day, in which work that fails is dead. */
const mostPasses = 200;

const finals = new Set(["captured", "declined", "voided"]);

/**
 * What holds after every step, whatever is under way: no money without a record, nothing taken without a booking, and what the gateway
 * keeps of each payment that is not being worked on is what its booking kept. Throws what does not.
 */
export async function checkAlways(history: MoneyHistory): Promise<void> {
  const { auditor } = history.world;
  for (const record of await history.records()) {
    if (keptAmount(record) === 0) continue;
    const payment = await findPayment(auditor, record.payment_id);
    if (!payment) throw new Error(`${record.payment_id} keeps money without a record`);
    if (record.state === "captured" && payment.booking_id === null)
      throw new Error(`${record.payment_id} was taken for nothing`);
  }
  const { faults } = await auditEvent(auditor, history.sale.event_id);
  const unexpected = faults.filter(({ about }) => !(history.toAdopt as Set<string>).has(about));
  if (unexpected.length > 0) throw new Error(`the audit finds ${JSON.stringify(unexpected)}`);
}

/** Once everything works again and nobody is left waiting: all is final, and everybody has what they were told. */
export async function checkEnd(history: MoneyHistory): Promise<Audit> {
  const { auditor, till, api, worker } = history.world;
  till.calm();
  for (const { mortal } of [api, worker]) mortal.rise();
  await history.release();
  for (const decide of history.disputes.splice(0)) await decide(history.chance(0.5));
  await adopt(history);
  const asked = (await history.records()).filter(({ state }) => state === "challenged");
  await letTimePass(auditor, 900, 60);
  for (const { payment_id } of asked) {
    const record = (await history.records()).find((record) => record.payment_id === payment_id);
    if (record?.state === "voided") history.saw("challenge abandoned");
  }
  // What a bank has not decided by then can't be voided before it has.
  for (const record of await history.records())
    if (record.state === "challenged") await till.answer(record, history.chance(0.5));
  for (let passes = 0; (await listDue(auditor)).length > 0; passes++) {
    if (passes === mostPasses)
      throw new Error(`not done: ${JSON.stringify(await listDue(auditor))} ${auditor.faults.slice(-3)}`);
    auditor.clock.advance(600);
    while ((await runScheduledWork(auditor)) > 0);
  }
  await adopt(history);
  const audit = await expectCleanAudit(auditor, history.sale.event_id);
  const open = (await history.records()).filter(({ state }) => !finals.has(state));
  if (open.length > 0) throw new Error(`not final: ${JSON.stringify(open)}`);
  if (till.events) await checkDisputes(history);
  for (const known of history.known.values()) await checkKnown(history, known);
  return audit;
}

async function checkKnown(history: MoneyHistory, known: NotedBooking): Promise<void> {
  const { booking_id } = known;
  const booking = await findBooking(history.world.auditor, booking_id);
  if (!booking) throw new Error(`${booking_id} was told of and is gone`);
  const is = { state: booking.state, refunded: refundedOf(booking) };
  const mayEnd = known.ambiguous || history.isCalledOff || history.lapsed.has(booking_id);
  const state = history.isCalledOff ? "cancelled" : known.state;
  if (!mayEnd && is.state !== state) throw new Error(`${booking_id} is ${is.state}, told ${state}`);
  if (known.state === "cancelled" && is.state !== "cancelled") throw new Error(`${booking_id} is back`);
  const most = mayEnd ? known.total : known.refunded + (history.there.get(booking_id) ?? 0);
  if (is.refunded < known.refunded || is.refunded > most)
    throw new Error(`${booking_id} gave back ${is.refunded}, told ${known.refunded}, ${most} at most`);
}

/** With every webhook lost, too, each dispute is known as the gateway has it. */
async function checkDisputes(history: MoneyHistory): Promise<void> {
  for (const { payment_id, disputes = [] } of await history.records()) {
    const payment = disputes.length > 0 ? await findPayment(history.world.auditor, payment_id) : null;
    const [is, said] = [payment?.disputes ?? [], disputes].map((list) => list.map(({ state }) => state).join());
    if (is !== said) throw new Error(`${payment_id} has disputes ${is}, the gateway ${said}`);
  }
}
