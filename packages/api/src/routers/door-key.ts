import { DoorKey, EndDoorKey, MakeDoorKey, NewDoorKey } from "@evently/core/door-key";
import { endDoorKey } from "@evently/core/door-key/end-door-key";
import { listDoorKeys } from "@evently/core/door-key/list-door-keys";
import { makeDoorKey } from "@evently/core/door-key/make-door-key";
import { EventId } from "@evently/core/ids";
import * as z from "zod/mini";
import { actorProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";

const errors = ["EVENT_NOT_FOUND", "FORBIDDEN"] as const;

/** Keys with which people without an account stand at an event's door. */
export const doorKeyRouter = router({
  make: actorProcedure
    .meta({
      access: "manager of event",
      scope: null,
      answersSecret: true,
      rest: {
        method: "POST",
        path: "/events/{event_id}/door-keys",
        summary: "A key to an event's door for somebody without an account; it is told once",
        status: 201,
        errors: [...errors, "DOOR_KEY_LIMIT"],
      },
    })
    .input(MakeDoorKey)
    .output(NewDoorKey)
    .mutation(async ({ ctx, input }) => {
      const made = await makeDoorKey(ctx.core, ctx.actor, input);
      const page = `/door/${input.event_id}#key=${made.key}`;
      return { ...made, url: ctx.siteOrigin === null ? null : ctx.siteOrigin + page };
    }),

  list: actorProcedure
    .meta({
      access: "manager of event",
      scope: null,
      rest: {
        method: "GET",
        path: "/events/{event_id}/door-keys",
        summary: "The keys that open an event's door, without what opens it",
        errors,
      },
    })
    .input(z.strictObject({ event_id: EventId }))
    .output(listOf(DoorKey))
    .query(async ({ ctx, input }) => ({ items: await listDoorKeys(ctx.core, ctx.actor, input), next_cursor: null })),

  end: actorProcedure
    .meta({
      access: "manager of event",
      scope: null,
      rest: {
        method: "DELETE",
        path: "/events/{event_id}/door-keys/{door_key_id}",
        summary: "Ends a key to an event's door: it opens nothing from then on",
        status: 204,
        errors: [...errors, "DOOR_KEY_NOT_FOUND"],
      },
    })
    .input(EndDoorKey)
    .mutation(({ ctx, input }) => endDoorKey(ctx.core, ctx.actor, input)),
});
