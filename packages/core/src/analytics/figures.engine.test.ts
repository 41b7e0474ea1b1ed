import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findEvent } from "../event/find-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { EventId } from "../ids.ts";
import { buy, hold, playKnownSale } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newOrganizer, openEvent } from "../testing/open-event.ts";
import { toInstant, toSeconds } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { getEventAnalytics } from "./get-event-analytics.ts";
import { listEventAnalytics } from "./list-event-analytics.ts";

let core: TestCore;
let known: Awaited<ReturnType<typeof playKnownSale>>;
const code = (code: string) => ({ code });

beforeAll(async () => {
  core = await openCore();
  known = await playKnownSale(core);
});
afterAll(() => core.close());

describe("the figures of an event", () => {
  it("match those calculated by hand, for its organizer and an admin", async () => {
    const { sale, ann, bookings } = known;
    const stored = await findEvent(core.table, sale.event_id);
    const figures = await getEventAnalytics(core, sale.organizer, sale);
    expect(figures).toEqual({
      event_id: sale.event_id,
      series_id: null,
      name: "Test concert",
      start_time: stored?.start_time,
      end_time: toInstant(toSeconds(stored?.start_time ?? "") + 120 * 60),
      sales_start: stored?.sales_start,
      sales_end: null,
      timezone: "America/New_York",
      status: "published",
      hidden_at: null,
      suspended_at: null,
      currency: "USD",
      total_seats: 10,
      seats_available: 5,
      seats_held: 2,
      seats_blocked: 0,
      ...{ reservations: 0, reservations_lapsed: 0, seats_reserved: 0 },
      seats_sold: 3,
      comps: 0,
      capacity_utilization: 30,
      total_bookings: 4,
      counter_sales: 0,
      total_cancellations: 1,
      hold_attempts: 8,
      holds_placed: 7,
      failed_holds: 1,
      revenue: 10_500,
      average_booking_value: 4_875,
      booking_success_rate: 57.1,
      hold_success_rate: 87.5,
      cancellation_rate: 25,
      revenue_by_seat_type: { Stalls: 4_500, Balcony: 6_000 },
      seats_sold_by_seat_type: { Stalls: 1, Balcony: 2 },
      last_booking_time: bookings[3].booking_date,
      checked_in: 0,
      no_shows: null,
      arrivals: [],
    });
    expect(await getEventAnalytics(core, { ...ann, role: "admin" }, sale)).toEqual(figures);
  });

  it("count a held seat as available as soon as its hold expires", async () => {
    const sale = await openEvent(core);
    const guest = await newGuest(core);
    await hold(core, sale, guest, "A-1", "A-2");
    expect(await getEventAnalytics(core, sale.organizer, sale)).toMatchObject({ seats_held: 2, seats_available: 18 });
    core.clock.advance(core.rules.SEAT_HOLD_TTL + 1.1);
    expect(await getEventAnalytics(core, sale.organizer, sale)).toMatchObject({ seats_held: 0, seats_available: 20 });
  });

  it("are refused to others: FORBIDDEN for an event on sale, EVENT_NOT_FOUND for a draft", async () => {
    const { sale, ann, bob } = known;
    const rival = await newOrganizer(core);
    const draft = await openEvent(core, { organizer: rival, event: { status: "draft" } });
    for (const actor of [ann, bob, rival])
      await expect(getEventAnalytics(core, actor, sale)).rejects.toMatchObject(code("FORBIDDEN"));
    const refused = await getEventAnalytics(core, sale.organizer, draft).catch((error) => error);
    const missing = await getEventAnalytics(core, sale.organizer, { event_id: EventId.parse("event-99999") }).catch(
      (error) => error,
    );
    expect(refused).toMatchObject(code("EVENT_NOT_FOUND"));
    expect(refused.toFailure()).toEqual(missing.toFailure());
    expect(await getEventAnalytics(core, rival, draft)).toMatchObject({ status: "draft", seats_available: 20 });
  });
});

describe("all events of an organizer", () => {
  let organizer: Actor;
  const events: EventId[] = [];
  const list = (limit: number, cursor?: string | null, actor = organizer) =>
    listEventAnalytics(core, actor, { limit, cursor: cursor ?? undefined });

  beforeAll(async () => {
    organizer = await newOrganizer(core);
    for (const status of ["published", "draft", "published", "published", "published"] as const)
      events.unshift((await openEvent(core, { rows: 1, perRow: 4, organizer, event: { status } })).event_id);
  });

  it("are paged newest first, including drafts and cancelled ones", async () => {
    const [newest = EventId.parse("event-99999")] = events;
    await setEventStatus(core, organizer, { event_id: newest, status: "cancelling" });
    const first = await list(2);
    const second = await list(2, first.next_cursor);
    const third = await list(2, second.next_cursor);
    const told = [first, second, third].flatMap(({ items }) => items);
    expect(told.map(({ event_id }) => event_id)).toEqual(events);
    expect(told.map(({ status }) => status)).toEqual(["cancelling", "published", "published", "draft", "published"]);
    expect(third.next_cursor).toBeNull();
  });

  it("have the same figures as when read one by one", async () => {
    const guest = await newGuest(core);
    const sale = { event_id: events[1] as EventId, organizer };
    await buy(core, sale, guest, "A-1");
    await hold(core, sale, guest, "A-2");
    const { items } = await list(200);
    for (const item of items) expect(await getEventAnalytics(core, organizer, item)).toMatchObject(item);
    expect(items[1]).toMatchObject({ seats_sold: 1, seats_held: 1, seats_available: 2, revenue: 4500 });
  });

  it("read seat maps only of events with recent hold requests", async () => {
    const asked: string[] = [];
    const get: typeof core.maps.get = (event) => {
      asked.push(event.event_id);
      return core.maps.get(event);
    };
    const maps = { ...core.maps, get };
    await listEventAnalytics({ ...core, maps }, organizer, { limit: 10 });
    expect(asked).toEqual([events[1]]);
    core.clock.advance(core.rules.SEAT_HOLD_MAX + core.rules.CHALLENGE_WINDOW + 2);
    const { items } = await listEventAnalytics({ ...core, maps }, organizer, { limit: 10 });
    expect(asked).toEqual([events[1]]);
    expect(items[1]).toMatchObject({ seats_sold: 1, seats_held: 0, seats_available: 3 });
  });

  it("are the caller's own, and refused to attendees", async () => {
    const rival = await newOrganizer(core);
    expect(await list(10, null, rival)).toEqual({ items: [], next_cursor: null });
    for (const actor of [known.ann, known.bob])
      await expect(list(10, null, actor)).rejects.toMatchObject(code("FORBIDDEN"));
    const { next_cursor } = await list(1);
    await expect(list(1, next_cursor, rival)).rejects.toMatchObject(code("INVALID_CURSOR"));
  });
});
