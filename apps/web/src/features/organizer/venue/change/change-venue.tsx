"use client";

import type { Venue } from "@evently/core/venue";
import { trpc } from "~/trpc/client";
import { type FieldParts, followSaved } from "../../form/find-clashes";
import { FormSkeleton } from "../../form/form-skeleton";
import { useStoredDraft } from "../../form/use-stored-draft";
import { QueryResult } from "../../live/query-result";
import type { VenueFields } from "../venue-draft";
import { ChangeVenueForm, type TypedVenue } from "./change-venue-form";
import { toVenueFields } from "./list-venue-changes";

/** The form of a saved venue, filled with what is saved, or with what was typed over it before a reload. */
export function ChangeSavedVenue({ venue_id }: Pick<Venue, "venue_id">) {
  const query = trpc.venue.get.useQuery(
    { venue_id },
    { refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
  );
  return (
    <QueryResult query={query} subject="the venue" skeleton={<FormSkeleton subject="the venue" />}>
      {(venue) => <TypedVenueForm venue={venue} />}
    </QueryResult>
  );
}

function TypedVenueForm({ venue }: { venue: Venue }) {
  const create = (): TypedVenue => ({ venue, draft: toVenueFields(venue), clashes: [] });
  const stored = useStoredDraft<TypedVenue>(`change-venue.2.${venue.venue_id}`, create);
  if (stored.draft === null) return <FormSkeleton subject="the venue" />;
  const typed = follow(stored.draft, venue);
  return <ChangeVenueForm {...stored} typed={typed} follow={(saved) => stored.change(follow(typed, saved))} />;
}

/** What was typed, on top of a later revision than the one that it was typed over. */
function follow(typed: TypedVenue, saved: Venue): TypedVenue {
  if (saved.revision <= typed.venue.revision) return typed;
  return { venue: saved, ...followSaved(toVenueFields(typed.venue), typed.draft, toVenueFields(saved), fields) };
}

const fields: FieldParts<VenueFields> = {
  ...{ name: ["name"], city: ["city"], timezone: ["timezone"] },
  ...{ description: ["description"], address: ["address"], map_url: ["map_url"] },
};
