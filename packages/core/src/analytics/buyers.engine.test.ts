import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EventId } from "../ids.ts";
import { buy, playKnownSale } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newOrganizer, openEvent, type Sale } from "../testing/open-event.ts";
import { readAll } from "../testing/read-all.ts";
import type { Actor } from "../user/user.ts";
import { getEventAnalytics } from "./get-event-analytics.ts";
import { getBuyerSummary, listBuyers } from "./list-buyers.ts";
import { listSales } from "./list-sales.ts";
import { listSoldBookings } from "./list-sold-bookings.ts";

let core: TestCore;
let known: Awaited<ReturnType<typeof playKnownSale>>;
let organizer: Actor;
const code = (code: string) => ({ code });
const forbidden = code("FORBIDDEN");
const elsewhere = code("INVALID_CURSOR");

beforeAll(async () => {
  core = await openCore();
  known = await playKnownSale(core);
  organizer = known.sale.organizer;
});
afterAll(() => core.close());

describe("the buyers of an event", () => {
  const list = (sale: Sale, limit = 50, cursor?: string) =>
    listBuyers(core, sale.organizer, { event_id: sale.event_id, limit, cursor });
  const nothing = { favourite_tags: [], favourite_artists: [], also_likes: [] };

  it("are listed by spend, with a summary of all of them", async () => {
    const { ann, bob, sale, bookings } = known;
    const [first, second, third, fourth] = bookings.map(({ booking_date }) => booking_date);
    const summary = {
      ...{ total: 2, new_buyers: 2, returning_buyers: 0, other_events: 0 },
      ...{ favourite_tags: [{ name: "choir", buyers: 2 }], favourite_artists: [], also_likes: [] },
    };
    const common = { ...nothing, is_returning: false, favourite_tags: ["choir"], bookings: 2 };
    expect(await list(sale)).toEqual({
      items: [
        {
          ...{ user_id: bob.user_id, name: null, email: null, ...common },
          ...{ cancellations: 0, seats: 2, spend: 7500, first_booking: second, last_booking: fourth },
        },
        {
          ...{ user_id: ann.user_id, name: "Ann", email: "ann@example.org", ...common },
          ...{ cancellations: 1, seats: 1, spend: 3000, first_booking: first, last_booking: third },
        },
      ],
      next_cursor: null,
      ...summary,
    });
    expect(await getBuyerSummary(core, sale.organizer, sale)).toEqual(summary);
    await expect(getBuyerSummary(core, ann, sale)).rejects.toMatchObject(forbidden);
  });

  it("are paged with ties ordered by id, by a cursor bound to the caller", async () => {
    const sale = await openEvent(core);
    const guests = [await newGuest(core), await newGuest(core), await newGuest(core)];
    for (const [i, guest] of guests.toReversed().entries()) await buy(core, sale, guest, `A-${i + 1}`);
    const paged = await readAll((cursor) => list(sale, 1, cursor));
    expect(paged.map(({ user_id }) => user_id)).toEqual(guests.map(({ user_id }) => user_id));
    const cursor = (await list(sale, 1)).next_cursor ?? "";
    await expect(list(known.sale, 1, cursor)).rejects.toMatchObject(elsewhere);
    await expect(list({ ...sale, organizer: known.ann })).rejects.toMatchObject(forbidden);
  });

  it("count as returning within one organizer's events; another organizer's are never revealed", async () => {
    const fan = await newGuest(core);
    const own = await newOrganizer(core);
    const theirs = await openEvent(core, { event: { tags: ["secret"], artists: ["Hidden"], name: "Elsewhere" } });
    const early = await openEvent(core, { organizer: own, event: { tags: ["jazz", "late"], artists: ["Trio"] } });
    const late = await openEvent(core, { organizer: own, event: { tags: ["jazz"], artists: ["Duo"] } });
    const foreign = await buy(core, theirs, fan, "A-1", "A-2");
    core.clock.advance(60);
    await buy(core, late, fan, "A-1");
    expect((await list(late)).items).toMatchObject([{ is_returning: false, favourite_tags: ["jazz"], also_likes: [] }]);
    core.clock.advance(60);
    await buy(core, early, fan, "A-1");
    await core.counterShards.rollUp();
    core.clock.advance(31);
    expect(await list(early)).toMatchObject({
      items: [
        {
          is_returning: true,
          spend: 4500,
          favourite_tags: ["jazz", "late"],
          favourite_artists: ["Duo", "Trio"],
          also_likes: ["Duo"],
        },
      ],
      ...{ total: 1, new_buyers: 0, returning_buyers: 1, other_events: 1 },
    });
    expect((await list(late)).items).toMatchObject([
      { is_returning: false, favourite_tags: ["jazz", "late"], also_likes: ["Trio", "late"] },
    ]);

    const events = [early, late];
    const told = await Promise.all(
      events.flatMap((sale) => [
        list(sale),
        getEventAnalytics(core, own, sale),
        listSoldBookings(core, own, { event_id: sale.event_id, limit: 50 }),
        listSales(core, own, { event_id: sale.event_id, interval: "hour", limit: 50 }),
      ]),
    );
    const hidden = [theirs.event_id, foreign.booking_id, foreign.booking_date, "secret", "Hidden", "Elsewhere"];
    for (const word of hidden) expect(JSON.stringify(told)).not.toContain(word);
    await expect(list({ ...theirs, organizer: own })).rejects.toMatchObject(forbidden);
  });

  it("of an unknown event or another's draft are EVENT_NOT_FOUND", async () => {
    const draft = await openEvent(core, { event: { status: "draft" } });
    for (const event_id of [draft.event_id, EventId.parse("event-99999")]) {
      const told = await Promise.allSettled([
        listBuyers(core, organizer, { event_id, limit: 1 }),
        getBuyerSummary(core, organizer, { event_id }),
        listSales(core, organizer, { event_id, interval: "day", limit: 1 }),
        listSoldBookings(core, organizer, { event_id, limit: 1 }),
      ]);
      const reason = expect.objectContaining(code("EVENT_NOT_FOUND"));
      expect(told).toEqual(Array(told.length).fill({ status: "rejected", reason }));
    }
  });
});
