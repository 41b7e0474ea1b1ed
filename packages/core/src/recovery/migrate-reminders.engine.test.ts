import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listBookings } from "../booking/list-bookings.ts";
import type { Letter } from "../delivery/letter.ts";
import { ChangeEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { type Before, dumpTable, openTableBefore } from "../testing/open-table-before.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { createTestMailer, listTold, type TestMailer } from "../testing/test-mailer.ts";
import { toInstant, toSeconds } from "../time.ts";
import { migrateReminders } from "./migrate-reminders.ts";

const day = 86_400;
let silent: TestCore;
let core: TestCore;
let before: Before;
let mailer: TestMailer;

beforeEach(async () => {
  ({ core: silent, before } = await openTableBefore());
  mailer = createTestMailer();
  core = await openCore({ alongside: silent, mailer });
});
afterEach(async () => {
  await core.close();
  await silent.close();
});

const remindedOf = () =>
  listTold(mailer).flatMap(({ letter }: { letter: Letter }) =>
    letter.kind === "reminder" ? [`${letter.event.event_id} ${letter.booking.booking_id}`] : [],
  );

it("whoever bought from the version before is reminded of what they go to, once, however often it is repeated", async () => {
  const other = await openCore({ alongside: silent, mailer });
  const both = await Promise.all([migrateReminders(core), migrateReminders(other)]);
  const { concert, free, paused } = before.events;
  expect(both.flat().sort()).toEqual([concert, free, paused]);
  const once = await dumpTable(core.table);
  expect(await migrateReminders(core)).toEqual([]);
  expect(await dumpTable(core.table)).toEqual(once);
  await other.close();

  const actor = before.users.attendee;
  const { items } = await listBookings(core, actor, { user_id: actor.user_id, limit: 50 });
  const kept = items.filter(({ state, event_id }) => state === "confirmed" && event_id === concert);
  expect(kept.length).toBeGreaterThan(0);
  const { start_time = "" } = (await findEvent(core.table, concert)) ?? {};
  core.clock.advance(toSeconds(start_time) - day - core.clock() + 1);
  await letTimePass(core, 90);
  const reminded = remindedOf();
  expect(new Set(reminded).size).toBe(reminded.length);
  expect(reminded).toEqual(expect.arrayContaining(kept.map(({ booking_id }) => `${concert} ${booking_id}`)));
  expect(await migrateReminders(core), "within the last day there is nothing to be reminded of any more").toEqual([]);
});

it("an event that is moved or renamed in the very moment is reminded of as it is then", async () => {
  const { organizer } = before.users;
  const { concert, free } = before.events;
  const change = async (event_id: typeof concert, fields: object) => {
    const { revision = 0 } = (await findEvent(core.table, event_id)) ?? {};
    await changeEvent(core, organizer, ChangeEvent.parse({ event_id, revision, ...fields }));
  };
  const start_time = toInstant(Math.floor(core.clock()) + 30 * day);
  const meanwhile = [() => change(concert, { start_time }), () => change(free, { name: "Renamed" })];
  const late = await openCore({
    ...{ alongside: silent, mailer },
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (command instanceof TransactWriteCommand && JSON.stringify(command.input).includes('"remind-'))
          await meanwhile.shift()?.();
        return send();
      }),
  });
  expect(await migrateReminders(late)).toEqual(expect.arrayContaining([free]));
  expect(await readItem(core.table, keys.job("remind", concert))).toMatchObject({ start_time });
  const { start_time: same } = (await findEvent(core.table, free)) ?? {};
  expect(await readItem(core.table, keys.job("remind", free))).toMatchObject({ start_time: same });
  await late.close();
});

it("where no mail is sent nothing is written", async () => {
  const once = await dumpTable(silent.table);
  expect(await migrateReminders(silent)).toEqual([]);
  expect(await dumpTable(silent.table)).toEqual(once);
});
