import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UserId } from "../ids.ts";
import { id } from "../testing/id.ts";
import { studyBuyers } from "./buyers.rules.ts";

const day = (n: number) => `2026-11-${String(n).padStart(2, "0")}T12:00:00.000000001Z`;

/** A booking of `seats` seats at 1000 each on that day of the month; given back where told. */
const sale = (user_id: UserId, on: number, seats = 1, returned = false, email: string | null = null): Sale => ({
  buyer: { name: null, email },
  ...{ user_id, booking_date: day(on), total: seats * 1000, refunded: returned ? seats * 1000 : 0 },
  seats: Array.from({ length: seats }, (_, i) => `A-${i + 1}`),
  cancelled_at: returned ? day(on + 1) : null,
});
type Sale = Parameters<typeof studyBuyers>[0]["sales"][number];
const event = (sales: Sale[], tags: string[] = [], artists: string[] = []) => ({ sales, tags, artists });
const [ann, bob, cid] = [id.user(1), id.user(2), id.user(3)] as const;

describe("a buyer", () => {
  it("has all bookings, the current seats and the money paid less refunds", () => {
    const { buyers } = studyBuyers(event([sale(ann, 1, 2), sale(bob, 2), sale(ann, 3, 3), sale(ann, 4, 4, true)]), []);
    expect(buyers).toEqual([
      {
        ...{ user_id: ann, name: null, email: null, bookings: 3, cancellations: 1, seats: 5, spend: 5000 },
        ...{ first_booking: day(1), last_booking: day(4) },
        ...{ is_returning: false, favourite_tags: [], favourite_artists: [], also_likes: [] },
      },
      {
        ...{ user_id: bob, name: null, email: null, bookings: 1, cancellations: 0, seats: 1, spend: 1000 },
        ...{ first_booking: day(2), last_booking: day(2) },
        ...{ is_returning: false, favourite_tags: [], favourite_artists: [], also_likes: [] },
      },
    ]);
  });

  it("is returning after an earlier booking of another event, even a cancelled one, and not after a later one", () => {
    const others = [event([sale(bob, 4, 1, true), sale(ann, 6)]), event([sale(cid, 5), sale(cid, 9)])];
    const { buyers, summary } = studyBuyers(event([sale(ann, 5), sale(bob, 5), sale(cid, 5)]), others);
    expect(buyers.map(({ is_returning }) => is_returning)).toEqual([false, true, false]);
    expect(summary).toMatchObject({ total: 3, new_buyers: 2, returning_buyers: 1 });
  });

  it("is everyone with one address, however it is written, and is named as last", () => {
    const named = { name: "Ann", email: "Ann@Example.org" };
    const first = { ...sale(ann, 5), buyer: named };
    const { buyers, summary } = studyBuyers(event([first, sale(bob, 6, 2, false, "ann@example.org"), sale(cid, 7)]), [
      event([sale(id.user(4), 1, 1, false, "ANN@example.org"), sale(id.user(5), 1)]),
    ]);
    expect(buyers).toMatchObject([
      { user_id: ann, name: "Ann", email: "ann@example.org", bookings: 2, seats: 3, is_returning: true },
      { user_id: cid, is_returning: false },
    ]);
    expect(summary).toMatchObject({ total: 2, returning_buyers: 1, other_events: 1 });
  });

  it("keeps the address of one booking for those without", () => {
    const { buyers } = studyBuyers(event([sale(ann, 5), sale(ann, 6, 1, false, "ann@example.org")]), []);
    expect(buyers).toMatchObject([{ bookings: 2, email: "ann@example.org" }]);
  });

  it("has up to three favourites from the events still booked, ties in alphabetical order", () => {
    const jazz = event([sale(ann, 1), sale(ann, 2)], ["jazz", "late", "jazz"], ["Trio"]);
    const choir = event([sale(ann, 1)], ["choir", "late"], ["Choir", "Trio"]);
    const given = event([sale(ann, 1, 1, true)], ["opera", "choir"], ["Opera"]);
    const { buyers } = studyBuyers(event([sale(ann, 5)], ["early"], ["Duo"]), [jazz, choir, given]);
    expect(buyers[0]).toMatchObject({
      favourite_tags: ["late", "choir", "early"],
      favourite_artists: ["Trio", "Choir", "Duo"],
    });
  });

  it("has no favourites after cancelling everything", () => {
    const { buyers, summary } = studyBuyers(event([sale(ann, 5, 1, true)]), [event([sale(ann, 1, 1, true)], ["jazz"])]);
    expect(buyers).toMatchObject([{ seats: 0, spend: 0, favourite_tags: [] }]);
    expect(summary).toMatchObject({ total: 1, favourite_tags: [] });
  });

  it("of another event only is not listed", () => {
    const { buyers, summary } = studyBuyers(event([sale(ann, 5)]), [event([sale(bob, 1)], ["jazz"], ["Trio"])]);
    expect(buyers.map(({ user_id }) => user_id)).toEqual([ann]);
    expect(summary).toEqual({
      ...{
        total: 1,
        new_buyers: 1,
        returning_buyers: 0,
        other_events: 1,
        favourite_tags: [],
        favourite_artists: [],
        also_likes: [],
      },
    });
  });

  it("also likes what another event is, and not what this one is", () => {
    const { buyers, summary } = studyBuyers(event([sale(ann, 5), sale(bob, 5)], ["jazz"], ["Trio"]), [
      event([sale(ann, 1)], ["jazz", "late"], ["Duo"]),
    ]);
    expect(buyers).toMatchObject([
      { favourite_tags: ["jazz", "late"], favourite_artists: ["Duo", "Trio"], also_likes: ["Duo", "late"] },
      { favourite_tags: ["jazz"], also_likes: [] },
    ]);
    expect(summary.also_likes).toEqual([
      { name: "Duo", buyers: 1 },
      { name: "late", buyers: 1 },
    ]);
  });
});

describe("all buyers together", () => {
  it("have up to ten shared favourites with the number of buyers", () => {
    const tags = Array.from({ length: 12 }, (_, i) => `tag ${String.fromCharCode(97 + i)}`);
    const { summary } = studyBuyers(event([sale(ann, 5), sale(bob, 5)], tags), [
      event([sale(bob, 1)], ["tag k"], ["Trio"]),
    ]);
    expect(summary.favourite_tags).toEqual(tags.slice(0, 10).map((name) => ({ name, buyers: 2 })));
    expect(summary.favourite_artists).toEqual([{ name: "Trio", buyers: 1 }]);
  });

  it("are none without bookings", () => {
    expect(studyBuyers(event([], ["jazz"]), [event([sale(ann, 1)], ["jazz"])])).toEqual({
      buyers: [],
      summary: {
        ...{ total: 0, new_buyers: 0, returning_buyers: 0, other_events: 1 },
        ...{ favourite_tags: [], favourite_artists: [], also_likes: [] },
      },
    });
  });
});

const anySale = fc
  .tuple(fc.constantFrom(ann, bob, cid), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([who, on, seats, returned]) => sale(who, on, seats, returned));
const anyEvent = fc
  .tuple(fc.array(anySale, { maxLength: 8 }), fc.subarray(["jazz", "choir", "late", "early"]))
  .map(([sales, tags]) =>
    event(
      sales.toSorted((a, b) => (a.booking_date < b.booking_date ? -1 : 1)),
      tags,
    ),
  );

it("buyers match a separate count of each", () => {
  fc.assert(
    fc.property(anyEvent, fc.array(anyEvent, { maxLength: 3 }), (own, others) => {
      const { buyers, summary } = studyBuyers(own, others);
      expect(buyers.map(({ user_id }) => user_id).toSorted()).toEqual(
        [ann, bob, cid].filter((user_id) => own.sales.some((sale) => sale.user_id === user_id)),
      );
      for (const buyer of buyers) {
        const theirs = (sales: Sale[]) => sales.filter(({ user_id }) => user_id === buyer.user_id);
        const kept = (sales: Sale[]) => theirs(sales).filter(({ cancelled_at }) => cancelled_at === null);
        const dates = theirs(own.sales).map(({ booking_date }) => booking_date);
        const earlier = others.some(({ sales }) =>
          theirs(sales).some((sale) => sale.booking_date < buyer.first_booking),
        );
        expect(buyer).toMatchObject({
          bookings: dates.length,
          cancellations: dates.length - kept(own.sales).length,
          seats: kept(own.sales).flatMap(({ seats }) => seats).length,
          spend: kept(own.sales).reduce((sum, { total }) => sum + total, 0),
          first_booking: dates.toSorted()[0],
          is_returning: earlier,
        });
        const often = (tag: string) =>
          [own, ...others].filter(({ tags, sales }) => tags.includes(tag) && kept(sales).length > 0).length;
        for (const tag of ["jazz", "choir", "late", "early"].filter((tag) => !buyer.favourite_tags.includes(tag)))
          for (const liked of buyer.favourite_tags) expect(often(liked)).toBeGreaterThanOrEqual(often(tag));
        expect(buyer.favourite_tags.every((tag) => often(tag) > 0)).toBe(true);
      }
      expect(summary.new_buyers + summary.returning_buyers).toBe(summary.total);
      expect(summary.returning_buyers).toBe(buyers.filter(({ is_returning }) => is_returning).length);
    }),
  );
});
