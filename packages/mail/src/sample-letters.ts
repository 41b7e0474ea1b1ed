import type { BookingLetter, Letter } from "@evently/core/delivery/letter";
import type { BookingId, EventId, OrganizationId, SeatId } from "@evently/core/ids";
import type { Ticket } from "@evently/core/ticket";

/** One letter of each kind and of each thing that it may have to say, by its name: for a look at all of them, and for tests. */
export type SampleLetter = { name: string; letter: Letter };

const event: BookingLetter["event"] = {
  event_id: "event-00042" as EventId,
  name: "Mahler: Symphony No. 5 & Kindertotenlieder",
  start_time: "2027-01-15T00:30:00.000Z",
  end_time: "2027-01-15T02:40:00.000Z",
  duration: 130,
  timezone: "America/New_York",
  venue_name: "David Geffen Hall",
  city: "New York",
  address: "10 Lincoln Center Plaza",
  doors_time: "2027-01-14T23:45:00.000Z",
  min_age: 6,
  map_url: "https://www.openstreetmap.org/way/26334446",
  status: "published",
  revision: 3,
  cancelled_at: null,
  seller: {
    organization_id: "organization-00007" as OrganizationId,
    name: "Lincoln Concerts",
    legal_name: "Lincoln Concerts, Inc.",
    address: "10 Lincoln Center Plaza, New York, NY 10023",
    contact_email: "box-office@concerts.example",
    vat_id: "US 12-3456789",
    terms_url: "https://concerts.example/terms",
    privacy_url: "https://concerts.example/privacy",
    payment_methods: ["card", "invoice"],
  },
};

const seat = (seat_label: string) => ({
  ...{ seat: `D-${seat_label}` as SeatId, seat_type: "Stalls", price: 9500 },
  ...{ section: "Orchestra", row_label: "D", seat_label },
});

const ticket = (seat_label: string): Ticket => ({
  ...{ booking_id: "booking-01234" as BookingId, seat_pos: `D-${seat_label}` as SeatId, seat_type: "Stalls" },
  ...{ section: "Orchestra", row_label: "D", seat_label, version: 1, holder: "Ann Ode", state: "valid" },
  code: `E1.k1.42.1234.D-${seat_label}.1.${"sample-".repeat(12)}AA`,
});

const booking: BookingLetter["booking"] = {
  booking_id: "booking-01234" as BookingId,
  booking_date: "2026-11-22T05:04:19.123001234Z",
  lines: [seat("12"), seat("13")],
  total: 19_000,
  currency: "USD",
  state: "confirmed",
  cancelled_at: null,
  ...{ refund: null, refunded: 0, not_charged: false },
  refund_steps: [{ until: "2027-01-13T00:30:00.000Z", percent: 100, refund: 19_000 }],
  moved_from: null,
  terms: { url: "https://concerts.example/terms", version: "2026-03-02T09:00:00.000Z" },
};

const to = { path: "/bookings/booking-01234", changes: [] } as const;
const valid = { ...to, tickets: [ticket("12"), ticket("13")] };
const cancelled_at = "2026-12-24T18:00:00.000Z";
const cancelled = { ...booking, state: "cancelled", cancelled_at, refund_steps: [] } as const;
const refunded = { ...cancelled, refund: 19_000, refunded: 19_000 };
const notCharged = { ...refunded, not_charged: true } as const;
const used = { ...booking, refunded: 19_000, not_charged: true, refund_steps: [] } as const;
const due_at = "2026-12-06T05:04:19.123Z";
const reserved = { ...booking, state: "awaiting_payment", due_at, refund_steps: [] } as const;
const invoiced = { ...booking, due_at, paid_at: "2026-12-01T10:00:00.000Z", refund_steps: [] } as const;
const lapsed = { ...cancelled, cancelled_at: due_at, refund: 0, refunded: 0, due_at } as const;
const calledOff = { ...event, status: "cancelling", cancelled_at, revision: 4 } as const;
const moved = {
  ...booking,
  moved_from: "2027-01-14T00:30:00.000Z",
  refund_steps: [{ until: event.start_time, percent: 100, refund: 19_000 }],
};
const unsold = { ...event, seller: null };
const free = { ...booking, terms: null, total: 0, lines: [{ ...seat("12"), price: 0 }], refund_steps: [] };
const long = {
  ...event,
  name: `A name without an end ${"Überraschungskonzert".repeat(6)}`,
  venue_name: "قاعة الأوبرا",
};

const signIn = { kind: "sign-in", code: "045617", path: "/sign-in#token=sample" } as const;

export const sampleLetters: readonly SampleLetter[] = [
  { name: "sign-in", letter: { ...signIn, device: "Firefox on Linux" } },
  { name: "sign-in, from a program", letter: { ...signIn, device: null } },
  { name: "sign-in, link only", letter: { ...signIn, code: null, device: null } },
  { name: "sign-in, a new address", letter: { ...signIn, path: null, device: "Firefox on Linux" } },
  {
    name: "invitation",
    letter: {
      ...{ kind: "invitation", organization: "Small Hall Ltd", role: "box_office", inviter: "Ada Lovelace" },
      path: "/invitations#token=sample",
    },
  },
  { name: "booking-confirmed", letter: { ...valid, kind: "booking-confirmed", event, booking } },
  {
    name: "booking-confirmed, half comes back",
    letter: {
      ...{ ...valid, kind: "booking-confirmed", event },
      booking: { ...booking, refund_steps: [{ until: event.start_time, percent: 50, refund: 9_500 }] },
    },
  },
  {
    name: "booking-confirmed, free",
    letter: { ...to, tickets: [ticket("12")], kind: "booking-confirmed", event: unsold, booking: free },
  },
  { name: "booking-confirmed, long", letter: { ...valid, kind: "booking-confirmed", event: long, booking } },
  { name: "booking-confirmed, late", letter: { ...to, kind: "booking-confirmed", event, booking: refunded } },
  { name: "booking-confirmed, on invoice", letter: { ...valid, kind: "booking-confirmed", event, booking: invoiced } },
  { name: "booking-reserved", letter: { ...to, kind: "booking-reserved", event, booking: reserved } },
  {
    name: "booking-reserved, due earlier",
    letter: { ...to, kind: "booking-reserved", event, booking: reserved, changes: ["start_time"] },
  },
  { name: "booking-reserved, late", letter: { ...to, kind: "booking-reserved", event, booking: lapsed } },
  { name: "booking-lapsed", letter: { ...to, kind: "booking-lapsed", event, booking: lapsed } },
  {
    name: "booking-changed",
    letter: { ...valid, kind: "booking-changed", event, booking: { ...booking, changes: 1 } },
  },
  {
    name: "booking-refunded",
    letter: {
      ...{ ...to, tickets: [ticket("12")], kind: "booking-refunded", event },
      booking: {
        ...{ ...booking, lines: [seat("12")], refunded: 9_500, changes: 1 },
        refund_steps: [{ until: "2027-01-13T00:30:00.000Z", percent: 100, refund: 9_500 }],
      },
      refund: { amount: 9_500, seats: [seat("13")], reason: "The view is restricted" },
    },
  },
  {
    name: "booking-refunded, an amount",
    letter: {
      ...{ ...valid, kind: "booking-refunded", event },
      booking: {
        ...{ ...booking, refunded: 2_050 },
        refund_steps: [{ until: "2027-01-13T00:30:00.000Z", percent: 50, refund: 7_450 }],
      },
      refund: { amount: 2_050, seats: [], reason: "It begins an hour late" },
    },
  },
  { name: "booking-not-charged", letter: { ...to, kind: "booking-not-charged", event, booking: notCharged } },
  {
    name: "booking-not-charged, somebody is in",
    letter: { ...valid, kind: "booking-not-charged", event, booking: used },
  },
  {
    name: "booking-confirmed, not charged",
    letter: { ...valid, kind: "booking-confirmed", event, booking: used },
  },
  {
    name: "booking-cancelled, cash",
    letter: { ...to, kind: "booking-cancelled", event, booking: { ...refunded, counter: "cash" } },
  },
  { name: "booking-cancelled, unpaid", letter: { ...to, kind: "booking-cancelled", event, booking: lapsed } },
  { name: "booking-cancelled", letter: { ...to, kind: "booking-cancelled", event, booking: refunded } },
  {
    name: "booking-cancelled, half",
    letter: {
      ...{ ...to, kind: "booking-cancelled", event },
      booking: { ...cancelled, refund: 7_450, refunded: 9_500 },
    },
  },
  {
    name: "booking-cancelled, nothing",
    letter: { ...to, kind: "booking-cancelled", event, booking: { ...cancelled, refund: 0, refunded: 0 } },
  },
  {
    name: "booking-cancelled, its last seats",
    letter: {
      ...{ ...to, kind: "booking-cancelled", event, booking: refunded },
      refund: { amount: 19_000, seats: [seat("12"), seat("13")], reason: "The stage is larger" },
    },
  },
  {
    name: "event-changed",
    letter: {
      ...valid,
      kind: "event-changed",
      event,
      booking: moved,
      changes: ["start_time", "doors_time", "address"],
    },
  },
  {
    name: "event-changed, late",
    letter: { ...to, kind: "event-changed", event: calledOff, booking: refunded, changes: ["doors_time"] },
  },
  {
    name: "event-changed, on invoice",
    letter: { ...to, kind: "event-changed", event, booking: reserved, changes: ["start_time"] },
  },
  {
    name: "event-cancelled, on invoice",
    letter: {
      ...to,
      kind: "event-cancelled",
      event: calledOff,
      booking: { ...refunded, due_at, paid_at: cancelled_at },
    },
  },
  { name: "event-cancelled", letter: { ...to, kind: "event-cancelled", event: calledOff, booking: refunded } },
  { name: "reminder", letter: { ...valid, kind: "reminder", event, booking } },
];
