"use client";

import type { EventPage } from "@evently/core/event";
import type { Venue } from "@evently/core/venue";
import { type FormEvent, useState } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { useDateStyle } from "~/ui/format/use-date-style";
import { ChangeFrame, type ChangeProps, readReason } from "../../form/change-frame";
import { ConflictChoices } from "../../form/conflict-choices";
import type { Clash } from "../../form/find-clashes";
import { type FormFaults, useFormFaults } from "../../form/use-form-faults";
import { countTypes } from "../../venue/count-types";
import { EventDetails } from "../event-details";
import type { EventDraft, UpdateDraft } from "../event-draft";
import { findServerFaults } from "../find-server-faults";
import { CancellationChoice } from "../policy/cancellation-choice";
import { PriceTable } from "../price-table";
import { readEventDraft } from "../read-event-draft";
import { SaleWindow } from "../sale-window";
import { ChangeFailure } from "./change-failure";
import { ConfirmChange } from "./confirm-change";
import { describeTyped } from "./describe-typed";
import { areTexts, type EventChanges, listEventChanges } from "./list-event-changes";
import { moveDraft } from "./move-draft";
import { PosterChoice } from "./poster-choice";
import { SaveChange } from "./save-change";
import { useChangeEvent } from "./use-change-event";

/** What was typed, the saved event that it was typed over, and what somebody else changed in the same fields. */
export type TypedChange = { event: EventPage; draft: EventDraft; clashes: readonly Clash<EventDraft>[] };

type Props = ChangeProps<TypedChange, EventPage> & {
  /** Where a draft may move to. */
  venues: readonly Venue[];
};

/** Everything that can be changed of a saved event; what it does to buyers is said before it is saved. */
export function ChangeForm({ typed, undo, canUndo, discard, ...rest }: Props) {
  const { event, draft, clashes } = typed;
  const { form, faults, update, venues, venue, changes, asked, close, submit, save } = useTypedChange({
    typed,
    ...rest,
  });
  const isBusy = save.isPending || save.isSuccess;
  const series = useSeriesChoice(event, changes);
  const dateStyle = useDateStyle();
  const send = (reason: string) => asked && save.mutate(toChange(event, asked, series.isSeries, reason));
  return (
    <ChangeFrame
      {...{ form, submit, isBusy }}
      legend="The event"
      fields={<ChangeFields {...{ event, venues, venue, draft, faults, update }} />}
      dialog={
        <ConfirmChange
          {...{ event, venue }}
          changes={asked}
          isPending={save.isPending}
          onConfirm={send}
          onClose={close}
        />
      }
    >
      <Prices {...{ event, venue, draft, faults, update }} />
      <PosterChoice {...{ event, venue, draft, update }} fault={faults.poster_seed} />
      <ChangeFailure error={save.error} faults={findServerFaults(save.error)} />
      <ConflictChoices {...{ clashes, draft }} describe={describeTyped(draft, venues, dateStyle)} choose={update} />
      <SaveChange {...{ event, changes, canUndo, undo, discard, isBusy, ...series }} />
    </ChangeFrame>
  );
}

/** Whether a change is for every date: by choice, or because a series has one poster. */
function useSeriesChoice({ series_id }: EventPage, changes: EventChanges | null) {
  const [isChosen, setSeries] = useState(false);
  const isPosterOfSeries = series_id !== null && changes !== null && "poster_seed" in changes;
  return { isSeries: isChosen || isPosterOfSeries, isPosterOfSeries, setSeries };
}

const toChange = ({ event_id, revision }: EventPage, asked: EventChanges, isSeries: boolean, reason: string) => ({
  ...asked,
  ...{ event_id, revision, series: isSeries && areTexts(asked) },
  ...readReason(reason),
});

type Typed = Pick<Props, "typed" | "venues" | "change" | "follow" | "forget">;

/** What differs from what is saved, and the ways to ask about it and to save it. */
function useTypedChange({ typed, venues: others, change, follow, forget }: Typed) {
  const { event, draft } = typed;
  const { form, faults, show, clear } = useFormFaults();
  const own = toVenue(event);
  const venues = [own, ...others.filter(({ venue_id }) => venue_id !== own.venue_id)];
  const venue = venues.find(({ venue_id }) => venue_id === draft.venue_id) ?? own;
  const [asked, setAsked] = useState<EventChanges | null>(null);
  const close = () => setAsked(null);
  const save = useChangeEvent(event.event_id, {
    onSaved: forget,
    onConflict(saved) {
      close();
      follow(saved);
    },
    onError(error) {
      close();
      show(findServerFaults(error));
    },
  });
  const update: UpdateDraft = (part, control) => {
    clear(control);
    if (save.isError && !findFailureOf(save.error, "REVISION_CONFLICT")) save.reset();
    const to = part.venue_id === undefined ? undefined : venues.find(({ venue_id }) => venue_id === part.venue_id);
    change({ ...typed, draft: to ? moveDraft(draft, venue, to) : { ...draft, ...part } }, control);
  };
  const read = readEventDraft(draft, venue, { status: "draft", now: serverClock.now() });
  const changes = "event" in read ? listEventChanges(event, read.event) : null;
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const isMixed = event.series_id !== null && changes !== null && "poster_seed" in changes && !areTexts(changes);
    if (isMixed)
      return show({ poster_seed: "Save the poster first, then times and prices: it is for the whole series." });
    show("faults" in read ? read.faults : {});
    if (changes && Object.keys(changes).length > 0) setAsked(changes);
  };
  return { form, faults, update, venues, venue, changes, asked, close, submit, save };
}

/** The event's own copy of what the form needs of a venue. */
const toVenue = ({ venue_id, venue_name, city, timezone, ...event }: EventPage): FormVenue => ({
  ...{ venue_id, name: venue_name, city, timezone, seat_count: event.seat_count },
  ...{ seat_types: Object.keys(event.seat_type_prices), address: event.address, map_url: event.map_url },
});

type FormVenue = Pick<Venue, "venue_id" | "name" | "city" | "timezone" | "seat_count" | "seat_types"> & {
  address?: string | undefined;
  map_url?: string | undefined;
};

function describeVenue({ status, venue_id, timezone }: EventPage, venue: FormVenue): string {
  if (status !== "draft") return "An event that was published stays in its venue.";
  if (venue.venue_id === venue_id) return "As long as it is a draft it can move to another venue of yours.";
  const moved = "Its seats and address are those of this venue.";
  return venue.timezone === timezone
    ? moved
    : `${moved} Its times are the same moments, on the clocks of ${venue.timezone}.`;
}

type Fields = Pick<TypedChange, "event" | "draft"> & { faults: FormFaults; update: UpdateDraft };

function ChangeFields({
  event,
  venues,
  venue,
  ...fields
}: Fields & { venues: readonly FormVenue[]; venue: FormVenue }) {
  return (
    <>
      <EventDetails
        {...{ ...fields, venues, venue }}
        event_id={event.event_id}
        venueHint={describeVenue(event, venue)}
        isVenueFixed={event.status !== "draft"}
      />
      <SaleWindow {...fields} zone={venue.timezone} isSaved />
      <CancellationChoice {...fields} />
    </>
  );
}

function Prices({ event, venue, ...fields }: Fields & { venue: FormVenue }) {
  const isMoved = venue.venue_id !== event.venue_id;
  const own = trpc.venue.layout.useQuery({ layout_id: event.layout_id });
  const plan = trpc.venue.plan.useQuery({ venue_id: venue.venue_id }, { enabled: isMoved });
  const layout = isMoved ? plan : own;
  return (
    <fieldset className="min-w-0">
      <legend className="display pb-4 font-semibold text-22">Prices</legend>
      <PriceTable
        {...fields}
        seat_types={venue.seat_types}
        counts={layout.data ? countTypes(layout.data) : null}
        isCurrencyFixed={event.status !== "draft"}
      />
    </fieldset>
  );
}
