"use client";

import type { EventPage } from "@evently/core/event";
import { mostCopies } from "@evently/core/event/limits.rules";
import { toLocalTime } from "@evently/core/format/format-time";
import { type FormEvent, useState } from "react";
import { organizerWords } from "~/features/organizer/organizer-words";
import { PaymentsLink } from "~/features/organizer/payments/payments-link";
import { describeFailure } from "~/trpc/describe-failure";
import { newDraftId } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { CheckBox } from "~/ui/field/check-box";
import { formatCount } from "~/ui/format/format-count";
import { FailurePanel } from "~/ui/message/failure-panel";
import { FormSkeleton } from "../../form/form-skeleton";
import { type FormFaults, useFormFaults } from "../../form/use-form-faults";
import { useStoredDraft } from "../../form/use-stored-draft";
import { DateList } from "./date-list";
import { DateRun } from "./date-run";
import { readDates } from "./read-dates";
import { useCopyEvent } from "./use-copy-event";

/** Dates as they are typed, in the venue's time zone. */
export type TypedDates = { draft_id: string; dates: string[]; publish: boolean };

/** One form for a whole run: the same event on other dates. */
export function CopyToDates({ event }: { event: EventPage }) {
  const stored = useStoredDraft<TypedDates>(`copy-event.1.${event.event_id}`, () => ({
    draft_id: newDraftId(),
    dates: [],
    publish: event.status === "published",
  }));
  if (stored.draft === null) return <FormSkeleton subject="the form" />;
  return <DatesForm {...stored} event={event} typed={stored.draft} />;
}

type Props = {
  event: EventPage;
  typed: TypedDates;
  change: (typed: TypedDates, part?: string) => void;
  undo: () => void;
  canUndo: boolean;
  forget: () => void;
};

function DatesForm({ event, typed, change, undo, canUndo, forget }: Props) {
  const { form, faults, show } = useFormFaults();
  const [isEmpty, setEmpty] = useState(false);
  const copy = useCopyEvent(event, forget, show);
  const isBusy = copy.isPending || copy.isSuccess;
  const setDates = (dates: string[], part = "") => {
    show({});
    setEmpty(false);
    change({ ...typed, dates: dates.slice(0, mostCopies) }, part);
  };
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const read = readDates(typed.dates, event.timezone);
    show("faults" in read ? read.faults : {});
    setEmpty(typed.dates.length === 0);
    if ("start_times" in read && read.start_times.length > 0)
      copy.mutate({ draft_id: typed.draft_id, start_times: read.start_times, publish: typed.publish });
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex max-w-[44rem] flex-col gap-8">
      <DateFields {...{ event, typed, faults, isBusy, setDates }} change={change} />
      {isEmpty ? <p role="alert">Add at least one date.</p> : null}
      {copy.isError && Object.keys(faults).length === 0 ? (
        <FailurePanel {...describeFailure(copy.error, organizerWords)}>
          <PaymentsLink error={copy.error} />
        </FailurePanel>
      ) : null}
      <CopyButtons {...{ isBusy, undo, canUndo }} count={typed.dates.length} />
    </form>
  );
}

type FieldProps = Pick<Props, "event" | "typed" | "change"> & {
  faults: FormFaults;
  isBusy: boolean;
  setDates: (dates: string[], part?: string) => void;
};

function DateFields({ event, typed, change, faults, isBusy, setDates }: FieldProps) {
  return (
    <fieldset disabled={isBusy} className="flex min-w-0 flex-col gap-8">
      <legend className="sr-only">Dates</legend>
      <DateRun
        start={toLocalTime(event.start_time, event.timezone)}
        onAdd={(dates) => setDates([...new Set([...typed.dates, ...dates])].sort())}
      />
      <DateList {...{ faults }} dates={typed.dates} zone={event.timezone} onChange={setDates} />
      <CheckBox
        checked={typed.publish}
        onChange={({ currentTarget }) => change({ ...typed, publish: currentTarget.checked }, "publish")}
      >
        Publish each date as soon as its seats are there
      </CheckBox>
    </fieldset>
  );
}

type ButtonProps = Pick<Props, "undo" | "canUndo"> & { isBusy: boolean; count: number };

function CopyButtons({ isBusy, undo, canUndo, count }: ButtonProps) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" size="large" pending={isBusy} pendingLabel="Copying…">
          {count === 0 ? "Copy" : `Copy to ${formatCount(count)} ${count === 1 ? "date" : "dates"}`}
        </Button>
        <Button variant="plain" onClick={undo} disabled={isBusy || !canUndo}>
          Undo
        </Button>
      </div>
      <p className="text-14 text-soft">
        Texts, prices and rules are those of this event; the sale and the doors keep their distance to the start. Buyers
        see all dates together. At most {mostCopies} at once.
      </p>
    </>
  );
}
