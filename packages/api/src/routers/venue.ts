import { countVenueEvents } from "@evently/core/event/count-venue-events";
import { changeVenue } from "@evently/core/event-change/change-venue";
import { changeVenueSeats } from "@evently/core/event-change/change-venue-seats";
import { LayoutId, OrganizationId, VenueId } from "@evently/core/ids";
import { JournalEntry } from "@evently/core/journal";
import { addVenueSeats } from "@evently/core/layout/add-venue-seats";
import { getVenueLayout, getVenueSeats } from "@evently/core/layout/get-venue-seats";
import type { VenueSeatList } from "@evently/core/layout/venue-seats";
import { isMine, Mine, refuseWithMine, refuseWithoutMine } from "@evently/core/mine";
import { optionalLine } from "@evently/core/text";
import {
  AddedSeats,
  AddVenueSeats,
  ChangeVenue,
  ChangeVenueSeats,
  CreateVenue,
  Venue,
  VenueRevision,
  VenueSeat,
} from "@evently/core/venue";
import { createVenue } from "@evently/core/venue/create-venue";
import { exportSeats } from "@evently/core/venue/export-seats";
import { getVenue } from "@evently/core/venue/get-venue";
import { listOwnVenues } from "@evently/core/venue/list-own-venues";
import { listVenueJournal } from "@evently/core/venue/list-venue-journal";
import { listVenues } from "@evently/core/venue/list-venues";
import * as z from "zod/mini";
import { requireSignIn } from "../middleware/require-sign-in.ts";
import { actorProcedure, organizerProcedure, publicProcedure, router } from "../trpc.ts";
import { answerFile } from "./answer-file.ts";
import { listOf } from "./list-of.ts";
import { page } from "./page.ts";

const ById = z.strictObject({ venue_id: VenueId });
const VenuePage = z.object({ ...listOf(Venue).shape, total: z.int() });
const ListVenues = z
  .strictObject({
    city: z.optional(optionalLine(80)),
    mine: z.optional(Mine),
    organization_id: z.optional(OrganizationId),
    ...page,
  })
  .check(refuseWithMine(["city"]), refuseWithoutMine(["organization_id"]));
const LayoutById = z.strictObject({
  layout_id: LayoutId,
});

export const venueRouter = router({
  create: organizerProcedure
    .meta({
      access: "manager anywhere",
      scope: "events:write",
      body: "venue",
      rest: {
        method: "POST",
        path: "/venue",
        summary: "Creates a venue, without seats yet",
        status: 201,
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND", "QUOTA_EXCEEDED"],
      },
    })
    .input(CreateVenue)
    .output(Venue)
    .mutation(({ ctx, input }) => createVenue(ctx.core, ctx.actor, input, ctx.lease)),

  list: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      rest: {
        method: "GET",
        path: "/venue",
        summary: "All venues, by name; with mine=true the caller's own, newest first",
        cacheSeconds: 5,
        ownBy: "mine",
        errors: ["SIGN_IN_REQUIRED", "FORBIDDEN", "INVALID_CURSOR"],
      },
    })
    .input(ListVenues)
    .output(VenuePage)
    .query(async ({ ctx, input: { mine, ...input } }) =>
      isMine(mine) ? listOwnVenues(ctx.core, await requireSignIn(ctx), input) : listVenues(ctx.core, input),
    ),

  get: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      rest: {
        method: "GET",
        path: "/venue/{venue_id}",
        summary: "A venue",
        cacheSeconds: 5,
        errors: ["VENUE_NOT_FOUND"],
      },
    })
    .input(ById)
    .output(Venue)
    .query(({ ctx, input }) => getVenue(ctx.core, input)),

  /** The caller's own, newest first. */
  listOwn: actorProcedure
    .meta({ access: "member anywhere", scope: "events:read" })
    .input(z.strictObject({ organization_id: z.optional(OrganizationId), ...page }))
    .output(VenuePage)
    .query(({ ctx, input }) => listOwnVenues(ctx.core, ctx.actor, input)),

  addSeats: organizerProcedure
    .meta({
      access: "manager of venue",
      scope: "events:write",
      body: "seats",
      rest: {
        method: "POST",
        path: "/venue/{venue_id}/seats",
        summary: "Adds seats to a venue, all or nothing",
        status: 201,
        errors: ["FORBIDDEN", "VENUE_NOT_FOUND", "DUPLICATE_SEATS", "LABEL_TAKEN", "VENUE_BUSY", "QUOTA_EXCEEDED"],
      },
    })
    .input(AddVenueSeats)
    .output(AddedSeats)
    .mutation(({ ctx, input }) => addVenueSeats(ctx.core, ctx.actor, input, ctx.lease)),

  change: organizerProcedure
    .meta({
      access: "manager of venue",
      scope: "events:write",
      body: "venue",
      rest: {
        method: "PATCH",
        path: "/venue/{venue_id}",
        summary: "Changes a venue; its name and city reach its events a moment later",
        errors: ["FORBIDDEN", "VENUE_NOT_FOUND", "REVISION_CONFLICT", "VENUE_BUSY"],
      },
    })
    .input(ChangeVenue)
    .output(Venue)
    .mutation(({ ctx, input }) => changeVenue(ctx.core, ctx.actor, input, ctx.lease)),

  journal: actorProcedure
    .meta({
      access: "manager of venue",
      scope: "events:read",
      rest: {
        method: "GET",
        path: "/venue/{venue_id}/journal",
        summary: "Who did what with a venue, when and why, newest first",
        errors: ["FORBIDDEN", "VENUE_NOT_FOUND", "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ venue_id: VenueId, ...page }))
    .output(listOf(JournalEntry))
    .query(({ ctx, input }) => listVenueJournal(ctx.core, ctx.actor, input)),

  /** Whom a change of its name concerns. */
  eventCounts: actorProcedure
    .meta({ access: "manager of venue", scope: "events:read" })
    .input(ById)
    .query(({ ctx, input }) => countVenueEvents(ctx.core, ctx.actor, input)),

  changeSeats: organizerProcedure
    .meta({
      access: "manager of venue",
      scope: "events:write",
      body: "seats",
      rest: {
        method: "PATCH",
        path: "/venue/{venue_id}/seats",
        summary: "Corrects a venue's seats, all or nothing, and carries their labels to events",
        errors: ["FORBIDDEN", "VENUE_NOT_FOUND", "EVENT_NOT_FOUND", "REVISION_CONFLICT", "LABEL_TAKEN", "VENUE_BUSY"],
      },
    })
    .input(ChangeVenueSeats)
    .output(VenueRevision)
    .mutation(({ ctx, input }) => changeVenueSeats(ctx.core, ctx.actor, input, ctx.lease)),

  seats: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      rest: {
        method: "GET",
        path: "/venue/{venue_id}/seats",
        summary: "Every seat of a venue",
        returns: listOf(VenueSeat),
        cacheSeconds: 5,
        errors: ["VENUE_NOT_FOUND", "VENUE_BUSY"],
      },
    })
    .input(ById)
    .query(({ ctx, input }): Promise<VenueSeatList> => getVenueSeats(ctx.core, input)),

  exportSeats: actorProcedure
    .meta({
      access: "manager of venue",
      scope: "events:read",
      rest: {
        method: "GET",
        path: "/venue/{venue_id}/seats.csv",
        summary: "Every seat of one's own venue as CSV, with its key",
        returns: z.string(),
        mediaType: "text/csv",
        errors: ["FORBIDDEN", "VENUE_NOT_FOUND", "EXPORT_LIMIT"],
      },
    })
    .input(ById)
    .query(async ({ ctx, input }) => answerFile(ctx, await exportSeats(ctx.core, ctx.actor, input))),

  /** The current layout of all seats; for an event's seats see `layout`. */
  plan: publicProcedure
    .meta({ access: "anyone", scope: null })
    .input(ById)
    .query(({ ctx, input }) => getVenueLayout(ctx.core, input)),

  layout: publicProcedure
    .meta({ access: "anyone", scope: null })
    .input(LayoutById)
    .query(async ({ ctx, input }) => (await ctx.core.layouts.get(input.layout_id)).layout),
});
