import { putMail } from "@evently/core/mail/mail.table";
import { mailsOf } from "@evently/core/table/keys";
import { transactAll } from "@evently/core/table/transact-all";
import { openEvent } from "@evently/core/testing/open-event";
import { expectCleanAudit, listDue } from "@evently/core/testing/settle-everything";
import { newBooking, putBookings } from "@evently/core/testing/sold-bookings";
import { openPrinter } from "@evently/tickets/open-printer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createSmtpMailer } from "../mail/smtp-mailer.ts";
import { startLoops } from "../process/loops.ts";
import { openSmtpServer, type SmtpServer } from "../testing/mail/open-smtp-server.ts";
import {
  describePayments,
  expectAtMostTwice,
  now,
  openPaymentDelays,
  perPhase,
} from "../testing/process/payment-delays.ts";

/** More than a quiet machine sends while the payments of a phase are due. */
const mails = 6_000;

let server: SmtpServer;
let mailer: ReturnType<typeof createSmtpMailer>;
let world: Awaited<ReturnType<typeof openPaymentDelays>>;

beforeAll(async () => {
  server = await openSmtpServer(() => "accept");
  const given = { from: "Evently <tickets@example.org>", origin: "https://tickets.example", timeoutSeconds: 20 };
  mailer = createSmtpMailer({ url: server.url, ...given, print: openPrinter().print });
  world = await openPaymentDelays({ mailer });
}, 600_000);
afterAll(async () => {
  await world.close();
  mailer.close();
  await server.close();
});

it(`${mails} mails that are due delay no payment to more than twice its usual time, and come each once`, async () => {
  const { core, sale, measure } = world;
  const other = await openEvent(core, { rows: 1, perRow: mails });
  const bookings = Array.from({ length: mails }, (_, n) => newBooking(core, other, n));
  await transactAll(core.table, bookings.flatMap(putBookings), { items: 99 });
  const putAt = (at: number) =>
    bookings.map(({ booking_id, event_id, user_id }) =>
      putMail({ kind: "booking-confirmed", booking_id, event_id, user_id }, at),
    );
  const countMails = async () => (await listDue(core)).filter(({ pk }) => pk === mailsOf(other.event_id)).length;
  const loops = startLoops(core);
  const alone = await measure(0);
  const alongside = await measure(1, (at) => transactAll(core.table, putAt(at)));
  const left = await countMails();
  process.stdout.write(
    describePayments("without mails", alone.measured) + describePayments(`beside ${mails} mails`, alongside.measured),
  );
  process.stdout.write(`${mails - left} mails were sent meanwhile, ${left} were still due\n`);
  expect(left, "mails were due all the while").toBeGreaterThan(0);
  expectAtMostTwice(alone.measured, alongside.measured);
  await expect.poll(countMails, { timeout: 540_000, interval: 1_000 }).toBe(0);
  process.stdout.write(`all mails were sent within ${(now() - alongside.begun).toFixed(0)} s\n`);
  await loops.stop();
  expect(server.received).toHaveLength(mails);
  expect(new Set(server.received.map(({ message_id }) => message_id)).size).toBe(mails);
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ bookings: 2 * perPhase, unfinished_payments: 0 });
}, 900_000);
