import type { EventPage } from "@evently/core/event";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeEvent } from "./describe-event";
import { EventData } from "./event-data.fixture";
import { writeJsonLd } from "./json-ld";

const addresses = {
  page: "https://tickets.example/events/event-00007",
  image: "https://tickets.example/events/event-00007/opengraph-image",
};
const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

const event = {
  event_id: "event-00007",
  name: "Mahler: Symphony No. 5",
  description: "An evening.",
  artists: ["Michael Tilson Thomas", "Emanuel Ax"],
  start_time: "2027-01-15T00:30:00.000Z",
  end_time: "2027-01-15T02:40:00.000Z",
  duration: 130,
  timezone: "America/New_York",
  venue_name: "David Geffen Hall",
  city: "New York",
  status: "published",
  moved_from: null,
  sales_start: "2026-11-01T09:00:00.000Z",
  sales_end: null,
  seat_type_prices: { Orchestra: 11_900, Tier: 5250 },
  price_min: 5250,
  price_max: 11_900,
  currency: "USD",
  availability: { by_seat_type: { Orchestra: { total: 10, available: 4 }, Tier: { total: 5, available: 0 } } },
} as unknown as EventPage;

const tell = (changes: Partial<EventPage> = {}, at = now) =>
  EventData.parse(describeEvent({ ...event, ...changes }, addresses, at));

test("an event has its times with the offset of its venue, its place and its performers", () => {
  expect(tell()).toMatchObject({
    url: addresses.page,
    startDate: "2027-01-14T19:30:00-05:00",
    endDate: "2027-01-14T21:40:00-05:00",
    location: { name: "David Geffen Hall", address: { addressLocality: "New York" } },
    performer: [{ name: "Michael Tilson Thomas" }, { name: "Emanuel Ax" }],
    isAccessibleForFree: false,
  });
});

test("who sells is the organizer, with its legal name where it has one", () => {
  const seller = { name: "City Theater", legal_name: null } as EventPage["seller"] & object;
  expect(tell({ seller }).organizer).toEqual({ "@type": "Organization", name: "City Theater" });
  expect(tell({ seller: { ...seller, legal_name: "City Theater Ltd" } }).organizer).toMatchObject({
    legalName: "City Theater Ltd",
  });
});

test("what nobody stated is left out, the organizer too", () => {
  const data = tell({ artists: [], description: "" });
  for (const field of ["performer", "description", "doorTime", "typicalAgeRange", "organizer", "previousStartDate"])
    expect(data).not.toHaveProperty(field);
  expect(data.location.address).not.toHaveProperty("streetAddress");
});

test("facts have fields of their own", () => {
  const facts = { doors_time: "2027-01-14T23:45:00.000Z", min_age: 16, address: "10 Lincoln Center Plaza" };
  expect(tell({ ...facts, map_url: "https://maps.example.org/geffen" })).toMatchObject({
    doorTime: "2027-01-14T18:45:00-05:00",
    typicalAgeRange: "16-",
    location: { hasMap: "https://maps.example.org/geffen", address: { streetAddress: "10 Lincoln Center Plaza" } },
  });
});

describe("the offers", () => {
  test("are the seat types with their prices, and say what is left", () => {
    expect(tell().offers).toEqual([
      {
        "@type": "Offer",
        name: "Orchestra",
        url: addresses.page,
        price: "119.00",
        priceCurrency: "USD",
        availability: "https://schema.org/InStock",
        validFrom: "2026-11-01T04:00:00-05:00",
        validThrough: "2027-01-14T19:30:00-05:00",
      },
      expect.objectContaining({ name: "Tier", price: "52.50", availability: "https://schema.org/SoldOut" }),
    ]);
  });

  test.each([
    ["JPY", 1500, "1500"],
    ["KWD", 12_345, "12.345"],
    ["EUR", 0, "0.00"],
  ])("in %s: %i minor units are %s", (currency, price, text) => {
    const [offer] = tell({ currency, seat_type_prices: { Orchestra: price } }).offers ?? [];
    expect(offer).toMatchObject({ price: text, priceCurrency: currency });
  });

  test("can be ordered before the sale opens", () => {
    const [orchestra, tier] = tell({ sales_start: "2027-01-05T09:00:00.000Z" }).offers ?? [];
    expect(orchestra?.availability).toBe("https://schema.org/PreOrder");
    expect(tier?.availability).toBe("https://schema.org/SoldOut");
  });

  test.each(["paused", "cancelling", "cancelled", "draft"] as const)("of a %s event are none", (status) => {
    expect(tell({ status })).not.toHaveProperty("offers");
  });

  test("are none once the sale has ended", () => {
    expect(tell({}, Date.parse(event.start_time) / 1000)).not.toHaveProperty("offers");
  });
});

describe("the status", () => {
  const moved_from = "2027-01-10T00:30:00.000Z";

  test("of a moved event has the date on which it would have been", () => {
    expect(tell({ moved_from })).toMatchObject({
      eventStatus: "https://schema.org/EventRescheduled",
      previousStartDate: "2027-01-09T19:30:00-05:00",
    });
  });

  test("of an event that was moved back is that it takes place", () => {
    const data = tell({ moved_from: event.start_time });
    expect(data.eventStatus).toBe("https://schema.org/EventScheduled");
    expect(data).not.toHaveProperty("previousStartDate");
  });

  test.each(["cancelling", "cancelled"] as const)("of a %s event is that, wherever it was moved before", (status) => {
    expect(tell({ status, moved_from }).eventStatus).toBe("https://schema.org/EventCancelled");
    expect(tell({ status, moved_from })).not.toHaveProperty("previousStartDate");
  });

  test.each(["published", "paused"] as const)("of a %s event is that it takes place", (status) => {
    expect(tell({ status }).eventStatus).toBe("https://schema.org/EventScheduled");
  });
});

describe("the rules", () => {
  test.each([
    [{ name: "" }],
    [{ startDate: "2027-01-15T00:30:00Z" }],
    [{ endDate: "2027-01-14T19:30:00-05:00" }],
    [{ eventStatus: "https://schema.org/EventCancelled", previousStartDate: "2027-01-09T19:30:00-05:00" }],
    [{ eventStatus: "https://schema.org/EventRescheduled" }],
    [{ location: { "@type": "Place", name: "Hall" } }],
    [{ offers: [] }],
    [{ organizer: "" }],
  ])("refuse %j", (change) => {
    expect(EventData.safeParse({ ...tell(), ...change }).success).toBe(false);
  });
});

test("whatever is typed, the data follows the rules and nothing in it ends its element", () => {
  const typed = fc.oneof(
    fc.constantFrom("</script><script>alert(1)</script>", "<!--<script>", "]]>", "&lt;/script&gt;", "\u2028</SCRIPT >"),
    fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== ""),
  );
  fc.assert(
    fc.property(typed, typed, typed, fc.integer({ min: 0, max: 1e11 }), (name, artist, seat_type, price) => {
      const data = tell({
        name,
        artists: [artist],
        city: artist,
        address: name,
        seat_type_prices: { [seat_type]: price },
      });
      const json = writeJsonLd(data);
      expect(json).not.toMatch(/[<>&]/);
      expect(JSON.parse(json)).toEqual(data);
    }),
  );
});
