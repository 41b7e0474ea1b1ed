import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { isFailure } from "../errors.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { MailFailure } from "../mail/mail-failure.ts";
import { countDeadWork, retryDeadWork } from "../scheduled-work/dead-work.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { leaseSeconds } from "../scheduled-work/work-kinds.ts";
import { mailsOf } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import type { Item } from "../table/transact.ts";
import { createDying } from "../testing/dying-table.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent, type Sale } from "../testing/open-event.ts";
import { expectCleanAudit, letTimePass, listDue } from "../testing/settle-everything.ts";
import { acceptAll, createTestMailer, listTold } from "../testing/test-mailer.ts";
import { toSeconds } from "../time.ts";
import { createUser, startGuest } from "../user/create-user.ts";
import { listEventMails } from "./list-event-mails.ts";

const mailer = createTestMailer();
let core: TestCore;
let sale: Sale;
let buyers = 0;

beforeAll(async () => {
  core = await openCore({ mailer });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 2, perRow: 20 });
  mailer.accepted.splice(0);
  mailer.answer = acceptAll;
});

const newBuyer = () => startGuest(core, { email: `buyer-${buyers++}@example.org` });

async function book(process: TestCore, seat: string, buyer = newBuyer()) {
  const { user } = await buyer;
  const { holding_id } = await placeHold(process, user, ask(sale.event_id, seat));
  const booking = await confirmHold(process, user, { holding_id, payment: { token: "tok_visa" } });
  await process.background.settled();
  if (!("booking_id" in booking)) throw new Error("it is not booked");
  return { booking, user };
}

async function readMails(): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of queryItems(core.table, { partition: mailsOf(sale.event_id), consistent: true }))
    items.push(item);
  return items;
}

const listMails = async () =>
  (await listEventMails(core, sale.organizer, { event_id: sale.event_id, limit: 50 })).items;

/** Looks once at what is due, `seconds` later. */
async function work(seconds = 1): Promise<number> {
  core.clock.advance(seconds);
  return runScheduledWork(core);
}

describe("a booking", () => {
  it("is confirmed to its buyer by one mail, which the organizer sees as sent", async () => {
    const { booking, user } = await book(core, "A-1");
    expect(await listMails()).toMatchObject([{ state: "due", attempts: 0, last_error: null }]);
    await work();
    await work(100);
    expect(mailer.accepted).toHaveLength(1);
    expect(mailer.accepted[0]).toMatchObject({
      to: user.email,
      toAdmin: false,
      letter: {
        kind: "booking-confirmed",
        event: { name: "Test concert", venue_name: "Test hall", status: "published" },
        booking: { booking_id: booking.booking_id, total: 4500, lines: [{ row_label: "A", seat_label: "1" }] },
      },
    });
    expect(await listMails()).toEqual(
      [
        ...[
          { booking_id: booking.booking_id, kind: "booking-confirmed", state: "sent", attempts: 1, last_error: null },
        ],
      ].map((mail) => ({ ...mail, at: expect.any(String) })),
    );
    await expectCleanAudit(core, sale.event_id);
  });

  it("has no mail where its buyer has no address, nor where no mail is sent", async () => {
    await book(core, "A-2", startGuest(core, {}));
    await book({ ...core, mailer: null }, "A-3");
    expect(await readMails()).toEqual([]);
    await work();
    expect(mailer.accepted).toEqual([]);
  });

  it("is written to where its buyer is reached when the mail is sent, and keeps no address in the mail", async () => {
    const { user } = await book(core, "A-4");
    expect(JSON.stringify(await readMails())).not.toContain(String(user.email));
    await createUser(core, { email: "later@example.org", role: "attendee" }, { actor: user, token: "" });
    await work();
    expect(mailer.accepted.map(({ to }) => to)).toEqual(["later@example.org"]);
  });

  it("is told of its cancellation after its confirmation, each once", async () => {
    const { booking, user } = await book(core, "A-5");
    await cancelBooking(core, user, booking);
    await cancelBooking(core, user, booking).catch((error) => {
      if (!isFailure(error, "BOOKING_ALREADY_CANCELLED")) throw error;
    });
    await letTimePass(core, 40);
    expect(
      listTold(mailer)
        .map(({ letter }) => letter.kind)
        .sort(),
    ).toEqual(["booking-cancelled", "booking-confirmed"]);
    expect(mailer.accepted).toHaveLength(2);
    await expectCleanAudit(core, sale.event_id);
  });
});

describe("a mail that is not accepted", () => {
  it("is repeated after growing pauses where it was put off or nobody answered, with one Message-ID", async () => {
    await book(core, "B-1");
    const codes = [421, null, 450, 451, 452, null];
    const ids = new Set<string>();
    const pauses: number[] = [];
    mailer.answer = ({ message_id }) => {
      ids.add(message_id);
      throw new MailFailure(codes[ids.size + pauses.length - 1] ?? null);
    };
    for (const [n] of codes.entries()) {
      const [mail] = await readMails();
      core.clock.advance(Math.max(0.001, toSeconds(String(mail?.due_at)) - core.clock() + 0.001));
      expect(await runScheduledWork(core)).toBe(1);
      const [after] = await readMails();
      pauses.push(toSeconds(String(after?.due_at)) - core.clock());
      expect(after?.due_attempts).toBe(n + 1);
    }
    expect(ids.size).toBe(1);
    expect(pauses[0]).toBeGreaterThan(5);
    expect(pauses[0]).toBeLessThan(15);
    for (const [i, pause] of pauses.entries()) if (i > 0) expect(pause / (pauses[i - 1] ?? 0)).toBeGreaterThan(1.5);
    mailer.answer = acceptAll;
    await letTimePass(core, 4_000, 2_000);
    expect(mailer.accepted.map(({ message_id }) => message_id)).toEqual([...ids]);
    expect(await listMails()).toMatchObject([{ state: "sent", attempts: codes.length + 1, last_error: null }]);
    expect(core.faults.splice(0)).toHaveLength(codes.length);
  });

  it("is dead at once where it was refused: counted, shown to the organizer, and sent when it is retried", async () => {
    const { booking } = await book(core, "B-2");
    mailer.answer = () => {
      throw new MailFailure(550);
    };
    await work();
    await work(7_200);
    expect(await listMails()).toMatchObject([
      { booking_id: booking.booking_id, state: "dead", attempts: 1, last_error: "SMTP 550" },
    ]);
    expect(await countDeadWork(core)).toEqual({ money: 0, bulk: 0, mail: 1 });
    expect(core.faults.splice(0)).toEqual([
      "work is dead until an operator retries it: SMTP 550: the mail server answered 550",
    ]);
    const { event_id } = sale;
    const wanted = { event_id, limit: 50 } as const;
    expect((await listEventMails(core, sale.organizer, { ...wanted, state: "sent" })).items).toEqual([]);
    expect((await listEventMails(core, sale.organizer, { ...wanted, state: "dead" })).items).toHaveLength(1);
    mailer.answer = acceptAll;
    expect(await retryDeadWork(core, mailsOf(event_id))).toHaveLength(1);
    await work();
    expect(mailer.accepted).toHaveLength(1);
    expect(await listMails()).toMatchObject([{ state: "sent" }]);
    await expectCleanAudit(core, event_id);
  });
});

describe("processes", () => {
  it("send a mail once where several look at once", async () => {
    const others = await Promise.all([1, 2, 3].map(() => openCore({ mailer, alongside: core })));
    await Promise.all(["A-1", "A-2", "A-3", "A-4", "A-5", "A-6"].map((seat) => book(core, seat)));
    core.clock.advance(1);
    const counts = await Promise.all([core, ...others].map((process) => runScheduledWork(process)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(mailer.accepted).toHaveLength(6);
    expect(listTold(mailer)).toHaveLength(6);
    for (const other of others) await other.close();
  });

  it("leave a mail to those that carry mails", async () => {
    await book(core, "A-7");
    core.clock.advance(1);
    expect(await runScheduledWork({ ...core, mailer: null })).toBe(0);
    expect(await work()).toBe(1);
    expect(mailer.accepted).toHaveLength(1);
  });

  it("leave the mail of a booking, and none of what was not booked, wherever the one that books dies", async () => {
    const dying = createDying();
    const frail = await openCore({ mailer, alongside: core, wrap: dying.wrap });
    const seats = ["A-1", "A-2", "A-3", "A-4", "A-5", "A-6"];
    for (const [i, seat] of seats.entries()) {
      dying.rise();
      const { user } = await newBuyer();
      const { holding_id } = await placeHold(frail, user, ask(sale.event_id, seat));
      await frail.background.settled();
      dying.die(1 + (i % 3), i < 3 ? "before" : "after");
      await confirmHold(frail, user, { holding_id, payment: { token: "tok_visa" } }).catch(() => undefined);
      await frail.background.settled();
    }
    dying.rise();
    await letTimePass(core, 1_000);
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted.bookings).toBeGreaterThan(0);
    const told = listTold(mailer).map(({ letter }) => ("booking" in letter ? letter.booking.booking_id : null));
    expect(new Set(told).size).toBe(counted.bookings);
    expect(mailer.accepted).toHaveLength(counted.bookings);
    core.faults.splice(0);
    await frail.close();
  });

  it("send a mail again with its Message-ID where one died after it was accepted", async () => {
    await book(core, "B-1");
    let sends = true;
    const frail = await openCore({
      mailer,
      alongside: core,
      wrap: (table) => interpose(table, (_, send) => (sends ? send() : Promise.reject(new Error("the process died")))),
    });
    mailer.answer = (_, accept) => {
      accept();
      sends = false;
    };
    core.clock.advance(1);
    await runScheduledWork(frail).catch(() => undefined);
    expect(mailer.accepted).toHaveLength(1);
    mailer.answer = acceptAll;
    expect(await work(leaseSeconds - 5), "the lease has not ended").toBe(0);
    expect(await work(6)).toBe(1);
    expect(mailer.accepted).toHaveLength(2);
    expect(listTold(mailer)).toHaveLength(1);
    expect(await listDue(core)).toEqual([]);
    sends = true;
    await frail.close();
  });
});
