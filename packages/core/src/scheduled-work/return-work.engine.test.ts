import type { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ChangeEvent } from "../event/event.ts";
import { invitationSeconds } from "../membership/limits.rules.ts";
import { shardsOf, takeOverAfter } from "../table/due-index.ts";
import { invitationsFrom, type Key, keys } from "../table/keys.ts";
import { transactAll } from "../table/transact-all.ts";
import { type BulkJob, pricesOf, scheduledJobs } from "../testing/bulk-jobs.ts";
import { giveCommand } from "../testing/command-work.ts";
import { createDying } from "../testing/dying-table.ts";
import { id } from "../testing/id.ts";
import { interposeWrites } from "../testing/interpose-writes.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newOrganizer, openEvent, type Sale } from "../testing/open-event.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { newKey } from "../testing/send-with-key.ts";
import { letTimePass, listDue } from "../testing/settle-everything.ts";
import { newBooking, putBookings } from "../testing/sold-bookings.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { toInstant, toSeconds } from "../time.ts";
import { startGuest } from "../user/create-user.ts";
import { findTask, tasks } from "./tasks.ts";

const mailer = createTestMailer();
let core: TestCore;
/** Gives the commands, and dies once what they decide is written. */
let decider: TestCore;
let writes = 0;
let onWrite = () => {};
const dying = createDying();

beforeAll(async () => {
  core = await openCore({
    mailer,
    wrap: (table) =>
      interposeWrites(table, (send) => {
        writes++;
        onWrite();
        return send();
      }),
  });
  decider = await openCore({ alongside: core, mailer, wrap: dying.wrap });
});
afterAll(async () => {
  await decider.close();
  await core.close();
});

const contact: BulkJob = {
  name: "a guest's address, carried to their bookings",
  async open(core) {
    const sale = await openEvent(core);
    const actor = await newGuest(core);
    for (const seat of ["A-1", "A-2", "A-3"]) await buy(core, sale, actor, seat);
    const input = { email: "late@example.org" };
    return { command: { module: "../user/get-user.ts", verb: "setGuestEmail", actor, input, key: newKey() } };
  },
};

const forgetting: BulkJob = {
  name: "a guest who is deleted",
  async open(core) {
    const sale = await openEvent(core);
    const { user } = await startGuest(core, { email: "forgotten@example.org" });
    const actor = { ...user, network: { near: "somewhere", wide: null } };
    for (const seat of ["A-1", "A-2", "A-3"]) await buy(core, sale, actor, seat);
    const input = { user_id: actor.user_id };
    return { command: { module: "../privacy/delete-user.ts", verb: "deleteUser", actor, input, key: newKey() } };
  },
};

const expiry: BulkJob = {
  name: "an invitation, whose time is over",
  async open(core) {
    // Nobody is reminded of an event while it is waited for.
    core.clock.advance(30 * 86_400);
    await letTimePass(core, 130);
    const actor = await newOrganizer(core);
    const input = { organization_id: ownOrganization(actor), email: "invited@example.org", role: "door" };
    return { command: { module: "../membership/invite.ts", verb: "invite", actor, input, key: newKey() } };
  },
};

/** Three transactions of mails. */
async function sellToSixty(core: TestCore): Promise<Sale> {
  const sale = await openEvent(core, { rows: 1, perRow: 60 });
  const bookings = Array.from({ length: 60 }, (_, n) => newBooking(core, sale, n));
  await transactAll(core.table, bookings.flatMap(putBookings), { items: 99 });
  return sale;
}

const announcement: BulkJob = {
  name: "a move, told to who bought",
  async open(core) {
    const { event_id, organizer: actor } = await sellToSixty(core);
    const start_time = toInstant(Math.floor(core.clock()) + 9 * 86_400);
    const input = ChangeEvent.parse({ event_id, revision: 1, start_time });
    return { command: { module: "../event-change/change-event.ts", verb: "changeEvent", actor, input, key: newKey() } };
  },
};

/** Whatever the command is: the reminders are due by then. */
const reminder: BulkJob = {
  name: "the day before, of which those who bought are reminded",
  async open(core) {
    // All other events of this table have begun.
    core.clock.advance(30 * 86_400);
    await letTimePass(core, 130);
    const { event_id, organizer: actor } = await sellToSixty(core);
    core.clock.advance(6.5 * 86_400);
    const [module, verb] = ["../event-change/set-event-status.ts", "setEventStatus"];
    return { command: { module, verb, actor, input: { event_id, status: "paused" }, key: newKey() } };
  },
};

const { copies, deletion, venueName, series, refunds } = scheduledJobs;
const prices = pricesOf({ rows: 3, perRow: 80 });

/** Each with the number of calls that change something if every one is asked to return at its first write; `later`, in seconds. */
const jobs: (BulkJob & { turns: [kind: string, count: number][]; later?: number })[] = [
  // Three copies and the end of the job; then five transactions of seats in each copy, and its mark as whole.
  { ...copies, turns: [["copies", 4], ...Array(3).fill(["event", 6])] },
  { ...deletion, turns: [["event", 10]] },
  { ...venueName, turns: [["carry", 4]] },
  { ...series, turns: [["series-change", 3]] },
  // Four bookings and the event's last status.
  { ...refunds, turns: [["event", 5]] },
  { ...prices, turns: [["refresh", 3]] },
  { ...contact, turns: [["contact", 3]] },
  // A session, three bookings, and that it is looked through again; then where three holds came from, and the end.
  { ...forgetting, turns: [["forget", 9]] },
  { ...announcement, turns: [["announce", 3]] },
  { ...reminder, turns: [["remind", 3]] },
  { ...expiry, later: invitationSeconds + 1, turns: [["organization", 1]] },
];

const makesBulkWork = ({ input }: TransactWriteCommand) => /"bulk-\d"/.test(JSON.stringify(input));
const kindOf = (pk: string) => pk.replace(/(-[a-z]+)?-\d.*/, "");

async function listBulk(): Promise<Key[]> {
  const items = (await listDue(core)).filter(({ due_shard }) => shardsOf("bulk").includes(String(due_shard)));
  // What is to be done later is waited for.
  const waits = items.map(({ due_at }) => toSeconds(String(due_at)) - core.clock());
  if (waits.length > 0 && Math.min(...waits) > longestWait) core.clock.advance(Math.min(...waits));
  return items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
}

/** Requests have ended by then, and nothing else waits so long but on purpose, in seconds. */
const longestWait = takeOverAfter;

/** One call of the work, which is asked to return at its first write; returns whether it wrote anything. */
async function takeTurn(key: Key): Promise<boolean> {
  const stop = new AbortController();
  writes = 0;
  onWrite = () => stop.abort();
  await findTask(key)?.finish(core, key, stop.signal);
  onWrite = () => {};
  return writes > 0;
}

/** Asked before it begins: it writes nothing, and stays due. */
async function expectNothing(key: Key): Promise<void> {
  writes = 0;
  await findTask(key)?.finish(core, key, AbortSignal.abort());
  expect(writes, key.pk).toBe(0);
  expect(await listBulk()).toContainEqual(key);
}

it.each(jobs)(
  "$name: work that is asked to return ends after the item at hand, and goes on",
  async ({ open, turns, later = 0 }) => {
    const { command } = await open(core);
    dying.die(1, "after", makesBulkWork);
    await giveCommand(decider, command).catch(() => null);
    dying.rise();
    core.clock.advance(later);
    const taken = new Map<string, number>();
    for (let due = await listBulk(); due.length > 0; due = await listBulk()) {
      for (const key of due) {
        if (!taken.has(key.pk)) await expectNothing(key);
        taken.set(key.pk, (taken.get(key.pk) ?? 0) + Number(await takeTurn(key)));
      }
      core.clock.advance(60);
    }
    expect([...taken].map(([pk, count]) => [kindOf(pk), count])).toEqual(turns);
    await letTimePass(core, 1_300, 130);
    expect(await listDue(core)).toEqual([]);
  },
);

const sortKeys: Record<string, string> = { event: "EVENT", organization: `${invitationsFrom}1` };

it("every task of long work is among these", () => {
  const reached = jobs
    .flatMap(({ turns }) => turns)
    .map(([kind]) => findTask({ pk: `${kind}-1`, sk: sortKeys[kind] ?? `${kind}-1` }));
  // A reservation is one transaction, which nothing can interrupt.
  const short = findTask(keys.booking(id.event(1), "2026-11-22T05:04:19.123000042Z"));
  // Told with the due dates, since reservations are due themselves.
  const dueDates = findTask(keys.job("due-dates", id.event(1)));
  expect(new Set([...reached, short, dueDates])).toEqual(new Set(tasks.filter(({ kind }) => kind === "bulk")));
});
