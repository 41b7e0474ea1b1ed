import { createHash } from "node:crypto";
import type { Core } from "@evently/core/core";
import { EventlyError, isFailure } from "@evently/core/errors";
import type { Event } from "@evently/core/event";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import type { EventId, SeatId } from "@evently/core/ids";
import type { Layout } from "@evently/core/layout";
import { isFree } from "@evently/core/seat/seat.rules";
import { startGuest } from "@evently/core/user/create-user";

/** How many parties buy at the same time, so that visitors of the site are served between them. */
const atOnce = 4;
const sizes = [2, 2, 3, 1, 2, 4, 2, 2, 1, 5, 2];

/**
 * Sells this share of an event's seats to guests, as they would buy: a hold and a payment each. Which seats follows
 * from the event alone, so a call after an interruption, or a concurrent one, sells the rest of the same. Ends
 * early where the sale is closed. Throws SEATS_UNAVAILABLE while someone else holds some of them.
 */
export async function sellSeats(
  core: Core,
  event: Pick<Event, "event_id" | "layout_id" | "price_revision">,
  share: number,
  signal?: AbortSignal,
): Promise<void> {
  const { event_id } = event;
  const { layout, seats, indexOf } = await core.layouts.get(event.layout_id);
  const parties = chooseBuyers(event_id, splitRows(layout, seats), Math.floor(layout.seat_count * share));
  const read = async () => {
    const { seats: live } = await core.maps.get(event);
    return parties.map((party) => ({ party, states: party.map((seat) => live[indexOf.get(seat) ?? -1]) }));
  };
  const now = core.clock();
  const open = (await read())
    .map(({ party, states }) => party.filter((_, i) => states[i] && isFree(states[i], now)))
    .filter((party) => party.length > 0);
  for (let i = 0; i < open.length && !signal?.aborted; i += atOnce) {
    const bought = await Promise.all(open.slice(i, i + atOnce).map((party) => buy(core, event_id, party)));
    if (bought.includes("closed")) return;
  }
  const missing = (await read()).flatMap(({ party, states }) =>
    party.filter((_, i) => states[i]?.seat_state !== "booked"),
  );
  if (missing.length > 0) throw new EventlyError("SEATS_UNAVAILABLE", { seats: missing, alternatives: [] });
}

/** Each row as parties sit in it. */
function splitRows({ rows }: Layout, seats: SeatId[]): SeatId[][] {
  const parties: SeatId[][] = [];
  let start = 0;
  for (const { nums } of rows) {
    const end = start + nums.length;
    while (start < end) {
      const size = sizes[parties.length % sizes.length] ?? 1;
      parties.push(seats.slice(start, Math.min(end, start + size)));
      start = Math.min(end, start + size);
    }
  }
  return parties;
}

/** Parties from all over the hall, in an order of the event's own, until `sold` seats are theirs. */
function chooseBuyers(event_id: EventId, parties: SeatId[][], sold: number): SeatId[][] {
  const rank = (party: SeatId[]) => createHash("sha256").update(`${event_id} ${party[0]}`).digest("hex");
  const ranked = parties.map((party) => ({ party, rank: rank(party) })).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  let remaining = sold;
  return ranked.flatMap(({ party }) => {
    const taken = party.slice(0, Math.max(0, remaining));
    remaining -= taken.length;
    return taken.length > 0 ? [taken] : [];
  });
}

async function buy(core: Core, event_id: EventId, seats: SeatId[]): Promise<"bought" | "taken" | "closed"> {
  const { user } = await startGuest(core, {});
  try {
    const { holding_id, total } = await placeHold(core, user, { event_id, seats });
    await confirmHold(core, user, { holding_id, ...(total > 0 && { payment: { token: "tok_visa" } }) });
    return "bought";
  } catch (error) {
    if (isFailure(error, "SALE_CLOSED")) return "closed";
    if (isFailure(error, "SEATS_UNAVAILABLE")) return "taken";
    throw error;
  }
}
