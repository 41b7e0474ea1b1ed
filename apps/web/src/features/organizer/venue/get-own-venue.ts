import "server-only";
import type { VenueId } from "@evently/core/ids";
import { may } from "@evently/core/organization/may";
import type { Venue } from "@evently/core/venue";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findFailure } from "~/trpc/failure";
import { getApi } from "~/trpc/server";

/** The venue of an address, for those who manage it; the site's 404 for anyone else. */
export const getOwnVenue = cache(async (venue_id: string): Promise<Venue> => {
  try {
    const [venue, user] = await Promise.all([
      getApi().venue.get.query({ venue_id: venue_id as VenueId }),
      getApi().session.get.query(),
    ]);
    if (!may(user, venue, "manager")) notFound();
    return venue;
  } catch (error) {
    const code = findFailure(error)?.error_code;
    if (code === "VENUE_NOT_FOUND" || code === "INVALID_INPUT") notFound();
    throw error;
  }
});
