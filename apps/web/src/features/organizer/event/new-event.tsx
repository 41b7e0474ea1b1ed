"use client";

import type { Venue } from "@evently/core/venue";
import { useEffect } from "react";
import { organizerWords } from "~/features/organizer/organizer-words";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { TryAgain } from "~/ui/try-again";
import { FormSkeleton } from "../form/form-skeleton";
import { useStoredDraft } from "../form/use-stored-draft";
import { filterOf } from "../organization/filter-of";
import { useOrganizations } from "../organization/organizations";
import { NoVenues } from "../venue/own-venues";
import { newEventDraft } from "./event-draft";
import { EventForm } from "./event-form";
import { recallChoices } from "./usual-choices";

/** The form for an event in one of the caller's venues; `wanted` is the venue that the address names. */
export function NewEvent({ wanted }: { wanted: string | null }) {
  const organization_id = filterOf(useOrganizations());
  const venues = trpc.venue.listOwn.useQuery({ limit: 200, ...(organization_id ? { organization_id } : {}) });
  if (venues.isPending) return <FormSkeleton subject="your venues" />;
  if (venues.isError)
    return (
      <FailurePanel {...describeFailure(venues.error, organizerWords)}>
        <TryAgain query={venues} />
      </FailurePanel>
    );
  if (venues.data.items.length === 0) return <NoVenues />;
  return <DraftedEvent venues={venues.data.items} wanted={wanted} />;
}

function DraftedEvent({ venues, wanted }: { venues: readonly Venue[]; wanted: string | null }) {
  const isOwn = (venue_id: string | null) => venues.some((venue) => venue.venue_id === venue_id);
  const first = venues.find(({ seat_count }) => seat_count > 0)?.venue_id ?? "";
  const chosen = wanted && isOwn(wanted) ? wanted : first;
  const { draft, ...stored } = useStoredDraft("new-event.4", () => {
    const { venue_id = "", currency } = recallChoices();
    return newEventDraft(chosen === wanted || !isOwn(venue_id) ? chosen : venue_id, currency);
  });
  const isLoaded = draft !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link from a venue's page selects that venue, until another is picked.
  useEffect(() => {
    if (draft && wanted && isOwn(wanted) && draft.venue_id !== wanted) stored.change({ ...draft, venue_id: wanted });
  }, [wanted, isLoaded]);
  if (draft === null) return <FormSkeleton subject="the form" />;
  const venue_id = isOwn(draft.venue_id) ? draft.venue_id : chosen;
  return <EventForm venues={venues} draft={{ ...draft, venue_id }} {...stored} />;
}
