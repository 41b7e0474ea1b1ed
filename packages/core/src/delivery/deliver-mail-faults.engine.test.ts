import { afterAll, beforeAll, expect, it } from "vitest";
import { putMail } from "../mail/mail.table.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { transact } from "../table/transact.ts";
import { createFaults, type FaultKind, faultKinds } from "../testing/faults.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import { letTimePass, listDue } from "../testing/settle-everything.ts";
import { newBooking, putBookings } from "../testing/sold-bookings.ts";
import { createTestMailer, listTold } from "../testing/test-mailer.ts";

const mailer = createTestMailer();
const faults = createFaults();
let core: TestCore;

beforeAll(async () => {
  const opened = await openCore({ mailer, wrap: (table) => faults.wrap(table) });
  core = { ...opened, rules: { ...opened.rules, MAILS_PER_ADDRESS: 0 } };
});
afterAll(() => core.close());

it("a mail is sent whatever happens to one request to the table", async () => {
  const sale = await openEvent(core);
  const booking = newBooking(core, sale, 0);
  await transact(core.table, putBookings(booking));
  const { booking_id, event_id, user_id } = booking;
  const send = async (cause: string, fault: (i: number) => FaultKind | null) => {
    mailer.accepted.splice(0);
    const mail = { kind: "booking-confirmed", booking_id, event_id, user_id, cause } as const;
    await transact(core.table, [putMail(mail, core.clock())]);
    core.clock.advance(1);
    faults.plan(fault);
    await runScheduledWork(core).catch(() => undefined);
    const requests = faults.seen();
    faults.end();
    await letTimePass(core, 80);
    expect(listTold(mailer), cause).toHaveLength(1);
    return requests;
  };
  const requests = await send("undisturbed", () => null);
  expect(requests).toBeGreaterThan(20);
  for (const kind of faultKinds)
    for (let i = 0; i < requests; i += 6) await send(`${kind} ${i}`, (n) => (n === i ? kind : null));
  core.faults.splice(0);
  expect(await listDue(core)).toEqual([]);
});
