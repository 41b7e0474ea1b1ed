import type { FieldTexts } from "./field-texts.ts";

const asked = ["CreateEvent", "ChangeEvent"];
const answered = ["Event", "EventPage", "ListedEvent", "EventAnalytics", "EventReport"];

export const eventTexts: readonly FieldTexts[] = [
  {
    owners: ["CreateEvent"],
    fields: {
      venue_id: "The venue in which it takes place: one of your own, with seats. The event gets its own copy of them.",
      seat_type_prices:
        'The price of each seat type of the venue, in the minor unit of `currency`: `{"Stalls": 4500}` is 45.00 in USD. 0 is free.',
      currency: "The ISO 4217 code of the currency of all prices, one that is in use today.",
      sales_start: "When the sale opens; by default at once.",
      sales_end: "When the sale ends, at the latest with the event; by default when the event begins.",
      doors_time: "When the doors open, at the latest when the event begins.",
      address: "Where it takes place, if that isn't where its venue is.",
      map_url:
        "A map of the place; by default the venue's, unless `address` names another place. It begins with `https://`.",
      cancellation_policy:
        "Until when buyers may cancel; by default until the event begins. Null: they can't, unless the event is moved or cancelled. " +
        "A booking keeps the policy under which its seats were held.",
      status: "`published`: on sale as soon as its seats are copied. `draft`: seen by you alone until you publish it.",
    },
  },
  {
    owners: ["ChangeEvent"],
    fields: {
      revision:
        "The `revision` of the event that you saw. Where it has been changed since, the answer is 409 `REVISION_CONFLICT`.",
      start_time:
        "The new start. Who booked another date may then cancel for 14 days, at most until it begins. Not for an event that has begun.",
      doors_time: "When the doors open; left out, it keeps its distance to the start. Null takes it away.",
      min_age: "From which age people are let in, in years; 0 is for all ages. Null takes it away.",
      address: "Where it takes place, if that isn't where its venue is. Null takes it away.",
      map_url:
        "A map of the place, an address that begins with `https://`. Null takes it away; so does another `address` without it.",
      poster_seed: "A number that picks another drawing of the event's poster; null for the usual one.",
      sales_start: "When the sale opens.",
      sales_end: "When the sale ends, at the latest with the event. Null: when the event begins.",
      seat_type_prices:
        "New prices by seat type, in the minor unit; a type left out keeps its price. What is held or sold keeps its own. In another venue every type needs one.",
      cancellation_policy: "For what is held from now on; holds and bookings keep theirs. Null: buyers can't cancel.",
      seats_per_connection:
        "How many unpaid seats one connection may have at this event, at least as many as one hold may. Null: as many as the installation allows.",
      currency: "The ISO 4217 code of another currency; only while the event is a draft.",
      venue_id:
        "Another venue of yours to move a draft to. It gets the seats, the time zone and the address of that venue; its times stay the same instants.",
      series:
        "Whether to change all dates of the series that have not begun. For texts and facts only, not for times, prices and policy.",
      reason: "Why, in one line of up to 200 characters, for the journal.",
    },
  },
  {
    owners: [...asked, ...answered],
    fields: {
      name: "What the event is called, in one line of up to 160 characters.",
      description: "The short text that lists show, up to 500 characters.",
      start_time: "When the event begins.",
    },
  },
  {
    owners: asked,
    fields: {
      duration: "How long it lasts, in minutes; at most 44,640, which is 31 days.",
      artists: "Who performs, the most important first: up to 300. Lists, searches and filters know the first 12.",
      tags: "What kind of event it is, in free words such as `Piano`; up to 20.",
    },
  },
  {
    owners: answered,
    fields: {
      seat_type_prices: "The price of each seat type, in the minor unit of `currency`.",
      sales_start: "When the sale opens.",
      sales_end: "When the sale ends; null: when the event begins.",
      status:
        "`draft`, `published`, `paused` (shown, and not sold for now), `cancelling` (refunds follow), `cancelled`, `deleting`.",
      revision: "Raised by every change of the event except of its counts. Send it with your next change.",
      price_revision: "Raised by every change of prices.",
      moved_from: "When it was to begin before it was first moved; null if it never was.",
      free_cancellation_until:
        "Until when those who booked another date may cancel whatever their policy; null if it was never moved.",
      archived_at: "When its organizer put it away; null if they didn't.",
      hidden_at:
        "Since when the operator hides it: it doesn't sell, and only its organizer and those who have seats in it see it; null if that is not so.",
      suspended_at: "Since when it is hidden because its organizer's account is suspended; null if that is not so.",
    },
  },
  {
    owners: ["Event", "EventPage"],
    fields: {
      seats_per_connection:
        "How many unpaid seats one connection may have; null: as many as the installation allows. Told only to those who can manage the event.",
    },
  },
  {
    owners: ["Event", "ListedEvent"],
    fields: { artists: "Who performs: the first 12. `GET /events/{event_id}` names all of them." },
  },
  {
    owners: ["ListedEvent"],
    fields: {
      seats_left:
        "How many seats are not booked, some seconds ago. Held ones count as left, since most holds are released.",
      dates:
        "With by_series, of a series: what those of its dates that match have together. Absent from a single date.",
    },
  },
  {
    owners: ["ListedEvent.dates"],
    fields: {
      count: "How many dates of the series match.",
      first_start_time: "When the first of them begins.",
      last_start_time: "When the last of them begins.",
      venue_count: "In how many venues they take place.",
      price_min: "The lowest price of those in the currency of the event, in its minor unit.",
      price_max: "The highest price of those in the currency of the event, in its minor unit.",
      sales_start: "When the first sale opens, of those whose sale is not over; of all of them if all are over.",
      sales_end: "When the last sale ends.",
      seat_count: "How many seats those have together whose sale is not over.",
      seats_left:
        "How many of these seats are not booked, some seconds ago: 0 once each of those dates is sold out, or all sales are over.",
    },
  },
  {
    owners: ["EventPage"],
    fields: {
      artists: "All who perform, the most important first.",
      cancelled_at: "When its cancellation began; null if it isn't cancelled.",
      venue: "The venue, as it was when the event was created or its venue last renamed.",
      availability: "Seats by state, from the live map.",
      counts: "What was sold and asked for so far; only for those who can manage the event.",
      cancellation:
        "How far the refunds of a cancelled event are; only for its organization. Null until it is cancelled, and for what an earlier version cancelled.",
    },
  },
  {
    owners: ["EventPage.cancellation"],
    fields: {
      total:
        "How many bookings the cancellation ends. What is being paid for at that moment may join them for some minutes.",
      refunded:
        "Those whose buyers have their money back, or were owed none. What was paid in cash or on invoice the seller pays back. Never decreases.",
      failed: "Those whose refund failed for good, until an operator retries it.",
    },
  },
  {
    owners: ["EventPage.venue"],
    fields: { name: "The name of the venue." },
  },
  {
    owners: ["Availability", "EventAnalytics", "EventReport"],
    fields: {
      seats_available: "How many seats are free: neither held nor booked nor blocked, nor reserved on invoice.",
      seats_held: "How many seats are held by buyers who have not paid yet; expired holds don't count.",
    },
  },
  {
    owners: ["EventAnalytics", "EventReport"],
    fields: { seats_sold: "How many seats are booked now, comps too; cancelled ones don't count." },
  },
  {
    owners: ["Availability"],
    fields: {
      seats_sold: "How many seats are booked now, or reserved on invoice; cancelled ones don't count.",
      by_seat_type: "The same by seat type.",
    },
  },
  {
    owners: ["Availability.by_seat_type"],
    fields: { total: "How many seats of this type there are.", available: "How many of them are free." },
  },
  {
    owners: ["event.cancel"],
    fields: { reason: "Why, in one line of up to 200 characters, for the journal." },
  },
  {
    owners: ["CopyEvent"],
    fields: {
      start_times: "When each copy begins, at most 60. Doors and sale keep their distance to the start.",
      publish: "Whether to publish each copy once it has its seats; else they stay drafts.",
    },
  },
  {
    owners: ["CopiedEvents"],
    fields: {
      series_id: "The series that the event and its copies are dates of.",
      items: "The copies, in the order of `start_times`, as drafts whose seats follow.",
    },
  },
  {
    owners: ["ArchiveEvent"],
    fields: { archived: "False brings the event back." },
  },
];
