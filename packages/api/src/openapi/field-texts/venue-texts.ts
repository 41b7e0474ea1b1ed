import type { FieldTexts } from "./field-texts.ts";

const venues = ["CreateVenue", "Venue"];
const keyOf = "The key of a seat that the venue has, such as `A-12`.";

export const venueTexts: readonly FieldTexts[] = [
  {
    owners: venues,
    fields: {
      name: "What the venue is called, in one line of up to 120 characters.",
      description: "A text about the venue, up to 500 characters.",
    },
  },
  {
    owners: ["CreateVenue"],
    fields: {
      city: "The city, in one line of up to 80 characters.",
      seat_types:
        "The types of its seats, at most 40, each of up to 24 characters and named once. An event gives each a price.",
      timezone: "Its time zone as an IANA name such as `Europe/Oslo`.",
    },
  },
  {
    owners: ["Venue"],
    fields: {
      revision: "Raised by every change of the venue and its seats. Send it with your next change.",
      timezone_fixed: "True once an event here was published: its times were told, so the zone stays. Absent before.",
    },
  },
  {
    owners: ["ChangeVenue"],
    fields: {
      revision:
        "The `revision` of the venue that you saw. Where it was changed since, the answer is 409 `REVISION_CONFLICT`.",
      name: "What the venue is called, in one line of up to 120 characters. Its events follow a moment later.",
      city: "The city, in one line of up to 80 characters. Its events follow a moment later.",
      description: "A text about the venue, up to 500 characters.",
      seat_types: "All seat types in their order, those that seats have among them.",
      timezone: "Its time zone as an IANA name such as `Europe/Oslo`; only until an event here is published.",
      address: "Where it is, in one line of up to 200 characters. Null takes it away. Events keep what they state.",
      map_url: "A map of the place, an address that begins with `https://`. Null takes it away.",
      reason: "Why, for the journal; up to 200 characters.",
    },
  },
  {
    owners: ["VenueSeat"],
    fields: {
      revision: "The revision of the venue that added the seat.",
      row_order: "Rows with a number here stand in this order, after those without one; null for most.",
      x: "Where the seat is, in decimetres to the right; null in a hall without positions.",
      y: "Where the seat is, in decimetres away from the stage; null in a hall without positions.",
    },
  },
  {
    owners: ["venue.list"],
    fields: {
      mine: "`true` lists your own, newest first. Beside it only limit and cursor are taken.",
      city: "Only venues in this city. Whole names, whatever their case and accents.",
      total: "How many venues match, on all pages together.",
    },
  },
  {
    owners: ["AddVenueSeats"],
    fields: { seats: "The seats to add, at most 10,000 in one call and 30,000 a venue." },
  },
  {
    owners: ["NewVenueSeat"],
    fields: {
      row: "The row, in up to 16 characters. A seat needs a row or a section. Where it is a letter and up to 7 more letters and digits, it becomes part of the seat's key.",
      seat_num: "The seat's number in its row, 1 to 9999. A seat needs a number or a label.",
      seat_pos: "The key that the seat must have, such as `A-12`; by default one is given that is free.",
      section: "The section, tier or box as it is printed; up to 60 characters.",
      row_label: "The row as it is printed, if that isn't `row`; up to 16 characters.",
      seat_label: "What is printed on the seat, if that isn't `seat_num`; up to 8 characters.",
      seat_type: "One of the venue's seat types.",
      x: "Where the seat is, in decimetres to the right. Without positions the hall is drawn as a plain grid.",
      y: "Where the seat is, in decimetres away from the stage.",
    },
  },
  {
    owners: ["AddedSeats"],
    fields: {
      created: "How many seats were added.",
      seats: "The key of each new seat and what is printed on it, in the order of the request.",
    },
  },
  {
    owners: ["ChangeVenueSeats"],
    fields: {
      revision:
        "The `revision` of the venue that you saw. Where it has been changed since, the answer is 409 `REVISION_CONFLICT`.",
      relabel: "What is printed on seats from now on; what is left out of an entry stays.",
      retype: "Seats that get another of the venue's types, in events created afterwards.",
      properties: "What is special about seats from now on.",
      remove: "The keys of seats to take out, in events created afterwards. The same label gets its key back.",
      carry: "Events of yours in this venue whose tickets and maps show the new labels and properties too; at most 47.",
    },
  },
  {
    owners: ["ChangeVenueSeats.relabel", "ChangeVenueSeats.retype", "ChangeVenueSeats.properties"],
    fields: { seat_pos: keyOf, seat_type: "One of the venue's seat types." },
  },
  {
    owners: ["VenueRevision"],
    fields: { revision: "The venue's revision after this change. Make your next one from it." },
  },
  {
    owners: ["PublicSeat"],
    fields: {
      price: "What the seat costs now, in the minor unit of the event's currency.",
      x: "Where the seat is, in decimetres to the right.",
      y: "Where the seat is, in decimetres away from the stage.",
    },
  },
  {
    owners: ["seat.list", "analytics.seats"],
    fields: { seat_type: "Only seats of this type." },
  },
  {
    owners: ["seat.list"],
    fields: { seat_state: "Only seats in this state: `available`, `held`, `booked` or `blocked`." },
  },
];
