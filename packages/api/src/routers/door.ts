import { CheckInId, GateName } from "@evently/core/admission";
import { Admitted, CheckInList, CheckInTickets, DoorSheet, ExpectedTicket, ScanResults } from "@evently/core/door";
import { checkInTicket, mergeScans } from "@evently/core/door/check-in-tickets";
import { idOf } from "@evently/core/door/doorkeeper";
import { listCheckIns } from "@evently/core/door/list-check-ins";
import { listDoor, readDoor } from "@evently/core/door/read-door";
import { undoCheckIn } from "@evently/core/door/undo-check-in";
import { Flag, isSet } from "@evently/core/flag";
import { EventId } from "@evently/core/ids";
import * as z from "zod/mini";
import { doorProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";
import { page } from "./page.ts";

const ById = z.strictObject({ event_id: EventId });

const errors = ["EVENT_NOT_FOUND", "FORBIDDEN"] as const;

/** What whoever stands at an event's door does. */
export const doorRouter = router({
  checkIn: doorProcedure
    .meta({
      access: "door of event",
      scope: "bookings:write",
      body: "seats",
      namesPeople: true,
      rest: {
        method: "POST",
        path: "/events/{event_id}/check-ins",
        summary: "Lets somebody in with a ticket, or by hand; or merges the scans of a device that had no network",
        errors: [
          ...errors,
          "SEAT_NOT_FOUND",
          "TICKET_ALREADY_ADMITTED",
          "TICKET_CANCELLED",
          "TICKET_NOT_PAID",
          "TICKET_FORGED",
          "TICKET_SUPERSEDED",
          "TICKET_WRONG_EVENT",
        ],
      },
    })
    .input(CheckInTickets)
    .output(z.union([Admitted, ScanResults]))
    .mutation(async ({ ctx, input: { scans, ...scan } }) => {
      if (!scans) return checkInTicket(ctx.core, ctx.keeper, scan, ctx.lease);
      ctx.chargeScans(idOf(ctx.keeper), scans.length);
      return { items: await mergeScans(ctx.core, ctx.keeper, { event_id: scan.event_id, scans }, ctx.lease) };
    }),

  list: doorProcedure
    .meta({
      access: "door of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/check-ins",
        summary: "Who is in: by seat, with counts by gate; or only what went wrong",
        errors: [...errors, "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ event_id: EventId, gate: z.optional(GateName), conflicts: z.optional(Flag), ...page }))
    .output(CheckInList)
    .query(({ ctx, input }) => listCheckIns(ctx.core, ctx.keeper, { ...input, conflicts: isSet(input.conflicts) })),

  undo: doorProcedure
    .meta({
      access: "door of event",
      scope: "bookings:write",
      rest: {
        method: "DELETE",
        path: "/events/{event_id}/check-ins/{check_in_id}",
        summary: "Takes a check-in back; the journal keeps it",
        status: 204,
        errors: [...errors, "CHECK_IN_NOT_FOUND"],
      },
    })
    .input(z.strictObject({ event_id: EventId, check_in_id: CheckInId }))
    .mutation(({ ctx, input }) => undoCheckIn(ctx.core, ctx.keeper, input)),

  sheet: doorProcedure
    .meta({
      access: "door of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/door",
        summary: "What a device needs to let people in without a network: whom to expect, without codes",
        errors,
      },
    })
    .input(ById)
    .output(DoorSheet)
    .query(({ ctx, input }) => readDoor(ctx.core, ctx.keeper, input)),

  printed: doorProcedure
    .meta({
      access: "door of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/door-list",
        summary: "Whom the door expects, by name or by seat, to be printed",
        errors,
      },
    })
    .input(z.strictObject({ event_id: EventId, sort: z._default(z.enum(["name", "seat"]), "name") }))
    .output(listOf(ExpectedTicket))
    .query(async ({ ctx, input }) => ({ items: await listDoor(ctx.core, ctx.keeper, input), next_cursor: null })),
});
