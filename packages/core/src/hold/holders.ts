import * as z from "zod/mini";
import { EventId, HoldingId } from "../ids.ts";
import { Instant } from "../time.ts";

/** A hold that runs, as its event's organizer sees it: of its buyer only whether they have an account. */
export const RunningHold = z.object({
  holding_id: HoldingId,
  seats: z.int(),
  placed_at: Instant,
  expires_at: Instant,
  buyer: z.enum(["guest", "account"]),
  is_paying: z.boolean(),
});
export type RunningHold = z.infer<typeof RunningHold>;

/** Ten hexadecimal digits that stand for one network at one event; never an address. */
export const Connection = z.string().check(z.regex(/^[0-9a-f]{10}$/, "a connection such as 3f9a01c27b"));

/** What one connection holds, longest first; null for holds whose connection was not kept. */
export const Holder = z.object({
  connection: z.nullable(Connection),
  seats: z.int(),
  holds: z.array(RunningHold),
});
export type Holder = z.infer<typeof Holder>;

/** A page of at most `limit` holds. A connection that goes on at the next page appears there once more. */
export const HolderList = z.object({
  items: z.array(Holder),
  next_cursor: z.nullable(z.string()),
  /** Of the whole event. */
  seats_held: z.int(),
  seat_count: z.int(),
  /** Unpaid seats that a connection which has paid nothing may have. */
  seats_per_connection: z.int(),
  server_now: Instant,
});
export type HolderList = z.infer<typeof HolderList>;

/** Exactly one of the two: one hold, or all of a connection. */
export const ReleaseHolds = z
  .strictObject({
    event_id: EventId,
    holding_id: z.optional(HoldingId),
    connection: z.optional(Connection),
  })
  .check(
    z.refine(({ holding_id, connection }) => (holding_id === undefined) !== (connection === undefined), {
      error: "either a hold or a connection",
      path: ["holding_id"],
    }),
  );
export type ReleaseHolds = z.infer<typeof ReleaseHolds>;

/** What a release did. Holds at payment are not released; `left` were too many for one request. */
export const ReleasedHolds = z.object({ released: z.int(), seats: z.int(), paying: z.int(), left: z.int() });
export type ReleasedHolds = z.infer<typeof ReleasedHolds>;
