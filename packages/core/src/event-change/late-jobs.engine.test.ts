import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ChangeEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import type { EventId, SeriesId } from "../ids.ts";
import { changeDates } from "../series/change-dates.ts";
import { copyEvent } from "../series/copy-event.ts";
import { seriesChangeOf } from "../series/series-change.table.ts";
import { queryItems } from "../table/query-items.ts";
import { createDying, type Dying } from "../testing/dying-table.ts";
import { editEvent } from "../testing/edit-event.ts";
import { createGate } from "../testing/gate.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent, type Sale } from "../testing/open-event.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import { getVenue } from "../venue/get-venue.ts";
import { ChangeVenue } from "../venue/venue.ts";
import { carryVenue } from "./carry-venue.ts";
import { changeEvent } from "./change-event.ts";
import { changeVenue } from "./change-venue.ts";
import { deleteEvent } from "./delete-event.ts";

const gate = createGate();
let dying: Dying;
let core: TestCore;
/** A process whose writes are stopped at the gate. */
let slow: TestCore;
let sale: Sale;

beforeAll(async () => {
  dying = createDying();
  core = await openCore({ wrap: dying.wrap });
  slow = await openCore({ alongside: core, wrap: gate.wrap });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 5 });
});

const work = () => letTimePass(core, 130, 61);
const readName = async (event_id: EventId) => (await findEvent(core.table, event_id))?.name;

describe("a change of a whole series", () => {
  let other: EventId;
  let series_id: SeriesId;

  beforeEach(async () => {
    const start_times = [toInstant(Math.floor(core.clock()) + 14 * 86_400)];
    const made = await copyEvent(core, sale.organizer, { event_id: sale.event_id, start_times, publish: false });
    other = made.items[0]?.event_id ?? sale.event_id;
    series_id = made.series_id;
    await work();
  });

  /** Decides it in a process that dies right after. */
  async function decide(name: string): Promise<void> {
    dying.die(1, "after");
    await editEvent(core, sale, { name, series: true }).catch(() => null);
    dying.rise();
    expect([await readName(sale.event_id), await readName(other)]).toEqual([name, "Test concert"]);
  }

  it("comes before one that was decided later", async () => {
    await decide("First");
    const edit = () => editEvent(core, { ...sale, event_id: other }, { name: "Second", series: true });
    await expect(edit()).rejects.toMatchObject({ code: "REVISION_CONFLICT", details: { changed: ["name"] } });
    await edit();
    expect([await readName(sale.event_id), await readName(other)]).toEqual(["Second", "Second"]);
    await work();
    expect([await readName(sale.event_id), await readName(other)]).toEqual(["Second", "Second"]);
  });

  it("comes before a later change of one date, whose editor is told of it", async () => {
    const { revision = 0 } = (await findEvent(core.table, other)) ?? {};
    await decide("First");
    const edit = ChangeEvent.parse({ event_id: other, revision, name: "Alone" });
    await expect(changeEvent(core, sale.organizer, edit)).rejects.toMatchObject({
      ...{ code: "REVISION_CONFLICT", details: { revision: revision + 1, changed: ["name"] } },
    });
    await changeEvent(core, sale.organizer, { ...edit, revision: revision + 1 });
    await work();
    expect([await readName(sale.event_id), await readName(other)]).toEqual(["First", "Alone"]);
  });

  it("is not written by a slow process once it is finished", async () => {
    await decide("First");
    const waiting = gate.close();
    const late = changeDates(slow, seriesChangeOf(series_id));
    await waiting;
    await changeDates(core, seriesChangeOf(series_id));
    await editEvent(core, { ...sale, event_id: other }, { name: "Second" });
    gate.open();
    await late;
    await work();
    expect([await readName(sale.event_id), await readName(other)]).toEqual(["First", "Second"]);
  });
});

describe("a venue's name", () => {
  it("is not written by a slow process once the venue has another", async () => {
    const { venue_id } = (await findEvent(core.table, sale.event_id)) ?? {};
    if (!venue_id) throw new Error("the event is gone");
    const rename = async (name: string) => {
      const { revision } = await getVenue(core, { venue_id });
      await changeVenue(core, sale.organizer, ChangeVenue.parse({ venue_id, revision, name }));
    };
    await rename("First hall");
    const waiting = gate.close();
    const late = carryVenue(slow, { pk: `carry-${venue_id}`, sk: `carry-${venue_id}` });
    await waiting;
    await rename("Second hall");
    await work();
    await editEvent(core, sale, { description: "New" });
    gate.open();
    await late;
    await work();
    expect(await findEvent(core.table, sale.event_id)).toMatchObject({ venue_name: "Second hall" });
  });
});

describe("a draft that is deleted", () => {
  const start_times = () => [toInstant(Math.floor(core.clock()) + 14 * 86_400)];

  it("leaves no place in the series that it was just made a date of", async () => {
    const draft = await openEvent(core, { organizer: sale.organizer, event: { status: "draft" } });
    const input = { event_id: draft.event_id, start_times: start_times(), publish: false };
    const waiting = gate.close();
    const deleted = deleteEvent(slow, sale.organizer, input);
    await waiting;
    const { series_id, items } = await copyEvent(core, sale.organizer, input);
    gate.open();
    await deleted;
    await work();
    const places: unknown[] = [];
    for await (const { sk } of queryItems(core.table, { partition: series_id })) places.push(sk);
    expect(places).toEqual(items.map(({ event_id }) => event_id));
  });

  it("may have got its last seats meanwhile", async () => {
    const [draft] = (
      await copyEvent(core, sale.organizer, { event_id: sale.event_id, start_times: start_times(), publish: false })
    ).items;
    if (!draft) throw new Error("no copy was made");
    const waiting = gate.close();
    const deleted = deleteEvent(slow, sale.organizer, draft);
    await waiting;
    await work();
    gate.open();
    await deleted;
    await work();
    expect(await findEvent(core.table, draft.event_id)).toBeNull();
  });
});
