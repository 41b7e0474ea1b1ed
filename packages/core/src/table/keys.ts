import type {
  BookingId,
  EventId,
  HoldingId,
  LayoutId,
  OrganizationId,
  OwnerId,
  PaymentId,
  SeatId,
  SeriesId,
  UserId,
  VenueId,
} from "../ids.ts";
import { normalizeEmail } from "../text/normalize-email.ts";

/** The keys of each kind of item in the one table. No other file spells a key. */
export type Key = { pk: string; sk: string };

const single = <Name extends string>(name: Name): Key => ({ pk: name, sk: name });

export const keys = {
  venue: (venue_id: VenueId): Key => ({ pk: venue_id, sk: "VENUE" }),
  venueSeat: (venue_id: VenueId, seat_pos: SeatId): Key => ({ pk: venue_id, sk: seat_pos }),
  layout: (layout_id: LayoutId): Key => ({ pk: layout_id, sk: "LAYOUT" }),
  event: (event_id: EventId): Key => ({ pk: event_id, sk: "EVENT" }),
  eventText: (event_id: EventId): Key => ({ pk: `${event_id}-text`, sk: "TEXT" }),
  seat: (event_id: EventId, seat_pos: SeatId): Key => ({ pk: event_id, sk: seat_pos }),
  booking: (event_id: EventId, booking_date: string): Key => ({ pk: event_id, sk: booking_date }),
  bookingPointer: single<BookingId>,
  holding: single<HoldingId>,
  payment: single<PaymentId>,
  user: single<UserId>,
  organization: (organization_id: OrganizationId): Key => ({ pk: organization_id, sk: "ORGANIZATION" }),
  member: (organization_id: OrganizationId, user_id: UserId): Key => ({
    pk: organization_id,
    sk: `${membersFrom}${user_id}`,
  }),
  invitation: (organization_id: OrganizationId, invitation_id: string): Key => ({
    pk: organization_id,
    sk: `${invitationsFrom}${invitation_id}`,
  }),
  paymentAccount: (organization_id: OrganizationId): Key => ({ pk: organization_id, sk: "PAYMENT-ACCOUNT" }),
  /** Whose an account at the gateway is. */
  accountOwner: (account_id: string): Key => single(`seller-${account_id}`),
  /** That an invitation was used, revoked, or ran out. */
  endedInvitation: (organization_id: OrganizationId, invitation_id: string): Key => ({
    pk: organization_id,
    sk: `${endedInvitationsFrom}${invitation_id}`,
  }),
  /** Open invitations of an address, by its hash. */
  invited: (hash: string, organization_id: OrganizationId, invitation_id: string): Key => ({
    pk: invitedAt(hash),
    sk: `${organization_id}#${invitation_id}`,
  }),
  email: (email: string): Key => single(`email-${normalizeEmail(email)}`),
  owned: (owner_id: OwnerId, id: EventId | VenueId): Key => ({ pk: owner_id, sk: id }),
  /** What takes place in a venue, whoever made it, drafts too. */
  atVenue: (venue_id: VenueId, event_id: EventId): Key => ({ pk: eventsAt(venue_id), sk: event_id }),
  /** What an owner has of what their quotas limit. */
  usage: (owner_id: OwnerId): Key => single(`usage-${owner_id}`),
  session: (user_id: UserId, hash: string): Key => ({ pk: user_id, sk: sessionIdOf(hash) }),
  /** Where the version before kept a session. */
  sessionBefore: (hash: string): Key => single(sessionIdOf(hash)),
  signIn: (hash: string): Key => single(`signin-${hash}`),
  /** How many mails with a code went to an address in a day, by a keyed hash of both. */
  codes: (hash: string): Key => single(`codes-${hash}`),
  /** Who says to be reached at an address, by its hash. */
  contact: (hash: string, user_id: UserId): Key => ({ pk: contactsAt(hash), sk: user_id }),
  quota: (event_id: EventId, user_id: UserId): Key => single(`quota-${event_id}-${user_id}`),
  /** Of a booking, in the partition of its event's mails; `cause` tells it from the booking's other mails. */
  bookingMail: (event_id: EventId, booking_id: BookingId, cause: string): Key => ({
    pk: mailsOf(event_id),
    sk: `${booking_id}#${cause}`,
  }),
  invitationMail: (organization_id: OrganizationId, invitation_id: string): Key => ({
    pk: `${mailPrefix}${organization_id}`,
    sk: `${invitationsFrom}${invitation_id}`,
  }),
  /** How many mails of a seller's an address had on a day of UTC. */
  mailCount: (hash: string, seller: OwnerId, day: string): Key => ({ pk: mailCountsOf(hash), sk: `${seller}#${day}` }),
  /** The same of all addresses together that the seller named. */
  namedMailCount: (seller: OwnerId, day: string): Key => ({ pk: mailCountsOf(seller), sk: day }),
  signInMail: (hash: string): Key => single(`${signInMailsFrom}${hash}`),
  /** With which seats of a booking somebody went in. */
  checkIn: (event_id: EventId, booking_id: BookingId, seat_pos: SeatId): Key => ({
    pk: checkInsOf(event_id),
    sk: `${booking_id}#${seat_pos}`,
  }),
  /** All keys to an event's door. */
  doorKeys: (event_id: EventId): Key => single(`door-${event_id}`),
  /** How many of those who are in came by a gate within a few minutes. */
  arrivals: (event_id: EventId, at: string, gate: string): Key => ({
    pk: checkInsOf(event_id),
    sk: `${arrivalsFrom}${at}#${gate}`,
  }),
  idempotencyRecord: (record_id: string): Key => single(`claim-${record_id}`),
  usedProof: (hash: string): Key => single(`proof-${hash}`),
  sequence: (kind: string): Key => single(`counter-${kind}`),
  catalogChange: (instant: string, event_id: EventId): Key => ({ pk: catalogChanges, sk: `${instant}-${event_id}` }),
  counterShard: (event_id: EventId, shard: string): Key => ({ pk: counterShardsOf(event_id), sk: shard }),
  /** How many seats of an event are reserved on invoice; and how many by one person. */
  awaiting: (event_id: EventId): Key => ({ pk: awaitingIn(event_id), sk: "EVENT" }),
  awaitingOf: (event_id: EventId, user_id: UserId): Key => ({ pk: awaitingIn(event_id), sk: user_id }),
  /** What a process counted of the networks that hold seats of an event. */
  networks: (event_id: EventId, process: string): Key => ({ pk: networksOf(event_id), sk: process }),
  journal: (id: EventId | VenueId | OwnerId, instant: string, request_id: string): Key => ({
    pk: journalOf(id),
    sk: `${instant}-${request_id}`,
  }),
  /** The dates of a series, drafts too. */
  inSeries: (series_id: SeriesId, event_id: EventId): Key => ({ pk: series_id, sk: event_id }),
  lastCopies: (series_id: SeriesId): Key => single(`last-copies-${series_id}`),
  /** A job that is no state of another item: what it works on, and what it does. */
  job: (job: Job, id: string): Key => single(`${job}-${id}`),
  /** What a job needs that is long. */
  inputOf: ({ pk }: Key): Key => ({ pk, sk: "INPUT" }),
  seed: (): Key => single("seed-demo"),
} as const;

export const contactsAt = (hash: string): string => `contact-${hash}`;

export const invitedAt = (hash: string): string => `invited-${hash}`;

/** Within a user's partition, sessions sort above events. */
export const sessionsFrom = "session-";
export const sessionIdOf = (hash: string): string => `${sessionsFrom}${hash}`;

/** Within an organization's partition, ended invitations sort below events, open ones above, members above those, and venues above all. */
export const endedInvitationsFrom = "ended-invitation-";
export const invitationsFrom = "invitation-";
export const membersFrom = "member-";

export const counterShardsOf = (event_id: EventId): string => `lanes-${event_id}`;

export const awaitingIn = (event_id: EventId): string => `invoices-${event_id}`;

export const networksOf = (event_id: EventId): string => `networks-${event_id}`;

export const eventsAt = (venue_id: VenueId): string => `events-${venue_id}`;

/** Where every mail's partition key begins. */
export const mailPrefix = "mail-";

/** Of an address, by its hash, or of a seller. */
export const mailCountsOf = (hash: string | OwnerId): string => `mail-count-${hash}`;

/** Where the partition keys of mails to sign in begin. */
export const signInMailsFrom = `${mailPrefix}sign-in-`;

export const mailsOf = (event_id: EventId): string => `${mailPrefix}${event_id}`;

export const checkInsOf = (event_id: EventId): string => `checkin-${event_id}`;

/** Within a partition of check-ins, arrivals sort above bookings. */
export const arrivalsFrom = "gate-";

export const journalOf = (id: EventId | VenueId | OwnerId): string => `journal-${id}`;

/**
 * Jobs with an item of their own: prices to copy to seats, copies to make, a venue's name to carry to its events, a
 * person's contact to carry to their bookings, a change of an event to tell its buyers, those to remind of it, a person
 * who is to be forgotten; an account at the gateway whose events are read, a payment to look at that could not be.
 */
export type Job =
  | "refresh"
  | "copies"
  | "carry"
  | "series-change"
  | "contact"
  | "announce"
  | "remind"
  | "forget"
  | "payment-events"
  | "look";

export const catalogChanges = "catalog-changes";

/** Within an event's partition, bookings sort before ":", seats and EVENT from "A" on. */
export const bookingsBelow = ":";
export const seatsFrom = "A";

/** The event attributes projected into the catalog index besides its keys: exactly those of an EventCard. */
export const catalogAttributes = [
  "event_id",
  "venue_id",
  "name",
  "start_time",
  "duration",
  "artists",
  "tags",
  "description",
  "seat_type_prices",
  "currency",
  "sales_start",
  "sales_end",
  "seat_count",
  "layout_id",
  "venue_name",
  "city",
  "timezone",
];

export const indexes = {
  byUser: { name: "by_user", hash: "user_id", range: "booking_date" },
  catalog: { name: "catalog", hash: "catalog_kind", range: "catalog_order" },
  due: { name: "due", hash: "due_shard", range: "due_at" },
} as const;

/** The table's TTL attribute, in epoch seconds. */
export const ttlAttribute = "purge_at";
