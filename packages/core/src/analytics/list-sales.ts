import type { Core } from "../core.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { type Page, pageOf } from "../page-of.ts";
import type { Actor } from "../user/user.ts";
import type { Interval, SalesPeriod } from "./analytics.ts";
import { toPeriods } from "./periods.rules.ts";
import { readSales } from "./read-sales.ts";

type Input = { event_id: EventId; interval: Interval; limit: number; cursor?: string | undefined };

const inTime = {
  position: ({ from }: SalesPeriod) => from,
  compare: (a: string, b: string) => (a < b ? -1 : +(a > b)),
};

/**
 * Bookings and cancellations per hour or day of the venue's time zone, oldest first. Throws EVENT_NOT_FOUND, FORBIDDEN,
 * INVALID_CURSOR.
 */
export async function listSales(core: Core, actor: Actor, input: Input): Promise<Page<SalesPeriod>> {
  const { event_id, interval } = input;
  const event = await getOwnEvent(core, actor, event_id, "viewer");
  const periods = toPeriods(await readSales(core, event), event.timezone, interval);
  return pageOf(core, `analytics.sales ${actor.user_id} ${event_id} ${interval}`, periods, inTime, input);
}
