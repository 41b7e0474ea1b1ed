import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { putMail } from "../mail/mail.table.ts";
import { MailFailure } from "../mail/mail-failure.ts";
import { grantRole } from "../operator/grant-role.ts";
import { countDeadWork } from "../scheduled-work/dead-work.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { secretsOf } from "../sign-in/sign-in-secrets.ts";
import { queryItems } from "../table/query-items.ts";
import { type Item, transact } from "../table/transact.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import { letTimePass, listDue } from "../testing/settle-everything.ts";
import { newBooking, putBookings } from "../testing/sold-bookings.ts";
import { acceptAll, createTestMailer } from "../testing/test-mailer.ts";
import { createUser } from "../user/create-user.ts";

const mailer = createTestMailer();
let core: TestCore;

beforeAll(async () => {
  core = await openCore({ mailer });
});
afterAll(() => core.close());
beforeEach(() => {
  mailer.accepted.splice(0);
  mailer.answer = acceptAll;
});

/** Looks once at what is due, `seconds` later. */
async function work(seconds = 1): Promise<void> {
  core.clock.advance(seconds);
  await runScheduledWork(core);
}

const request = (request_id: string) =>
  ({ kind: "sign-in", request_id, email: "ann@example.org", until: core.clock() + 600 }) as const;

it("a mail to sign in has the code and the link's token, which stand nowhere, and leaves no address behind", async () => {
  const mail = request("request-1");
  await transact(core.table, [putMail(mail, core.clock())]);
  const [due] = await listDue(core);
  const { code, token } = secretsOf(core.secret, mail.request_id);
  await work();
  expect(mailer.accepted).toMatchObject([
    { to: "ann@example.org", toAdmin: false, letter: { kind: "sign-in", code, path: `/sign-in#token=${token}` } },
  ]);
  const left: Item[] = [];
  for await (const item of queryItems(core.table, { partition: String(due?.pk) })) left.push(item);
  expect(left).toHaveLength(1);
  expect(JSON.stringify(left)).not.toMatch(/ann@example|request-1/);
});

it("a mail to sign in is refused where the same request wrote it before", async () => {
  const mail = request("request-2");
  expect(await transact(core.table, [putMail(mail, core.clock())])).toEqual({ done: true });
  expect(await transact(core.table, [putMail(mail, core.clock())])).toMatchObject({ done: false });
  await letTimePass(core, 40);
  expect(mailer.accepted).toHaveLength(1);
});

it("a mail to sign in goes before all others", async () => {
  const sale = await openEvent(core);
  const bookings = [0, 1, 2].map((n) => newBooking(core, sale, n));
  await transact(core.table, bookings.flatMap(putBookings));
  for (const { booking_id, event_id, user_id } of bookings)
    await transact(core.table, [putMail({ kind: "booking-confirmed", booking_id, event_id, user_id }, core.clock())]);
  core.clock.advance(60);
  await transact(core.table, [putMail(request("request-3"), core.clock())]);
  await work();
  expect(mailer.accepted[0]?.letter.kind).toBe("sign-in");
  expect(mailer.accepted).toHaveLength(4);
});

it("a mail to sign in is gone once it was refused, or is worth nothing any more", async () => {
  mailer.answer = () => {
    throw new MailFailure(550);
  };
  await transact(core.table, [putMail(request("request-4"), core.clock())]);
  await work();
  expect(core.faults.splice(0)).toHaveLength(1);
  expect(await listDue(core)).toEqual([]);
  mailer.answer = () => {
    throw new MailFailure(null);
  };
  await transact(core.table, [putMail(request("request-5"), core.clock())]);
  await work();
  mailer.answer = acceptAll;
  await work(601);
  core.faults.splice(0);
  expect(mailer.accepted).toEqual([]);
  expect(await listDue(core)).toEqual([]);
  expect(await countDeadWork(core)).toEqual({ money: 0, bulk: 0, mail: 0 });
});

it("a mail to an admin is marked, so that no mailbox shows it", async () => {
  const { user } = await createUser(core, { email: "root@example.org", role: "attendee" });
  await grantRole(core, { user_id: user.user_id, role: "admin" });
  for (const email of ["Root@example.org", "nobody@example.org"])
    await transact(core.table, [
      putMail({ kind: "sign-in", request_id: email, email, until: core.clock() + 600 }, core.clock()),
    ]);
  await work();
  const marks = new Map(mailer.accepted.map(({ to, toAdmin }) => [to, toAdmin]));
  expect([...marks].sort()).toEqual([
    ["Root@example.org", true],
    ["nobody@example.org", false],
  ]);
});
