import { beforeEach, expect, it } from "vitest";
import { findBooking } from "../booking/get-booking.ts";
import { ChangeEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import type { BookingId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { openInvoices } from "../testing/open-invoices.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race } from "../testing/race.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { createTestMailer, listTold } from "../testing/test-mailer.ts";
import { toInstant } from "../time.ts";
import { bringDueDatesForward } from "./bring-due-dates-forward.ts";

const day = 86_400;
const mailer = createTestMailer();
const [core, other] = await openTwoCores({ mailer }, { mailer });
let office: Awaited<ReturnType<typeof openInvoices>>;

beforeEach(async () => {
  office = await openInvoices(core);
});

/** The event begins that many seconds from now. */
async function moveTo(seconds: number): Promise<string> {
  const { event_id, organizer } = office.sale;
  const start_time = toInstant(Math.floor(core.clock()) + seconds);
  const { revision = 0 } = (await findEvent(core.table, event_id)) ?? {};
  await changeEvent(core, organizer, ChangeEvent.parse({ event_id, revision, start_time }));
  return start_time;
}

const dueOf = async (booking_id: BookingId) => (await findBooking(core, booking_id))?.invoice?.due_at;
const toldDue = () =>
  listTold(mailer).flatMap(({ letter }) =>
    letter.kind === "booking-reserved" && letter.changes.length > 0 ? letter.booking.due_at : [],
  );

it("of an event that is moved earlier everything reserved is due a day before, its buyer is told, and it lapses then", async () => {
  const { booking_id } = await office.reserve("A-1");
  const paid = await office.reserve("A-2");
  await office.pay(paid.booking_id);
  const before = [await dueOf(booking_id), await dueOf(paid.booking_id)];
  const start_time = await moveTo(10 * day);
  await letTimePass(core, 80);
  const due_at = toInstant(Date.parse(start_time) / 1000 - day);
  expect([await dueOf(booking_id), await dueOf(paid.booking_id)]).toEqual([due_at, before[1]]);
  expect(toldDue()).toEqual([due_at]);
  await letTimePass(core, 9 * day, day);
  expect(await findBooking(core, booking_id)).toMatchObject({ state: "cancelled" });
  expect(await office.stateOf("A-1")).toBe("available");
  await office.audit();
});

it("where less than a day is left it is due at the start, and one that is moved later stays as it is", async () => {
  const { booking_id } = await office.reserve("A-1");
  const before = await dueOf(booking_id);
  await moveTo(90 * day);
  await letTimePass(core, 80);
  expect(await dueOf(booking_id)).toBe(before);
  const start_time = await moveTo(day / 2);
  await letTimePass(core, 80);
  expect(await dueOf(booking_id)).toBe(start_time);
  await office.audit();
});

it("work that is asked to return leaves what it has not begun, and goes on later", async () => {
  const bookings = [await office.reserve("A-1"), await office.reserve("A-2")];
  const dueDates = () => Promise.all(bookings.map(({ booking_id }) => dueOf(booking_id)));
  const before = await dueDates();
  const start_time = await moveTo(10 * day);
  const job = keys.job("due-dates", office.sale.event_id);
  await bringDueDatesForward(core, job, AbortSignal.abort());
  expect(await dueDates()).toEqual(before);
  expect(await readItem(core.table, job)).not.toBeNull();
  await bringDueDatesForward(core, job);
  const due_at = toInstant(Date.parse(start_time) / 1000 - day);
  expect(await dueDates()).toEqual([due_at, due_at]);
  expect(await readItem(core.table, job)).toBeNull();
});

it("two processes that bring it forward while it is paid: it is paid, and the job ends", async () => {
  for (let round = 0; round < 6; round++) {
    await moveTo(60 * day);
    const { booking_id } = await office.reserve(`B-${round + 1}`);
    await moveTo(10 * day);
    core.clock.advance(20);
    const job = keys.job("due-dates", office.sale.event_id);
    const { broken, refused } = await race<unknown>([
      bringDueDatesForward(core, job),
      bringDueDatesForward(other, job),
      office.pay(booking_id),
    ]);
    expect([broken, refused]).toEqual([[], {}]);
    expect(await findBooking(core, booking_id)).toMatchObject({ state: "confirmed" });
    expect(await readItem(core.table, job)).toBeNull();
  }
  await letTimePass(core, 80);
  await office.audit();
});
