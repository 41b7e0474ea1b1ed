import { afterAll, beforeAll, expect, it } from "vitest";
import { copyEvent } from "../series/copy-event.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import { searchEvents } from "./search-events.ts";

const day = 86_400;
let core: TestCore;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

it("published copies are one row with their original, drafts are not told of", async () => {
  const { event_id, organizer } = await openEvent(core, { rows: 1, perRow: 5 });
  const later = (days: number) => toInstant(Math.floor(core.clock()) + days * day);
  const copy = (days: number[], publish: boolean) =>
    copyEvent(core, organizer, { event_id, start_times: days.map(later), publish });
  await copy([40, 47], true);
  await copy([54], false);
  await letTimePass(core, 130, 61);
  await core.catalog.load();
  const { items, total } = await searchEvents(core, { by_series: true, limit: 50 });
  expect(total).toBe(1);
  expect(items).toMatchObject([
    { event_id, series_id: event_id.replace("event", "series"), dates: { count: 3, seats_left: 15, venue_count: 1 } },
  ]);
  expect((await searchEvents(core, { limit: 50 })).total).toBe(3);
});
