"use client";

import type { EventPage } from "@evently/core/event";
import { type FormEvent, useState } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { organizerWords } from "~/features/organizer/organizer-words";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailureOf } from "~/trpc/failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { type FormFaults, useFormFaults } from "../../form/use-form-faults";
import { nameFields } from "../../name-fields";
import { countTypes } from "../../venue/count-types";
import { CancellationChoice } from "../cancellation-choice";
import { EventDetails } from "../event-details";
import type { EventDraft, UpdateDraft } from "../event-draft";
import { findServerFaults } from "../find-server-faults";
import { PriceTable } from "../price-table";
import { readEventDraft } from "../read-event-draft";
import { SaleWindow } from "../sale-window";
import { ConfirmChange } from "./confirm-change";
import { areTexts, type EventChanges, listEventChanges } from "./list-event-changes";
import { PosterChoice } from "./poster-choice";
import { SaveChange } from "./save-change";
import { useChangeEvent } from "./use-change-event";

/** What was typed, and the saved event that it was typed over. */
export type TypedChange = { event: EventPage; draft: EventDraft };

type Props = {
  typed: TypedChange;
  change: (typed: TypedChange, part?: string) => void;
  /** Puts what was typed on top of what someone else saved. */
  follow: (saved: EventPage) => void;
  undo: () => void;
  canUndo: boolean;
  forget: () => void;
  discard: () => void;
};

/** Everything that can be changed of a saved event; what it does to buyers is said before it is saved. */
export function ChangeForm({ typed, undo, canUndo, discard, ...rest }: Props) {
  const { event, draft } = typed;
  const [isSeries, setSeries] = useState(false);
  const { form, faults, update, venue, changes, asked, close, submit, save } = useTypedChange({ typed, ...rest });
  const isBusy = save.isPending || save.isSuccess;
  const isPosterOfSeries = event.series_id !== null && changes !== null && "poster_seed" in changes;
  const send = (reason: string) =>
    save.mutate({
      ...asked,
      ...{
        event_id: event.event_id,
        revision: event.revision,
        series: (isSeries || isPosterOfSeries) && areTexts(asked ?? {}),
      },
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-14"
    >
      <ChangeFields {...{ event, venue, draft, faults, update, isBusy }} />
      <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-6 lg:self-start">
        <Prices {...{ event, draft, faults, update }} />
        <PosterChoice {...{ event, draft, update }} fault={faults.poster_seed} />
        <ChangeFailure error={save.error} faults={findServerFaults(save.error)} />
        <SaveChange
          {...{
            event,
            changes,
            canUndo,
            undo,
            discard,
            isSeries: isSeries || isPosterOfSeries,
            isPosterOfSeries,
            setSeries,
            isBusy,
          }}
        />
      </div>
      <ConfirmChange event={event} changes={asked} isPending={save.isPending} onConfirm={send} onClose={close} />
    </form>
  );
}

type Typed = Pick<Props, "typed" | "change" | "follow" | "forget">;

/** What differs from what is saved, and the ways to ask about it and to save it. */
function useTypedChange({ typed: { event, draft }, change, follow, forget }: Typed) {
  const { form, faults, show, clear } = useFormFaults();
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
    if (save.isError) save.reset();
    change({ event, draft: { ...draft, ...part } }, control);
  };
  const venue = toVenue(event);
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
  return { form, faults, update, venue, changes, asked, close, submit, save };
}

/** The event's own copy of what the form needs of a venue. */
const toVenue = ({ venue_id, venue_name, city, timezone, seat_count, seat_type_prices }: EventPage) => ({
  ...{ venue_id, name: venue_name, city, timezone, seat_count, seat_types: Object.keys(seat_type_prices) },
});

type Fields = TypedChange & { faults: FormFaults; update: UpdateDraft };

function ChangeFields({
  event,
  venue,
  isBusy,
  ...fields
}: Fields & { venue: ReturnType<typeof toVenue>; isBusy: boolean }) {
  return (
    <fieldset disabled={isBusy} className="flex min-w-0 flex-col gap-10">
      <legend className="sr-only">The event</legend>
      <EventDetails {...fields} venues={[venue]} venue={venue} event_id={event.event_id} />
      <SaleWindow {...fields} zone={event.timezone} isSaved />
      <CancellationChoice {...fields} />
    </fieldset>
  );
}

function Prices({ event, ...fields }: Fields) {
  const layout = trpc.venue.layout.useQuery({ layout_id: event.layout_id });
  return (
    <fieldset className="min-w-0">
      <legend className="display pb-4 font-semibold text-22">Prices</legend>
      <PriceTable
        {...fields}
        seat_types={Object.keys(event.seat_type_prices)}
        counts={layout.data ? countTypes(layout.data) : null}
        isCurrencyFixed={event.status !== "draft"}
      />
    </fieldset>
  );
}

function ChangeFailure({ error, faults }: { error: unknown; faults: object }) {
  if (!error || Object.keys(faults).length > 0) return null;
  const conflict = findFailureOf(error, "REVISION_CONFLICT");
  if (!conflict) return <FailurePanel {...describeFailure(error, organizerWords)} />;
  const { changed } = conflict.details;
  const named = changed.length > 0 ? `Changed meanwhile: ${nameFields(changed)}.` : "";
  return (
    <FailurePanel
      headline="Someone else changed this event meanwhile."
      meaning={`${named} What you typed is kept, on top of what they saved. Nothing was saved yet.`}
      action="Look at it once more, then save again."
    />
  );
}
