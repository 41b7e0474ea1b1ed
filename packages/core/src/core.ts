import type { SalesCache } from "./analytics/sales-cache.ts";
import type { Catalog } from "./catalog/create-catalog.ts";
import type { Background } from "./concurrency/background.ts";
import type { Rules } from "./config.ts";
import type { CounterShards } from "./counts/counter-shards.ts";
import type { HoldRequests } from "./counts/hold-requests.ts";
import type { Mailer } from "./delivery/mailer.ts";
import type { KnownKeys } from "./door-key/known-keys.ts";
import type { RecentEvents } from "./event/recent-events.ts";
import type { EventSink } from "./event-sink.ts";
import type { Layouts } from "./layout/layouts.ts";
import type { VenueSeats } from "./layout/venue-seats.ts";
import type { Declines } from "./network/declines.ts";
import type { NetworkCounts } from "./network/network-counts.ts";
import type { Proofs } from "./network/proofs.ts";
import type { UnpaidSeats } from "./network/unpaid-seats.ts";
import type { Organizations } from "./organization/organizations.ts";
import type { PaymentGateway } from "./payment/gateway.ts";
import type { PaymentAccounts } from "./payment/payment-accounts.ts";
import type { PaymentEvents } from "./payment/payment-events.ts";
import type { SellerAccounts } from "./payment/seller-accounts.ts";
import type { Wakes } from "./payment/wakes.ts";
import type { RecentSales } from "./search/recent-sales.ts";
import type { SeatLists } from "./seat-map/seat-lists.ts";
import type { SeatMaps } from "./seat-map/seat-maps.ts";
import type { MailCounts } from "./sign-in/mail-limits.ts";
import type { Exports } from "./table/exports.ts";
import type { InTurn } from "./table/limit-turns.ts";
import type { Ids } from "./table/sequences.ts";
import type { Table } from "./table/table.ts";
import type { TicketKeys } from "./ticket-code/ticket-keys.ts";
import type { Clock } from "./time.ts";
import type { Sessions } from "./user/sessions.ts";

/** Reports a failure outside of any request. */
export type ReportError = (message: string, details: Record<string, unknown>) => void;

/** The dependencies of every domain function. */
export type Core = {
  table: Table;
  /** The table of bulk work, see `asBulk`. */
  bulkTable: Table;
  /** Runs a bulk creation, few at once: each has all its seats in memory. */
  inCreation: InTurn;
  clock: Clock;
  ids: Ids;
  rules: Rules;
  gateway: PaymentGateway;
  /** Null where the gateway keeps none. */
  paymentEvents: PaymentEvents | null;
  wakes: Wakes;
  /** Null where every payment goes to the house's own account: then no sale waits for a seller's. */
  sellerAccounts: SellerAccounts | null;
  /** Null where no mail is sent: then none is written either. */
  mailer: Mailer | null;
  /** Signs cursors; codes and tokens of sign-in requests follow from it. */
  secret: string;
  /** Keys of the links to bookings: the first makes them, all open them. */
  linkKeys: readonly string[];
  /** Sign the codes of tickets. */
  ticketKeys: TicketKeys;
  reportError: ReportError;
  background: Background;
  /** Shared with the table, so that all domain events reach one sink. */
  eventSink: EventSink;
  sessions: Sessions;
  knownKeys: KnownKeys;
  organizations: Organizations;
  paymentAccounts: PaymentAccounts;
  events: RecentEvents;
  sales: RecentSales;
  layouts: Layouts;
  venueSeats: VenueSeats;
  maps: SeatMaps;
  seatLists: SeatLists;
  salesCache: SalesCache;
  catalog: Catalog;
  exports: Exports;
  counterShards: CounterShards;
  holdRequests: HoldRequests;
  unpaidSeats: UnpaidSeats;
  /** New people. */
  newcomers: NetworkCounts;
  declines: Declines;
  /** Mails that somebody without a session asked for. */
  askedMails: { toSignIn: MailCounts; ofTickets: MailCounts; ofInvitations: MailCounts };
  proofs: Proofs;
};
