import { randomUUID } from "node:crypto";
import { createSalesCache } from "./analytics/sales-cache.ts";
import { heapShare } from "./caching/heap-share.ts";
import { usualCatalogMb } from "./catalog/bound-catalog.ts";
import { createCatalog } from "./catalog/create-catalog.ts";
import { createBackground } from "./concurrency/background.ts";
import { limitConcurrency } from "./concurrency/limit-concurrency.ts";
import type { Core } from "./core.ts";
import { createCounterShards } from "./counts/counter-shards.ts";
import { createHoldRequests } from "./counts/hold-requests.ts";
import { createKnownKeys } from "./door-key/known-keys.ts";
import { createRecentEvents } from "./event/recent-events.ts";
import { createLayouts } from "./layout/layouts.ts";
import { createVenueSeats } from "./layout/venue-seats.ts";
import { createDeclines } from "./network/declines.ts";
import { createNetworkCounts } from "./network/network-counts.ts";
import { createProofs } from "./network/proofs.ts";
import { createUnpaidSeats } from "./network/unpaid-seats.ts";
import { createOrganizations } from "./organization/organizations.ts";
import { createPaymentAccounts } from "./payment/payment-accounts.ts";
import { createWakes } from "./payment/wakes.ts";
import { createRecentSales } from "./search/recent-sales.ts";
import { createSeatLists } from "./seat-map/seat-lists.ts";
import { createSeatMaps } from "./seat-map/seat-maps.ts";
import { createMailCounts } from "./sign-in/mail-limits.ts";
import { splitTable } from "./table/as-bulk.ts";
import { createExports } from "./table/exports.ts";
import { createIds } from "./table/sequences.ts";
import { type NamedKey, openTicketKeys } from "./ticket-code/ticket-keys.ts";
import { systemClock } from "./time.ts";
import { mostCreations } from "./user/creation.table.ts";
import { createSessions } from "./user/sessions.ts";

export type CoreParts = Pick<Core, "table" | "rules" | "gateway" | "secret"> &
  Partial<Pick<Core, "paymentEvents" | "sellerAccounts" | "linkKeys" | "clock" | "ids" | "mailer" | "reportError">> & {
    ticketKeys?: readonly NamedKey[];
    catalogBudgetMb?: number;
  };

export function createCore({ catalogBudgetMb = usualCatalogMb, ...parts }: CoreParts): Core {
  const { table, bulkTable } = splitTable(parts.table);
  const clock = parts.clock ?? systemClock;
  const reportError = parts.reportError ?? (() => undefined);
  const layouts = createLayouts(table);
  const background = createBackground((error) => reportError("work in the background failed", { error }));
  const process = randomUUID().slice(-12);
  const counterShards = createCounterShards(table, clock, process);
  const unpaidSeats = createUnpaidSeats({ table, clock, rules: parts.rules, process, background });
  return {
    ...parts,
    linkKeys: parts.linkKeys ?? [],
    ticketKeys: openTicketKeys(parts.ticketKeys ?? []),
    ...{ table, bulkTable },
    inCreation: limitConcurrency(mostCreations),
    ...{ clock, mailer: parts.mailer ?? null, sellerAccounts: parts.sellerAccounts ?? null },
    ...{ paymentEvents: parts.paymentEvents ?? null, wakes: createWakes() },
    ids: parts.ids ?? createIds(table),
    reportError,
    background,
    eventSink: table.eventSink ?? (() => undefined),
    sessions: createSessions(table, clock),
    knownKeys: createKnownKeys(),
    organizations: createOrganizations(table, clock),
    paymentAccounts: createPaymentAccounts(table, clock),
    events: createRecentEvents(table, clock),
    sales: createRecentSales(table, clock),
    layouts,
    venueSeats: createVenueSeats(table),
    maps: createSeatMaps(table, clock, layouts),
    seatLists: createSeatLists(clock),
    salesCache: createSalesCache(table, clock),
    catalog: createCatalog(table, clock, { budget: heapShare(catalogBudgetMb, 0.5), report: reportError }),
    exports: createExports(table, clock),
    counterShards,
    unpaidSeats,
    newcomers: createNetworkCounts(clock, { most: parts.rules.GUESTS_PER_NETWORK, seconds: 600 }),
    declines: createDeclines(clock, unpaidSeats),
    askedMails: {
      toSignIn: createMailCounts(clock),
      ofTickets: createMailCounts(clock),
      ofInvitations: createMailCounts(clock),
    },
    proofs: createProofs(clock, parts.secret),
    holdRequests: createHoldRequests({
      ...{ table, clock, shards: counterShards },
      report: (error) => reportError("holds wait to be counted", { error }),
    }),
  };
}
