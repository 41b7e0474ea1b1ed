import { randomUUID } from "node:crypto";
import { createSaleBooks } from "./analytics/sales-cache.ts";
import type { Core } from "./core.ts";
import { createLanes } from "./counts/counter-shards.ts";
import { createAttempts } from "./counts/hold-requests.ts";
import { createRecentEvents } from "./event/recent-events.ts";
import { createCatalogue } from "./search/catalog.ts";
import { createRecentSales } from "./search/recent-sales.ts";
import { createSeatMaps } from "./seat-map/seat-maps.ts";
import { createIds } from "./table/sequences.ts";
import { systemClock } from "./time.ts";
import { createLayouts } from "./venue/layouts.ts";

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
