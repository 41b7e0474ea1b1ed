import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import { checkTakesPlace } from "../event/event.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { putJournal } from "../journal/journal.table.ts";
import { listInParts } from "../journal/list-in-parts.ts";
import { blockSeat } from "../seat/box-office-seat.table.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import type { Blocked, BlockSeats } from "./box-office.ts";
import { getServedEvent, requireTakesPlace } from "./get-served-event.ts";
import { refuseTaken, requireSeats } from "./refuse-taken.ts";

/**
 * Keeps free seats for the house, all or none, until somebody releases them; no hold's end does. Throws EVENT_NOT_FOUND,
 * FORBIDDEN, EVENT_STATUS_CONFLICT, SEAT_NOT_FOUND, SEATS_UNAVAILABLE with those that are held, booked or blocked.
 */
export async function blockSeats(
  core: Core,
  actor: Actor,
  { event_id, seats, reason }: BlockSeats,
  lease: IdempotencyLease | null = null,
): Promise<Blocked> {
  const event = await getServedEvent(core, actor, event_id);
  requireTakesPlace(event);
  requireSeats(await core.layouts.get(event.layout_id), seats);
  const [block_id, now] = [randomUUID(), core.clock()];
  const output = { blocked: seats.length };
  const changes = listInParts("seats", { before: [], after: seats });
  const actions = [
    ...seats.map((seat_pos) => blockSeat({ event_id, seat_pos, reason, block_id, now })),
    checkTakesPlace(event_id),
    putJournal({ subject: event_id, at: now, actor, action: "seats.blocked", changes }),
  ];
  const [first = ""] = seats;
  const isWritten = async () =>
    (await readItem(core.table, keys.seat(event_id, first as (typeof seats)[number])))?.block_id === block_id;
  const outcome = await countWritten(core, {
    isWritten,
    write: () =>
      core.counterShards.acquire(event_id, (shard) => {
        const counted = [...actions, addToShard(shard, { seats_blocked: seats.length }, now)];
        return transactFor(core.table, sellersOf(actor, event), counted, { lease, response: { output } });
      }),
    count: () =>
      core.maps.note(
        event_id,
        seats.map((seat) => ({ seat })),
        "blocked",
        null,
      ),
  });
  if (outcome.done || (outcome.ambiguous && (await isWritten()))) return output;
  const met = outcome.failedConditions.filter(({ index }) => index < seats.length);
  const taken = met.flatMap(({ index }) => seats[index] ?? []);
  if (taken.length > 0)
    return refuseTaken(core, event_id, { seats: taken, met }, "These seats are held, sold or blocked already.");
  requireTakesPlace(await getServedEvent(core, actor, event_id));
  throw new EventlyError("UNAVAILABLE", {});
}
