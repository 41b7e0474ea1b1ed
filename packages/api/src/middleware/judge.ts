import { getBookedBy, getVisibleBooking } from "@evently/core/booking/get-booking";
import { getServedBooking } from "@evently/core/booking/get-served-booking";
import type { Core } from "@evently/core/core";
import { type Doorkeeper, hasKey } from "@evently/core/door/doorkeeper";
import { getDoorEvent } from "@evently/core/door/get-door-event";
import { EventlyError } from "@evently/core/errors";
import { getOwnEvent } from "@evently/core/event/get-event";
import { getHold } from "@evently/core/hold/get-hold";
import { BookingId, EventId, HoldingId, OrganizationId, UserId, VenueId } from "@evently/core/ids";
import { requireOrganization } from "@evently/core/membership/get-organization";
import type { Actor } from "@evently/core/user";
import { requireOrganizer } from "@evently/core/user/require-role";
import { getOwnVenue } from "@evently/core/venue/get-venue";
import * as z from "zod/mini";
import { type Access, roleOf } from "../access.ts";

/**
 * Refuses the caller of an input that is not valid in the way in which a valid one would have been: who may not call says nothing
 * of what else was wrong. What the input does not name can't be judged. Throws what the procedure's verb throws.
 */
export async function judge(core: Core, caller: Doorkeeper, access: Access, input: unknown): Promise<void> {
  if (!hasKey(caller)) return judgeActor(core, caller, access, input);
  const { data: event_id } = z.safeParse(EventId, readField(input, "event_id"));
  if (event_id) await getDoorEvent(core, caller, event_id);
}

async function judgeActor(core: Core, actor: Actor, access: Access, input: unknown): Promise<void> {
  const role = roleOf(access);
  const idOf = <T extends z.ZodMiniType>(schema: T, name: string): z.infer<T> | undefined =>
    z.safeParse(schema, readField(input, name)).data;
  const [, noun] = access.split(" of ");
  if (access.endsWith(" anywhere")) return requireOrganizer(actor, role);
  if (noun === "event") {
    const event_id = idOf(EventId, "event_id");
    if (event_id) await getOwnEvent(core, actor, event_id, role ?? "viewer");
  }
  if (noun === "venue") {
    const venue_id = idOf(VenueId, "venue_id");
    if (venue_id) await getOwnVenue(core, actor, venue_id);
  }
  if (noun === "organization" || noun === "organization or self") {
    const organization_id = idOf(OrganizationId, "organization_id");
    const isSelf = noun !== "organization" && idOf(UserId, "user_id") === actor.user_id;
    if (organization_id) await requireOrganization(core, actor, organization_id, isSelf ? null : role);
  }
  if (noun === "booking") {
    const booking_id = idOf(BookingId, "booking_id");
    if (booking_id) await getServedBooking(core, actor, booking_id);
  }
  if (access === "buyer") {
    const booking_id = idOf(BookingId, "booking_id");
    if (booking_id) await getBookedBy(core, actor, booking_id);
  }
  if (access === "buyer or box_office") {
    const booking_id = idOf(BookingId, "booking_id");
    if (booking_id) await getVisibleBooking(core, actor, booking_id);
  }
  if (access === "holder") {
    const holding_id = idOf(HoldingId, "holding_id");
    if (holding_id) await getHold(core, actor, { holding_id });
  }
  if (access === "self" || access === "self or admin") {
    const user_id = idOf(UserId, "user_id");
    const isAdmin = access === "self or admin" && actor.role === "admin";
    if (user_id && user_id !== actor.user_id && !isAdmin) throw new EventlyError("USER_NOT_FOUND", {});
  }
}

export const readField = (input: unknown, name: string): unknown =>
  typeof input === "object" && input !== null ? (input as Record<string, unknown>)[name] : undefined;
