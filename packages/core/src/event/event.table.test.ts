import { expect, it } from "vitest";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import { id } from "../testing/id.ts";
import { catalogOrder, moveStatus, reviseEvent, type StoredEvent, toEventCard } from "./event.table.ts";
import { EventCard, type EventStatus } from "./event.ts";

const event_id = id.event(1);
const start_time = "2027-02-01T20:00:00.000Z";
const now = 1_800_000_000;
const due = dueAt("bulk", event_id, now);
const stay = { after_copy: null };
const unlisted = { catalog_kind: undefined, catalog_order: undefined };
const unleased = { due_lease: undefined, due_attempts: undefined, due_error: undefined };
const counted = { cancellation_counted: true };
const done = { due_shard: undefined, due_at: undefined, ...unleased };
const listed = { catalog_kind: "event", catalog_order: `${start_time}#${event_id}`, archived_at: undefined };

it.each<[EventStatus, EventStatus, object]>([
  ["draft", "published", { ...listed, ...done }],
  ["paused", "published", { ...listed, ...done }],
  ["published", "paused", { ...unlisted, ...done }],
  ["draft", "draft", { ...unlisted, ...done }],
  ["cancelling", "cancelled", { ...unlisted, ...done }],
  ["published", "cancelling", { ...unlisted, ...due, ...unleased, ...counted, cancelling_since: due.due_at }],
  [
    "draft",
    "cancelling",
    { ...unlisted, ...due, ...unleased, ...counted, cancelling_since: due.due_at, never_shown: true },
  ],
])("%s -> %s keeps the catalog and the due index in step", (from, to, change) => {
  const event = { event_id, start_time, status: from, after_copy: "keep" } as StoredEvent;
  expect(moveStatus(event, to, now)).toEqual({ status: to, ...stay, ...change });
});

it("a second cancellation keeps the instant of the first", () => {
  const since = "2027-01-01T00:00:00.000Z";
  const event = { event_id, start_time, status: "published", cancelling_since: since } as StoredEvent;
  expect(moveStatus(event, "cancelling", now)).toMatchObject({ cancelling_since: since });
});

it.each([
  [0, "attribute_not_exists(#revision)", {}],
  [7, "#revision = :read_revision", { ":read_revision": 7 }],
])("a change from revision %i is refused once anything but counts changed", (revision, condition, values) => {
  const event = { event_id, status: "paused", revision } as StoredEvent;
  expect(reviseEvent(event, { name: "New", archived_at: undefined } as never, "me")).toEqual({
    key: keys.event(event_id),
    update: "SET #name = :name, #revision = :revision, #revised_by = :revised_by REMOVE #archived_at",
    condition: `#status = :read_status AND ${condition}`,
    names: {
      "#status": "status",
      "#name": "name",
      "#archived_at": "archived_at",
      "#revision": "revision",
      "#revised_by": "revised_by",
    },
    values: {
      ":read_status": "paused",
      ":name": "New",
      ":revision": revision + 1,
      ":revised_by": "me",
      ...values,
    },
  });
});

const card = EventCard.parse({
  ...{ event_id, venue_id: id.venue(1), name: "Concert", start_time, duration: 60, artists: [], tags: [] },
  ...{ description: "", seat_type_prices: { Stalls: 100 }, currency: "USD", sales_start: start_time, sales_end: null },
  ...{ seat_count: 1, layout_id: "layout-venue-00001-1", venue_name: "Hall", city: "Bern", timezone: "UTC" },
});

it.each([
  [null, null, ""],
  ["series-00012", null, "#series-00012"],
  [null, 7, "##7"],
  ["series-00012", 0, "#series-00012#0"],
])("series %s and poster %s are read from the index, which can't project them", (series_id, poster_seed, end) => {
  const event = { ...card, series_id, poster_seed } as EventCard;
  const catalog_order = catalogOrder(event);
  expect(catalog_order).toBe(`${start_time}#${event_id}${end}`);
  const { series_id: _, poster_seed: __, ...projected } = event;
  expect(toEventCard({ ...projected, catalog_order })).toEqual(event);
});
