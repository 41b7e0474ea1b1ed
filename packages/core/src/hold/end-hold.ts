import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { EventlyError } from "../errors.ts";
import { releaseSeat } from "../seat/seat.table.ts";
import type { Action, Outcome } from "../table/transact.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { hasChanged } from "./get-hold.ts";
import { releaseHolding } from "./hold.table.ts";
import type { Holding, ReleasedBy } from "./hold.ts";
import { toNetworkHold } from "./network-hold.ts";
import { clearSlot } from "./quota.table.ts";

type Ending = { releasedBy?: ReleasedBy; alongside?: Action[] };

/**
 * Releases the seats of a hold that has not expired. If the condition fails (it was extended, is being paid or has ended
 * since it was read) nothing is written, and the next read finds the cause. Throws SUSPENDED, UNAVAILABLE.
 */
export async function endHold(
  core: Core,
  actor: Actor,
  holding: Holding,
  { releasedBy, alongside = [] }: Ending = {},
): Promise<Outcome> {
  const { event_id, holding_id, lines } = holding;
  const actions = [
    ...lines.map(({ seat }) => releaseSeat({ event_id, seat_pos: seat, holding_id })),
    releaseHolding(holding, releasedBy),
    clearSlot(holding),
    ...alongside,
  ];
  return countWritten(core, {
    write: () => transactFor(core.table, accountsOf(actor), actions),
    isWritten: () =>
      hasChanged(core, holding, ({ state, hold_ttl }) => state === "released" && hold_ttl === holding.hold_ttl),
    count() {
      core.maps.note(event_id, lines, "available", null);
      core.unpaidSeats.release(toNetworkHold(holding));
    },
  });
}

/** Why a hold can't be used any more, for its holder. */
export function toEnded(holding: Holding): EventlyError {
  if (holding.state !== "released" || !holding.released_by) return new EventlyError("HOLD_EXPIRED", {});
  const text = "The organizer of the event released these seats. Nothing was charged.";
  return new EventlyError("HOLD_EXPIRED", { released_by: holding.released_by }, text);
}
