import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import type { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import type { BlockedSeat } from "./box-office.ts";
import { getServedEvent } from "./get-served-event.ts";

type Input = { event_id: EventId; limit: number; cursor?: string | undefined };

/**
 * An event's blocked seats in the hall's order, with their reasons. Which they are is known from the live map, so only
 * those are read. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listBlocks(
  core: Core,
  actor: Actor,
  { event_id, limit, cursor }: Input,
): Promise<{ items: BlockedSeat[]; next_cursor: string | null }> {
  const event = await getServedEvent(core, actor, event_id);
  const scope = `blocks ${event_id}`;
  const from = cursor ? Number(openCursor(core.secret, scope, cursor)) : 0;
  const { layout, seats } = await core.maps.get(event);
  const blocked = seats.flatMap(({ seat_state }, i) => (seat_state === "blocked" && i >= from ? [i] : []));
  const page = blocked.slice(0, limit).flatMap((i) => layout.seats[i] ?? []);
  const read = await readItems(
    core.table,
    page.map((seat) => keys.seat(event_id, seat)),
    { attributes: ["sk", "seat_state", "block_reason"] },
  );
  const reasons = new Map(
    read.filter(({ seat_state }) => seat_state === "blocked").map(({ sk, block_reason }) => [sk, String(block_reason)]),
  );
  const next = blocked[limit];
  return {
    items: page.flatMap((seat_pos) => {
      const reason = reasons.get(seat_pos);
      return reason === undefined ? [] : [{ seat_pos, ...layout.labelOf(seat_pos), reason }];
    }),
    next_cursor: next === undefined ? null : sealCursor(core.secret, scope, String(next)),
  };
}
