import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent, type Sale } from "../testing/open-event.ts";
import { signIn } from "../testing/sign-in.ts";
import { createTestMailer, listTold } from "../testing/test-mailer.ts";
import { type Started, startGuest } from "../user/create-user.ts";

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

it("an address that nobody has verified gets so many mails in an hour and a day, whoever names it and whatever process sends; the rest waits", async () => {
  const email = "named@example.org";
  const rules = { ...core.rules, MAILS_PER_ADDRESS: 2 };
  const strict = [
    { ...core, rules },
    { ...core, rules },
  ];
  for (const seat of ["B-1", "B-2", "B-3", "B-4", "B-5", "B-6", "B-7"])
    await book(seat, await startGuest(core, { email }));
  core.clock.advance(day - (core.clock() % day));
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
  core.faults.splice(0);
});

it("an account that has verified its address gets all of its mails", async () => {
  const known = await signIn(core, "known@example.org");
  for (const seat of ["B-1", "B-2", "B-3"]) await book(seat, known);
  core.clock.advance(1);
  await runScheduledWork({ ...core, rules: { ...core.rules, MAILS_PER_ADDRESS: 1 } });
  expect(mailer.accepted.filter(({ letter }) => letter.kind === "booking-confirmed")).toHaveLength(3);
});
