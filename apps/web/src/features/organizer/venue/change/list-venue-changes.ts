import type { ChangeVenue, Venue } from "@evently/core/venue";
import { readPlace } from "../../form/read-place";
import type { VenueFields } from "../venue-draft";

export type VenueChanges = Omit<ChangeVenue, "venue_id" | "revision" | "reason" | "seat_types">;

/** A saved venue as it would be typed. */
export const toVenueFields = ({ name, city, timezone, description, address, map_url }: Venue): VenueFields => ({
  ...{ name, city, timezone, description },
  ...{ address: address ?? "", map_url: map_url ?? "" },
});

/** What differs from what is saved; null takes a fact away. */
export function listVenueChanges(venue: Venue, typed: VenueFields): VenueChanges {
  const { name, city, timezone, description } = typed;
  const wanted = {
    ...{ name: name.trim(), city: city.trim(), timezone, description: description.trim() },
    ...{ address: null, map_url: null },
    ...readPlace(typed),
  };
  const saved: Record<string, unknown> = { ...venue };
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => value !== (saved[field] ?? null)));
}
