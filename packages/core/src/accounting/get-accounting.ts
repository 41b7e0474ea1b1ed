import { createDates } from "../analytics/periods.rules.ts";
import type { Core } from "../core.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import type { Actor } from "../user/user.ts";
import type { EventAccounting } from "./accounting.ts";
import { readMovements } from "./read-movements.ts";
import { createSums } from "./sum-movements.rules.ts";

/**
 * An event's money for its managers, in all and by the venue's days, as the records are while they are read: gross less refunds is the revenue of
 * its analytics. Reads every booking with its payment, beside sales, and keeps the days alone. Throws EVENT_NOT_FOUND, FORBIDDEN,
 * UNAVAILABLE.
 */
export async function getAccounting(
  core: Core,
  actor: Actor,
  { event_id }: { event_id: EventId },
): Promise<EventAccounting> {
  const { currency, timezone } = await getOwnEvent(core, actor, event_id);
  const sums = createSums(createDates(timezone));
  for await (const movements of readMovements(core.bulkTable, event_id)) movements.forEach(sums.add);
  return { event_id, currency, timezone, ...sums.read() };
}
