import { EventAccounting } from "@evently/core/accounting";
import { getAccounting } from "@evently/core/accounting/get-accounting";
import { listEventMails } from "@evently/core/delivery/list-event-mails";
import { ArchiveEvent, ChangeEvent, CopyEvent, CreateEvent, Event, EventPage } from "@evently/core/event";
import { getEvent } from "@evently/core/event/get-event";
import { listEventJournal } from "@evently/core/event/list-event-journal";
import { listOverlaps } from "@evently/core/event/list-overlaps";
import { FindOverlaps, Overlap } from "@evently/core/event/overlap";
import { archiveEvent } from "@evently/core/event-change/archive-event";
import { changeEvent } from "@evently/core/event-change/change-event";
import { createEvent } from "@evently/core/event-change/create-event";
import { deleteEvent } from "@evently/core/event-change/delete-event";
import { EventId } from "@evently/core/ids";
import { JournalEntry } from "@evently/core/journal";
import { EventMail, MailState } from "@evently/core/mail";
import { isMine } from "@evently/core/mine";
import { EventList, ListPublished, PublishedPage, SearchEvents } from "@evently/core/search";
import { listPublished } from "@evently/core/search/list-published";
import { searchEvents } from "@evently/core/search/search-events";
import { searchOwnEvents } from "@evently/core/search/search-own-events";
import { CopiedEvents } from "@evently/core/series/copied-events";
import { copyEvent } from "@evently/core/series/copy-event";
import * as z from "zod/mini";
import { requireSignIn } from "../middleware/require-sign-in.ts";
import { actorProcedure, organizerProcedure, publicProcedure, router } from "../trpc.ts";
import { statusErrors, statusProcedures } from "./event-status.ts";
import { listOf } from "./list-of.ts";
import { page } from "./page.ts";

const ById = z.strictObject({ event_id: EventId });
const hallErrors = ["VENUE_NOT_FOUND", "VENUE_WITHOUT_SEATS", "SEAT_TYPES_UNPRICED", "VENUE_BUSY"] as const;
const creationErrors = ["QUOTA_EXCEEDED", "CREATION_RUNNING"] as const;

export const eventRouter = router({
  search: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      rest: {
        method: "GET",
        path: "/events",
        summary:
          "Searches the published events that have not ended; with mine=true lists the caller's own, newest first",
        cacheSeconds: 5,
        ownBy: "mine",
        errors: ["SIGN_IN_REQUIRED", "FORBIDDEN", "INVALID_CURSOR"],
      },
    })
    .input(SearchEvents)
    .output(EventList)
    .query(async ({ ctx, input: { mine, ...input } }) =>
      isMine(mine) ? searchOwnEvents(ctx.core, await requireSignIn(ctx), input) : searchEvents(ctx.core, input),
    ),

  get: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      rest: {
        method: "GET",
        path: "/events/{event_id}",
        summary: "An event, with its venue, all its artists, its facts and its full text",
        cacheSeconds: 5,
        errors: ["EVENT_NOT_FOUND"],
      },
    })
    .input(ById)
    .output(EventPage)
    .query(async ({ ctx, input }) => getEvent(ctx.core, await ctx.findActor(), input)),

  create: organizerProcedure
    .meta({
      access: "manager of venue",
      scope: "events:write",
      body: "event",
      rest: {
        method: "POST",
        path: "/events",
        summary: "Creates an event with its own copy of the venue's seats",
        status: 201,
        errors: ["ORGANIZATION_NOT_APPROVED", "PAYMENTS_NOT_READY", "FORBIDDEN", ...hallErrors, ...creationErrors],
      },
    })
    .input(CreateEvent)
    .output(Event)
    .mutation(({ ctx, input }) => createEvent(ctx.core, ctx.actor, input, ctx.lease)),

  /** For the site's sitemap. */
  published: publicProcedure
    .meta({ access: "anyone", scope: null })
    .input(ListPublished)
    .output(PublishedPage)
    .query(({ ctx, input }) => listPublished(ctx.core, input)),

  /** The events in the caller's venue at the same time, so that its organizer can be warned. */
  overlapping: actorProcedure
    .meta({ access: "manager of venue", scope: "events:read" })
    .input(FindOverlaps)
    .output(z.array(Overlap))
    .query(({ ctx, input }) => listOverlaps(ctx.core, ctx.actor, input)),

  change: organizerProcedure
    .meta({
      access: "manager of event",
      scope: "events:write",
      body: "event",
      rest: {
        method: "PATCH",
        path: "/events/{event_id}",
        summary: "Changes an event; what is held and sold keeps its price and terms",
        errors: [
          "PAYMENTS_NOT_READY",
          ...statusErrors,
          ...(["REVISION_CONFLICT", "EVENT_WAS_PUBLISHED", "CREATION_RUNNING"] as const),
          ...hallErrors,
        ],
      },
    })
    .input(ChangeEvent)
    .output(Event)
    .mutation(({ ctx, input }) => changeEvent(ctx.core, ctx.actor, input, ctx.lease)),

  copy: organizerProcedure
    .meta({
      access: "manager of event",
      scope: "events:write",
      rest: {
        method: "POST",
        path: "/events/{event_id}/copy",
        summary: "Copies an event to other dates, as drafts or to be published; their seats follow after the answer",
        status: 202,
        errors: [
          "ORGANIZATION_NOT_APPROVED",
          "PAYMENTS_NOT_READY",
          ...statusErrors,
          ...(["VENUE_NOT_FOUND", "VENUE_WITHOUT_SEATS", "SEAT_TYPES_UNPRICED"] as const),
          "REVISION_CONFLICT",
          ...creationErrors,
        ],
      },
    })
    .input(CopyEvent)
    .output(CopiedEvents)
    .mutation(({ ctx, input }) => copyEvent(ctx.core, ctx.actor, input, ctx.lease)),

  archive: actorProcedure
    .meta({
      access: "manager of event",
      scope: "events:write",
      rest: {
        method: "POST",
        path: "/events/{event_id}/archive",
        summary: "Archives what is over, cancelled or a draft, or brings it back",
        errors: [...statusErrors, "REVISION_CONFLICT"],
      },
    })
    .input(ArchiveEvent)
    .output(Event)
    .mutation(({ ctx, input }) => archiveEvent(ctx.core, ctx.actor, input, ctx.lease)),

  delete: actorProcedure
    .meta({
      access: "manager of event",
      scope: "events:write",
      rest: {
        method: "DELETE",
        path: "/events/{event_id}",
        summary: "Deletes an event that was never published",
        status: 204,
        errors: [...statusErrors, "EVENT_WAS_PUBLISHED"],
      },
    })
    .input(ById)
    .mutation(({ ctx, input }) => deleteEvent(ctx.core, ctx.actor, input)),

  journal: actorProcedure
    .meta({
      access: "manager of event",
      scope: "events:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/journal",
        summary: "Who did what with an event, when and why, newest first",
        errors: ["EVENT_NOT_FOUND", "FORBIDDEN", "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ event_id: EventId, ...page }))
    .output(listOf(JournalEntry))
    .query(({ ctx, input }) => listEventJournal(ctx.core, ctx.actor, input)),

  mails: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/mails",
        summary: "The mails to an event's buyers, and which of them were refused",
        errors: ["EVENT_NOT_FOUND", "FORBIDDEN", "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ event_id: EventId, state: z.optional(MailState), ...page }))
    .output(listOf(EventMail))
    .query(({ ctx, input }) => listEventMails(ctx.core, ctx.actor, input)),

  accounting: actorProcedure
    .meta({
      access: "manager of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/accounting",
        summary: "An event's money, in all and by the venue's days: what came in, went back and was kept as fees",
        errors: ["EVENT_NOT_FOUND", "FORBIDDEN"],
      },
    })
    .input(ById)
    .output(EventAccounting)
    .query(({ ctx, input }) => getAccounting(ctx.core, ctx.actor, input)),

  ...statusProcedures,
});
