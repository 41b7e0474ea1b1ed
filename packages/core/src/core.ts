import { randomUUID } from "node:crypto";
import { type Attempts, createAttempts } from "./analytics/attempts.ts";
import { createLanes, type Lanes } from "./analytics/lanes.ts";
import { createSaleBooks, type SaleBooks } from "./analytics/sale-books.ts";
import type { Claim } from "./claim/claim.ts";
import type { Rules } from "./config.ts";
import { type Catalogue, createCatalogue } from "./event/catalogue.ts";
import { createRecentEvents, type RecentEvents } from "./event/recent-events.ts";
import { createRecentSales, type RecentSales } from "./event/recent-sales.ts";
import type { Meter } from "./meter.ts";
import type { PaymentGateway } from "./payment/gateway.ts";
import { createSeatMaps, type SeatMaps } from "./seat/seat-maps.ts";
import { createIds, type Ids } from "./table/counters.ts";
import type { Table } from "./table/table.ts";
import { type Clock, systemClock } from "./time.ts";
import { createLayouts, type Layouts } from "./venue/layouts.ts";

/** Something that went wrong where nobody waits for an answer. */
export type Report = (what: string, details: Record<string, unknown>) => void;

/** What every verb is given: the table, the clock, where ids come from, where money moves, and what this process remembers. */
export type Core = {
  table: Table;
  clock: Clock;
  ids: Ids;
  rules: Rules;
  gateway: PaymentGateway;
  /** Signs cursors. */
  secret: string;
  report: Report;
  /** The table's: who counts is told of everything in one place. */
  meter: Meter;
  /** The lease of the Idempotency-Key that the request at hand carries. */
  claim: Claim | null;
  events: RecentEvents;
  sales: RecentSales;
  layouts: Layouts;
  maps: SeatMaps;
  books: SaleBooks;
  catalogue: Catalogue;
  lanes: Lanes;
  attempts: Attempts;
};

export type CoreParts = Pick<Core, "table" | "rules" | "gateway" | "secret"> &
  Partial<Pick<Core, "clock" | "ids" | "report">>;

/** Puts the parts together; tests replace the table's `send`, the clock and the ids here and nowhere else. */
export function createCore(parts: CoreParts): Core {
  const { table } = parts;
  const clock = parts.clock ?? systemClock;
  const report = parts.report ?? (() => undefined);
  const layouts = createLayouts(table);
  const lanes = createLanes(table, clock, randomUUID().slice(-12));
  return {
    ...parts,
    clock,
    ids: parts.ids ?? createIds(table, clock),
    report,
    meter: table.meter ?? (() => undefined),
    claim: null,
    events: createRecentEvents(table, clock),
    sales: createRecentSales(table, clock),
    layouts,
    maps: createSeatMaps(table, clock, layouts),
    books: createSaleBooks(table, clock),
    catalogue: createCatalogue(table, clock),
    lanes,
    attempts: createAttempts({
      ...{ table, clock, lanes },
      report: (error) => report("holds wait to be counted", { error }),
    }),
  };
}
