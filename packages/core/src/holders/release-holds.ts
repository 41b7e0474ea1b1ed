import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { endHold } from "../hold/end-hold.ts";
import { findHolding } from "../hold/get-hold.ts";
import type { Holding, ReleasedHolds, ReleaseHolds } from "../hold/hold.ts";
import type { HoldingId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import type { Action } from "../table/transact.ts";
import type { Actor } from "../user/user.ts";
import { nameConnection } from "./name-connection.ts";
import { isRunning, queryRunningHolds } from "./query-running-holds.ts";

/** Holds that one request releases. */
const mostHolds = 200;

/** How often a hold is read again after somebody changed it between our read and our write. */
const maxAttempts = 3;

/**
 * Ends one hold, or all of a connection or of a wider network, for the event's organizer. The condition of the write decides: a hold that is at
 * payment stays, and one that was released can't be paid for. Each is recorded in the event's journal. Repeated for one
 * hold it gives the same answer. Throws
 * EVENT_NOT_FOUND, FORBIDDEN; of one hold HOLDING_NOT_FOUND, PAYMENT_IN_PROGRESS, and HOLD_EXPIRED if it was booked.
 */
export async function releaseHolds(
  core: Core,
  actor: Actor,
  { event_id, holding_id, connection }: ReleaseHolds,
): Promise<ReleasedHolds> {
  const event = await getOwnEvent(core, actor, event_id, "box_office");
  if (holding_id) return releaseOne(core, actor, event, holding_id);
  const sum = { released: 0, seats: 0, paying: 0, left: 0 };
  for await (const { holding } of queryRunningHolds(core, event)) {
    if (!holding.network) continue;
    const named = nameConnection(event_id, holding.network);
    if (named.connection !== connection && named.wider !== connection) continue;
    if (sum.released === mostHolds) {
      sum.left++;
      continue;
    }
    const ended = await end(core, actor, holding);
    if (ended === "paying") sum.paying++;
    if (ended !== "released") continue;
    sum.released++;
    sum.seats += holding.lines.length;
  }
  return sum;
}

async function releaseOne(
  core: Core,
  actor: Actor,
  { event_id }: StoredEvent,
  holding_id: HoldingId,
): Promise<ReleasedHolds> {
  const holding = await findHolding(core, holding_id);
  if (holding?.event_id !== event_id) throw new EventlyError("HOLDING_NOT_FOUND", {});
  const ended = await end(core, actor, holding);
  if (ended === "paying") throw new EventlyError("PAYMENT_IN_PROGRESS", {});
  if (ended === "confirmed") throw new EventlyError("HOLD_EXPIRED", {}, "This hold became a booking.");
  const isReleased = ended === "released";
  return { released: isReleased ? 1 : 0, seats: isReleased ? holding.lines.length : 0, paying: 0, left: 0 };
}

/** `released` also if an organizer released it before, `over` if it ended otherwise. Throws UNAVAILABLE. */
async function end(core: Core, actor: Actor, read: Holding): Promise<"released" | "paying" | "confirmed" | "over"> {
  let holding: Holding | null = read;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    if (!holding) return "over";
    if (holding.state === "paying" || holding.state === "confirmed") return holding.state;
    if (holding.state === "released") return holding.released_by ? "released" : "over";
    if (!isRunning(holding, core.clock())) return "over";
    const alongside = [journal(holding, actor, core.clock())];
    const outcome = await endHold(core, actor, holding, { releasedBy: "organizer", alongside });
    if (outcome.done) return "released";
    holding = await findHolding(core, holding.holding_id);
  }
  throw new EventlyError("UNAVAILABLE", {});
}

function journal({ event_id, holding_id, lines }: Holding, actor: Actor, at: number): Action {
  const changes = {
    [holding_id]: { before: "active", after: "released" },
    seats: { before: lines.length, after: 0 },
  };
  return putJournal({ subject: event_id, at, actor, action: "hold.released", changes, part: holding_id });
}
