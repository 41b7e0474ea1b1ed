"use client";

import type { EventPage } from "@evently/core/event";
import { organizerWords } from "~/features/organizer/organizer-words";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { TryAgain } from "~/ui/try-again";
import { followSaved } from "../../form/find-clashes";
import { FormSkeleton } from "../../form/form-skeleton";
import { useStoredDraft } from "../../form/use-stored-draft";
import { ChangeForm, type TypedChange } from "./change-form";
import { eventFields } from "./describe-typed";
import { toEventDraft } from "./to-event-draft";

/** The form of a saved event, filled with what is saved, or with what was typed over it before a reload. */
export function ChangeSavedEvent({ event_id }: Pick<EventPage, "event_id">) {
  const event = trpc.event.get.useQuery(
    { event_id },
    { refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
  );
  if (event.isPending) return <FormSkeleton subject="the event" />;
  if (event.isError)
    return (
      <FailurePanel {...describeFailure(event.error, organizerWords)}>
        <TryAgain query={event} />
      </FailurePanel>
    );
  return <TypedEvent event={event.data} />;
}

function TypedEvent({ event }: { event: EventPage }) {
  const isDraft = event.status === "draft";
  const venues = trpc.venue.listOwn.useQuery({ limit: 200 }, { enabled: isDraft });
  const create = (): TypedChange => ({ event, draft: toEventDraft(event), clashes: [] });
  const stored = useStoredDraft<TypedChange>(`change-event.3.${event.event_id}`, create);
  if (stored.draft === null) return <FormSkeleton subject="the event" />;
  if (isDraft && venues.isPending) return <FormSkeleton subject="your venues" />;
  const typed = follow(stored.draft, event);
  return (
    <ChangeForm
      {...stored}
      typed={typed}
      venues={venues.data?.items ?? []}
      follow={(saved) => stored.change(follow(typed, saved))}
    />
  );
}

/** What was typed, on top of a later revision than the one that it was typed over. */
function follow(typed: TypedChange, saved: EventPage): TypedChange {
  const { event, draft } = typed;
  if (saved.revision <= event.revision) return typed;
  return { event: saved, ...followSaved(toEventDraft(event), draft, toEventDraft(saved), eventFields) };
}
