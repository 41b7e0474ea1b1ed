import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { toEventText } from "../event/event.table.ts";
import { ChangeEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { mostCopies, mostDates } from "../event/limits.rules.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { createDying, type Dying } from "../testing/dying-table.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent, type Sale } from "../testing/open-event.ts";
import { race, times } from "../testing/race.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import { setQuota } from "../user/set-quota.ts";
import type { CopiedEvents } from "./copied-events.ts";
import { copyEvent } from "./copy-event.ts";
import { listDates } from "./list-dates.ts";

let core: TestCore;
let other: TestCore;
let dying: Dying;
let sale: Sale;

beforeAll(async () => {
  dying = createDying();
  core = await openCore({ wrap: dying.wrap });
  other = await openCore({ alongside: core });
});
afterAll(async () => {
  await other.close();
  await core.close();
});
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 1 });
});

const either = (i: number) => (i % 2 === 0 ? core : other);
const later = (days: number): string => toInstant(Math.floor(core.clock()) + days * 86_400);
const copy = (copier: TestCore, days: number[]): Promise<CopiedEvents> =>
  copyEvent(copier, sale.organizer, { event_id: sale.event_id, start_times: days.map(later), publish: false });
const timesOf = async ({ series_id }: CopiedEvents) =>
  (await listDates(core, series_id)).map(({ start_time }) => start_time);

it("of many requests for the same dates one makes them, before the event is a series and afterwards", async () => {
  for (const days of [
    [14, 21],
    [35, 28],
  ]) {
    const before = (await findEvent(core.table, sale.event_id))?.series_id;
    const { won, refused, broken } = await race(
      times(8, (i) => copy(either(i), i % 3 === 0 ? days.slice(0, 1) : days)),
    );
    expect(broken).toEqual([]);
    expect(won).toHaveLength(1);
    expect(refused).toEqual({ INVALID_INPUT: 7 });
    const [first] = won;
    if (!first) throw new Error("nobody won");
    const dates = await timesOf(first);
    expect(dates).toHaveLength((before ? dates.length - first.items.length : 1) + first.items.length);
    expect(new Set(dates).size).toBe(dates.length);
  }
});

it("requests for other dates at the same moment all make theirs", async () => {
  const { won, broken, refused } = await race(times(4, (i) => copy(either(i), [10 + i, 20 + i])));
  expect({ broken, refused, won: won.length }).toEqual({ broken: [], refused: {}, won: 4 });
  const [first] = won;
  expect(first && new Set(await timesOf(first)).size).toBe(9);
});

it("a series that has room for one of two requests takes one", async () => {
  await setQuota(core, sale.organizer.user_id, { events: 2 * mostDates });
  for (let made = 1; made + mostCopies <= mostDates; made += mostCopies)
    await copy(
      core,
      times(mostCopies, (i) => made + i + 10),
    );
  const { won, broken, refused } = await race(
    times(2, (i) =>
      copy(
        either(i),
        times(3, (day) => 500 + 10 * i + day),
      ),
    ),
  );
  expect({ broken, refused, won: won.length }).toEqual({ broken: [], refused: { INVALID_INPUT: 1 }, won: 1 });
  const [first] = won;
  expect(first && (await timesOf(first)).length).toBe(mostDates - 2);
});

it("dates that a process decided and died before it made are no dates to make again", async () => {
  dying.die(2, "before");
  await copy(core, [14, 21]).catch(() => null);
  dying.rise();
  await expect(copy(other, [21])).rejects.toMatchObject({ code: "INVALID_INPUT" });
  expect(await timesOf(await copy(other, [28]))).toHaveLength(4);
  core.faults.length = 0;
});

const change = async (changer: TestCore, fields: object) => {
  const { revision } = (await findEvent(core.table, sale.event_id)) ?? { revision: 0 };
  const input = { event_id: sale.event_id, revision, series: true, ...fields };
  return changeEvent(changer, sale.organizer, ChangeEvent.parse(input));
};
const textsOf = async ({ series_id }: CopiedEvents) => {
  const dates = await listDates(core, series_id);
  const texts = await Promise.all(
    dates.map(async ({ event_id, name }) => {
      const { programme } = toEventText(await readItem(core.table, keys.eventText(event_id)));
      return `${name}: ${programme}`;
    }),
  );
  return new Set(texts);
};

it("a copy of a date that its series' change has yet to reach has the new texts", async () => {
  const made = await copy(core, [14, 21]);
  dying.die(2, "before");
  await change(core, { name: "Renamed", programme: "New programme" }).catch(() => null);
  dying.rise();
  const start_times = [later(30)];
  const event_id = made.items[0]?.event_id ?? sale.event_id;
  const again = await copyEvent(other, sale.organizer, { event_id, start_times, publish: false });
  expect(again.items[0]?.name).toBe("Renamed");
  expect(await textsOf(made)).toEqual(new Set(["Renamed: New programme"]));
  core.faults.length = 0;
});

it("a change of the series reaches copies that were decided before it and made after it", async () => {
  const made = await copy(core, [14]);
  dying.die(2, "before");
  await copy(core, [21, 28]).catch(() => null);
  dying.rise();
  await change(other, { name: "Renamed", programme: "New programme" });
  await letTimePass(core, 130, 61);
  expect(await timesOf(made)).toHaveLength(4);
  expect(await textsOf(made)).toEqual(new Set(["Renamed: New programme"]));
  core.faults.length = 0;
});

it("copies and changes of one series at the same moment leave every date with the last texts", async () => {
  const made = await copy(core, [14]);
  const { broken } = await race<unknown>([
    ...times(3, (i) => copy(either(i), [30 + i])),
    ...times(3, (i) => change(either(i), { name: `Renamed ${i}`, programme: `Programme ${i}` })),
  ]);
  expect(broken).toEqual([]);
  await letTimePass(core, 130, 61);
  expect((await textsOf(made)).size).toBe(1);
});
