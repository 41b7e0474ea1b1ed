import { afterAll, beforeAll, expect, it } from "vitest";
import { EventlyError } from "../errors.ts";
import { putMail } from "../mail/mail.table.ts";
import type { MailState } from "../mail/mail.ts";
import { MailFailure } from "../mail/mail-failure.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { transactAll } from "../table/transact-all.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newOrganizer, openEvent, type Sale } from "../testing/open-event.ts";
import { newBooking, putBookings } from "../testing/sold-bookings.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { listEventMails } from "./list-event-mails.ts";

const count = 60;
const mailer = createTestMailer();
let core: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore({ mailer });
  sale = await openEvent(core, { rows: 1, perRow: count });
  const bookings = Array.from({ length: count }, (_, n) => newBooking(core, sale, n));
  await transactAll(core.table, bookings.flatMap(putBookings), { items: 99 });
  const mails = bookings.map(({ booking_id, event_id, user_id }) =>
    putMail({ kind: "booking-confirmed", booking_id, event_id, user_id }, core.clock()),
  );
  await transactAll(core.table, mails);
  // Every twentieth is refused.
  mailer.answer = ({ to }, accept) => {
    if (Number(/\d+/.exec(to)) % 20 === 19) throw new MailFailure(550);
    accept();
  };
  core.clock.advance(1);
  await runScheduledWork(core);
});
afterAll(() => core.close());

async function listAll(state?: MailState, limit = 25) {
  const items: unknown[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listEventMails(core, sale.organizer, {
      ...{ event_id: sale.event_id, state, limit },
      ...(cursor === undefined ? {} : { cursor }),
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.next_cursor;
  }
  return items;
}

it("all mails of an event are listed page by page, or those in one state", async () => {
  expect(await listAll()).toHaveLength(count);
  expect(await listAll("sent")).toHaveLength(count - 3);
  const dead = await listAll("dead", 2);
  expect(dead).toHaveLength(3);
  expect(dead).toEqual(Array(3).fill(expect.objectContaining({ state: "dead", last_error: "SMTP 550", attempts: 1 })));
  expect(await listAll("due")).toEqual([]);
});

it("others see none of them, and a cursor is for its own list", async () => {
  const { event_id } = sale;
  const { next_cursor } = await listEventMails(core, sale.organizer, { event_id, limit: 10 });
  const ask = async (who: Sale["organizer"], more: object) => {
    const error = await listEventMails(core, who, { event_id, limit: 10, ...more }).catch((thrown) => thrown);
    return error instanceof EventlyError ? error.code : error;
  };
  expect(await ask(sale.organizer, { state: "sent", cursor: next_cursor })).toBe("INVALID_CURSOR");
  expect(await ask(await newOrganizer(core), {})).toBe("FORBIDDEN");
  expect(await ask(await newGuest(core), {})).toBe("FORBIDDEN");
});
