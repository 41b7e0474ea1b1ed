import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { EventId, SeatId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { listInParts } from "../journal/list-in-parts.ts";
import { unblockSeat } from "../seat/box-office-seat.table.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import type { Blocked, ReleaseBlocks } from "./box-office.ts";
import { getServedEvent } from "./get-served-event.ts";
import { refuseTaken, requireSeats } from "./refuse-taken.ts";

/**
 * Gives blocked seats back to the sale, all or none. Throws EVENT_NOT_FOUND, FORBIDDEN, SEAT_NOT_FOUND, and
 * SEATS_UNAVAILABLE with those that are not blocked, or not for the reason that was stated. What they were blocked for goes with
 * the block: people write names there.
 */
export async function releaseBlocks(
  core: Core,
  actor: Actor,
  { event_id, seats, reason }: ReleaseBlocks,
  lease: IdempotencyLease | null = null,
): Promise<Blocked> {
  const event = await getServedEvent(core, actor, event_id);
  requireSeats(await core.layouts.get(event.layout_id), seats);
  const now = core.clock();
  const output = { blocked: seats.length };
  const changes = listInParts("seats", { before: seats, after: [] });
  const actions = [
    ...seats.map((seat_pos) => unblockSeat({ event_id, seat_pos, reason })),
    putJournal({ subject: event_id, at: now, actor, action: "seats.unblocked", changes }),
  ];
  /** After a lost answer, whoever released them. */
  const isWritten = async () => !(await readStored(core, event_id, seats)).some(isBlocked);
  const outcome = await countWritten(core, {
    isWritten,
    write: () =>
      core.counterShards.acquire(event_id, (shard) => {
        const counted = [...actions, addToShard(shard, { seats_blocked: -seats.length }, now)];
        return transactFor(core.table, sellersOf(actor, event), counted, { lease, response: { output } });
      }),
    count: () =>
      core.maps.note(
        event_id,
        seats.map((seat) => ({ seat })),
        "available",
        null,
      ),
  });
  if (outcome.done || (outcome.ambiguous && (await isWritten()))) return output;
  const met = outcome.failedConditions;
  const taken = met.flatMap(({ index }) => seats[index] ?? []);
  if (taken.length === 0) throw new EventlyError("UNAVAILABLE", {});
  return refuseTaken(core, event_id, { seats: taken, met }, "These seats are not blocked, or for another reason.");
}

const readStored = (core: Core, event_id: EventId, seats: readonly SeatId[]): Promise<Item[]> =>
  readItems(
    core.table,
    seats.map((seat) => keys.seat(event_id, seat)),
    { attributes: ["seat_state"] },
  );

const isBlocked = ({ seat_state }: Item): boolean => seat_state === "blocked";
