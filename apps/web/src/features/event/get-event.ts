import "server-only";
import type { EventPage } from "@evently/core/event";
import type { EventId } from "@evently/core/ids";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findFailure } from "~/trpc/failure";
import { getApi } from "~/trpc/server";

/** The event of an address, fetched once per request; the site's 404 for an unknown or malformed id. */
export const getEvent = cache(async (event_id: string): Promise<EventPage> => {
  try {
    return await getApi().event.get.query({ event_id: event_id as EventId });
  } catch (error) {
    const code = findFailure(error)?.error_code;
    if (code === "EVENT_NOT_FOUND" || code === "INVALID_INPUT") notFound();
    throw error;
  }
});
