import { expect, it } from "vitest";
import { knowEvents, makeCard } from "../testing/know-events.ts";
import { toInstant } from "../time.ts";
import { listPublished } from "./list-published.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;
const running = toInstant(now - 60);
const ended = toInstant(now - 7200);

const { core } = await knowEvents(
  now,
  makeCard({ event_id: "event-20000" }),
  makeCard({ event_id: "event-09999" }),
  makeCard({ event_id: "event-00002", start_time: running }),
  makeCard({ event_id: "event-00001", start_time: ended }),
  makeCard({ event_id: "event-10001", start_time: ended }),
  makeCard({ event_id: "event-123456789" }),
);

it.each([
  [0, ["event-00002", "event-09999"]],
  [1, []],
  [2, ["event-20000"]],
  [12345, ["event-123456789"]],
  [12346, []],
])("page %i has the events that have not ended by their numbers: %j", (page, event_ids) => {
  expect(listPublished(core, { page })).toEqual({ event_ids, pages: [0, 2, 12345] });
});

it("has no pages while there are no events", async () => {
  const empty = await knowEvents(now);
  expect(listPublished(empty.core, { page: 0 })).toEqual({ event_ids: [], pages: [] });
});
