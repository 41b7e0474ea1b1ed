import "server-only";
import type { EventPage } from "@evently/core/event";
import type { EventId } from "@evently/core/ids";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findFailure } from "~/trpc/failure";
import { getApi } from "~/trpc/server";

/** The event of an address, asked for once a request; an unknown or malformed id is the site's 404. */
export const getEvent = cache(async (event_id: string): Promise<EventPage> => {
  try {
    return await getApi().event.get.query({ event_id: event_id as EventId });
  } catch (error) {
    const code = findFailure(error)?.error_code;
    if (code === "EVENT_NOT_FOUND" || code === "INVALID_INPUT") notFound();
    throw error;
  }
});
