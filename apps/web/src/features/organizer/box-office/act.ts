import type { ServedBooking } from "@evently/core/box-office";
import { mostBlocked } from "@evently/core/box-office/limits.rules";
import type { EventId, SeatId } from "@evently/core/ids";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import type { trpc } from "~/trpc/client";
import { idempotencyKey, withIdempotencyKey } from "~/trpc/idempotency-key";
import { leftOf } from "../refunds/read-refund";
import { type OfficeSeat, totalOf } from "./office-seats";

type Client = ReturnType<typeof trpc.useUtils>["client"];

type Holder = { name: string; email?: string };

/** A booking that seats are moved of, from where to where, in the hall's order. */
type Move = { booking: ServedBooking; from: readonly string[]; to: readonly OfficeSeat[] };

/** What the box office is about to do. */
export type Act =
  | { kind: "block"; seats: readonly OfficeSeat[] }
  | { kind: "release"; seats: readonly OfficeSeat[] }
  | { kind: "cash" | "comp"; seats: readonly OfficeSeat[] }
  | ({ kind: "move" } & Move)
  | { kind: "give back"; booking: ServedBooking; seats: readonly OfficeSeat[] }
  | { kind: "cancel"; booking: ServedBooking };

/** What somebody says beside it. */
export type Details = { reason: string; holder: Holder | null };

const idsOf = (seats: readonly OfficeSeat[]) => seats.map(({ seat_pos }) => seat_pos as SeatId);

/** As many as one request takes. */
function* chunks<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}

/**
 * Does it. Sent again with the same `draft_id`, nothing is done twice; more seats than one request blocks or releases are
 * several, each whole. Returns the booking that was made or changed.
 */
export async function runAct(
  client: Client,
  event_id: EventId,
  { act, details, draft_id }: { act: Act; details: Details; draft_id: string },
): Promise<{ booking_id: string } | null> {
  const once = (input: object) => withIdempotencyKey(idempotencyKey(draft_id, input));
  switch (act.kind) {
    case "block":
      for (const seats of chunks(idsOf(act.seats), mostBlocked)) {
        const input = { event_id, seats, reason: details.reason };
        await client.boxOffice.block.mutate(input, once(input));
      }
      return null;
    case "release":
      for (const seats of chunks(idsOf(act.seats), mostBlocked)) {
        // Of a block that is undone: a seat that was released and blocked for something else since stays so.
        const input = { event_id, seats, ...(details.reason === "" ? {} : { reason: details.reason }) };
        await client.boxOffice.release.mutate(input, once(input));
      }
      return null;
    case "cash":
    case "comp": {
      const holder = details.holder ? { holder: details.holder } : {};
      const shown = act.kind === "cash" ? { total: totalOf(act.seats) } : {};
      const from_blocks = idsOf(act.seats.filter(({ state }) => state === "blocked"));
      const input = { event_id, seats: idsOf(act.seats), from_blocks, payment: act.kind, ...shown, ...holder };
      return client.boxOffice.sell.mutate(input, once(input));
    }
    case "move": {
      const seats = act.from.flatMap((from, i) => {
        const to = act.to[i]?.seat_pos;
        return to === undefined || to === from ? [] : [{ from: from as SeatId, to: to as SeatId }];
      });
      const input = { booking_id: act.booking.booking_id, seats };
      return client.boxOffice.move.mutate(input, once(input));
    }
    case "give back": {
      const input = { booking_id: act.booking.booking_id, seats: idsOf(act.seats) };
      return client.booking.cancel.mutate(input, once(input));
    }
    case "cancel": {
      const { booking } = act;
      const input = { booking_id: booking.booking_id, refund: isReserved(booking) ? 0 : leftOf(booking) };
      return client.booking.cancel.mutate(input, once(input));
    }
  }
}

/** What takes it back; null where that is not safe: whoever bought, or was moved, has been told. */
export function undoOf(act: Act, { reason }: Details): { act: Act; details: Details } | null {
  if (act.kind === "block") return { act: { kind: "release", seats: act.seats }, details: { reason, holder: null } };
  if (act.kind !== "release") return null;
  const reasons = new Set(act.seats.map((seat) => seat.reason));
  const [before = null] = reasons;
  const wasFor = before ?? reason;
  if (reasons.size > 1 || !wasFor) return null;
  return { act: { kind: "block", seats: act.seats }, details: { reason: wasFor, holder: null } };
}

export const nothingSaid: Details = { reason: "", holder: null };
