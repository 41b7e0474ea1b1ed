import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { Holder, HolderList, Holding, RunningHold } from "../hold/hold.ts";
import type { EventId, UserId } from "../ids.ts";
import { limitOf } from "../network/unpaid-seats.ts";
import { toInstant } from "../time.ts";
import { findRoles } from "../user/find-roles.ts";
import type { Actor } from "../user/user.ts";
import { nameConnection } from "./name-connection.ts";
import { listHeld, queryRunningHolds, type Running } from "./query-running-holds.ts";

type Input = { event_id: EventId; limit: number; cursor?: string | undefined };

/**
 * Who holds how much of an event, for its organizer: its running holds by connection, those with most seats first. A page
 * has `limit` holds. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listHolders(core: Core, actor: Actor, { event_id, limit, cursor }: Input): Promise<HolderList> {
  const event = await getOwnEvent(core, actor, event_id, "box_office");
  const scope = `holders ${event_id}`;
  const from = cursor ? Number(openCursor(core.secret, scope, cursor)) : 0;
  const { running, next } = await readPage(core, event, from, limit);
  const roleOf = await findRoles(
    core.table,
    running.map(({ holding }) => holding.user_id),
  );
  const { seats } = await core.maps.get(event);
  const now = core.clock();
  return {
    items: groupHolds(
      event_id,
      running.map(({ holding }) => holding),
      (user_id) => (roleOf(user_id) === "guest" ? "guest" : "account"),
    ),
    next_cursor: next === null ? null : sealCursor(core.secret, scope, String(next)),
    seats_held: listHeld(seats, now).length,
    seat_count: event.seat_count,
    seats_per_connection: limitOf(core.rules, event),
    server_now: toInstant(now),
  };
}

/** `next` is where the following page begins; null if there is none. */
async function readPage(
  core: Core,
  event: StoredEvent,
  from: number,
  limit: number,
): Promise<{ running: Running[]; next: number | null }> {
  const running: Running[] = [];
  for await (const found of queryRunningHolds(core, event, from)) {
    if (running.length === limit) return { running, next: found.first };
    running.push(found);
  }
  return { running, next: null };
}

function groupHolds(
  event_id: EventId,
  holdings: readonly Holding[],
  buyerOf: (user_id: UserId) => RunningHold["buyer"],
): Holder[] {
  const groups = new Map<string | null, Holding[]>();
  for (const holding of holdings) {
    const near = holding.network?.near ?? null;
    groups.set(near, [...(groups.get(near) ?? []), holding]);
  }
  const holders = [...groups.values()].map((own) => ({
    ...(own[0]?.network ? nameConnection(event_id, own[0].network) : { connection: null, wider: null }),
    seats: own.reduce((sum, { lines }) => sum + lines.length, 0),
    holds: own.toSorted((a, b) => a.placed_at - b.placed_at).map((holding) => view(holding, buyerOf(holding.user_id))),
  }));
  return holders.sort((a, b) => b.seats - a.seats);
}

function view({ holding_id, lines, placed_at, hold_ttl, state }: Holding, buyer: RunningHold["buyer"]): RunningHold {
  return {
    ...{ holding_id, seats: lines.length, buyer, is_paying: state === "paying" },
    ...{ placed_at: toInstant(placed_at), expires_at: toInstant(hold_ttl) },
  };
}
