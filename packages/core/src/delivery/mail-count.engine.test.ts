import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { sellAtCounter } from "../box-office/sell-at-counter.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { MailFailure } from "../mail/mail-failure.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { named } from "../testing/open-box-office.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent, type Sale } from "../testing/open-event.ts";
import { signIn } from "../testing/sign-in.ts";
import { acceptAll, createTestMailer, listTold } from "../testing/test-mailer.ts";
import { type Started, startGuest } from "../user/create-user.ts";
import type { BookingLetter } from "./letter.ts";

const day = 86_400;
const mailer = createTestMailer();
let core: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore({ mailer });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 2, perRow: 20 });
  mailer.accepted.splice(0);
});

async function book(seat: string, { user }: Started): Promise<void> {
  const { holding_id } = await placeHold(core, user, ask(sale.event_id, seat));
  await confirmHold(core, user, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
}

const eventsTold = () => mailer.accepted.map(({ letter }) => (letter as BookingLetter).event.event_id);

it("an address that nobody has verified gets so many mails in an hour and a day, whoever names it and whatever process sends; the rest waits", async () => {
  const email = "named@example.org";
  const rules = { ...core.rules, MAILS_PER_ADDRESS: 2 };
  const strict = [
    { ...core, rules },
    { ...core, rules },
  ];
  for (const seat of ["B-1", "B-2", "B-3", "B-4", "B-5", "B-6", "B-7"])
    await book(seat, await startGuest(core, { email }));
  core.clock.advance(day - (core.clock() % day) + 60);
  const delivered: number[] = [];
  for (let hour = 0; hour < 26; hour++) {
    core.clock.advance(3_600);
    await Promise.all(strict.map(runScheduledWork));
    delivered.push(mailer.accepted.length);
  }
  expect(delivered.slice(0, 3)).toEqual([2, 4, 6]);
  expect(delivered[21], "three hours' worth a day").toBe(6);
  expect(delivered.at(-1)).toBe(7);
  expect(listTold(mailer)).toHaveLength(7);
  expect(core.faults, "waiting is no failure").toEqual([]);
});

it("a seller's mails to an address take nothing from those of another, however many they are and how long they wait", async () => {
  const email = "flooded@example.org";
  const strict = { ...core, rules: { ...core.rules, MAILS_PER_ADDRESS: 1 } };
  const flood = sale;
  for (const seat of ["B-1", "B-2", "B-3", "B-4", "B-5"]) await book(seat, await startGuest(core, { email }));
  sale = await openEvent(core, { rows: 1, perRow: 2 });
  await book("A-1", await startGuest(core, { email }));
  for (let hour = 0; hour < 60; hour++) {
    core.clock.advance(3_600);
    await runScheduledWork(strict);
    if (hour === 0) expect(eventsTold()).toContain(sale.event_id);
  }
  expect(eventsTold().sort()).toEqual([...Array(5).fill(flood.event_id), sale.event_id].sort());
  expect(core.faults).toEqual([]);
});

it("a seller's mails to addresses that it named at the counter are bounded together, and take nothing from its buyers'", async () => {
  const strict = { ...core, rules: { ...core.rules, MAILS_PER_SELLER: 2 } };
  const { event_id, organizer } = sale;
  for (const n of [1, 2, 3, 4, 5]) {
    const holder = { name: "Ann", email: `stranger-${n}@example.org` };
    await sellAtCounter(core, organizer, { event_id, seats: named(`B-${n}`), holder, payment: "comp" });
  }
  await book("A-1", await startGuest(core, { email: "buyer@example.org" }));
  core.clock.advance(day - (core.clock() % day) + 60);
  const delivered: number[] = [];
  for (let hour = 0; hour < 3; hour++) {
    core.clock.advance(3_600);
    await runScheduledWork(strict);
    delivered.push(mailer.accepted.filter(({ to }) => to.startsWith("stranger")).length);
    expect(mailer.accepted.map(({ to }) => to)).toContain("buyer@example.org");
  }
  expect(delivered).toEqual([2, 4, 5]);
  expect(core.faults, "waiting is no failure").toEqual([]);
});

it("a mail that was not accepted takes none of its address's share", async () => {
  const strict = { ...core, rules: { ...core.rules, MAILS_PER_ADDRESS: 1, MAILS_PER_SELLER: 1 } };
  const holder = { name: "Ann", email: "patient@example.org" };
  await sellAtCounter(core, sale.organizer, { ...sale, seats: named("B-1"), holder, payment: "comp" });
  core.clock.advance(day - (core.clock() % day) + 60);
  mailer.answer = () => {
    throw new MailFailure(421);
  };
  for (let tried = 0; tried < 5; tried++) {
    core.clock.advance(400);
    await runScheduledWork(strict);
  }
  mailer.answer = acceptAll;
  core.clock.advance(1_000);
  await runScheduledWork(strict);
  // Reminders of the tests before it may be due by now.
  expect(mailer.accepted.filter(({ to }) => to === holder.email)).toHaveLength(1);
  core.faults.splice(0);
});

it("an account that has verified its address gets all of its mails", async () => {
  const known = await signIn(core, "known@example.org");
  for (const seat of ["B-1", "B-2", "B-3"]) await book(seat, known);
  core.clock.advance(1);
  await runScheduledWork({ ...core, rules: { ...core.rules, MAILS_PER_ADDRESS: 1 } });
  expect(mailer.accepted.filter(({ letter }) => letter.kind === "booking-confirmed")).toHaveLength(3);
});
