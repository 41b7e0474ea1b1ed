import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard } from "../counts/counts.table.ts";
import { putJournal } from "../journal/journal.table.ts";
import { unblockSeat } from "../seat/box-office-seat.table.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import type { Blocked, ReleaseBlocks } from "./box-office.ts";
import { getServedEvent } from "./get-served-event.ts";
import { refuseTaken, requireSeats } from "./refuse-taken.ts";

/**
 * Gives blocked seats back to the sale, all or none. Throws EVENT_NOT_FOUND, FORBIDDEN, SEAT_NOT_FOUND, and
 * SEATS_UNAVAILABLE with those that are not blocked.
 */
export async function releaseBlocks(core: Core, actor: Actor, { event_id, seats }: ReleaseBlocks): Promise<Blocked> {
  const event = await getServedEvent(core, actor, event_id);
  requireSeats(await core.layouts.get(event.layout_id), seats);
  const now = core.clock();
  const changes = { seats: { before: seats, after: null } };
  const actions = [
    ...seats.map((seat_pos) => unblockSeat({ event_id, seat_pos })),
    putJournal({ subject: event_id, at: now, actor, action: "seats.unblocked", changes }),
  ];
  /** After a lost answer, whoever released them. */
  const isWritten = async () => {
    const items = await readItems(
      core.table,
      seats.map((seat) => keys.seat(event_id, seat)),
    );
    return items.every(({ seat_state }) => seat_state !== "blocked");
  };
  const outcome = await countWritten(core, {
    isWritten,
    write: () =>
      core.counterShards.acquire(event_id, (shard) => {
        const counted = [...actions, addToShard(shard, { seats_blocked: -seats.length }, now)];
        return transactFor(core.table, accountsOf(actor), counted);
      }),
    count: () =>
      core.maps.note(
        event_id,
        seats.map((seat) => ({ seat })),
        "available",
        null,
      ),
  });
  if (outcome.done || (outcome.ambiguous && (await isWritten()))) return { blocked: seats.length };
  const met = outcome.failedConditions;
  const taken = met.flatMap(({ index }) => seats[index] ?? []);
  return refuseTaken(core, event_id, { seats: taken, met }, "These seats are not blocked.");
}
