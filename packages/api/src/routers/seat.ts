import { EventStatus } from "@evently/core/event";
import { EventId } from "@evently/core/ids";
import { PublicSeat, SeatMap, SeatState } from "@evently/core/seat";
import { getSeatMap, listSeats } from "@evently/core/seat-map/get-seat-map";
import type { SeatList } from "@evently/core/seat-map/seat-lists";
import { optionalLine } from "@evently/core/text";
import * as z from "zod/mini";
import { publicProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";

const ById = z.strictObject({ event_id: EventId });
const ListSeats = z.strictObject({
  event_id: EventId,
  seat_type: z.optional(optionalLine(40)),
  seat_state: z.optional(SeatState),
});

export const seatRouter = router({
  map: publicProcedure
    .meta({ access: "anyone", scope: null })
    .input(ById)
    .output(z.object({ ...SeatMap.shape, status: EventStatus, revision: z.int() }))
    .query(async ({ ctx, input }) => getSeatMap(ctx.core, await ctx.findActor(), input)),

  /** All seats of the event in one response. */
  list: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      rest: {
        method: "GET",
        path: "/events/{event_id}/seats",
        summary: "Every seat of an event, up to a second old; never who holds or booked it",
        returns: listOf(PublicSeat),
        cacheSeconds: 1,
        errors: ["EVENT_NOT_FOUND"],
      },
    })
    .input(ListSeats)
    .query(async ({ ctx, input }): Promise<SeatList> => listSeats(ctx.core, await ctx.findActor(), input)),
});
