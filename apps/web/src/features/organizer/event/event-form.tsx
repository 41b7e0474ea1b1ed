"use client";

import type { Venue } from "@evently/core/venue";
import { type FormEvent, useState } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { PaymentsNotice } from "~/features/organizer/payments/payments-notice";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { RefusedChange } from "../form/refused-change";
import { useFormFaults } from "../form/use-form-faults";
import { countTypes } from "../venue/count-types";
import { EventDetails } from "./event-details";
import type { EventDraft, UpdateDraft } from "./event-draft";
import { findServerFaults } from "./find-server-faults";
import { CancellationChoice } from "./policy/cancellation-choice";
import { PriceTable } from "./price-table";
import { readEventDraft } from "./read-event-draft";
import { SaleWindow } from "./sale-window";
import { useCreateEvent } from "./use-create-event";

type Props = {
  venues: readonly Venue[];
  draft: EventDraft;
  change: (draft: EventDraft, part?: string) => void;
  undo: () => void;
  canUndo: boolean;
  forget: () => void;
  discard: () => void;
};

const columns = "grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-14";

/** The form for an event, to publish now or to save as a draft. */
export function EventForm({ venues, draft, change, undo, canUndo, forget, discard }: Props) {
  const { form, faults, show, clear } = useFormFaults();
  const [status, setStatus] = useState<"published" | "draft">("published");
  const create = useCreateEvent(forget, (error) => show(findServerFaults(error)));
  const venue = venues.find(({ venue_id }) => venue_id === draft.venue_id);
  const plan = trpc.venue.plan.useQuery(
    { venue_id: venue?.venue_id ?? ("" as Venue["venue_id"]) },
    { enabled: !!venue },
  );
  const update: UpdateDraft = (part, control) => {
    clear(control);
    if (create.isError) create.reset();
    change({ ...draft, ...part }, control);
  };
  const send = (status: "published" | "draft") => {
    setStatus(status);
    if (!venue || venue.seat_count === 0) return show({ venue_id: "Pick a venue that has seats." });
    const read = readEventDraft(draft, venue, { status, now: serverClock.now() });
    show("faults" in read ? read.faults : {});
    if ("event" in read) create.mutate({ draft_id: draft.draft_id, event: { ...read.event, status } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send("published");
  };
  const isBusy = create.isPending || create.isSuccess;
  const isAtField = Object.keys(findServerFaults(create.error)).length > 0;
  return (
    <form ref={form} noValidate onSubmit={submit} className={columns}>
      <fieldset disabled={isBusy} className="flex min-w-0 flex-col gap-10">
        <legend className="sr-only">The event</legend>
        <EventDetails {...{ venues, venue, draft, faults, update }} />
        <SaleWindow {...{ draft, faults, update }} zone={venue?.timezone ?? "UTC"} />
        <CancellationChoice {...{ draft, faults, update }} />
      </fieldset>
      <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-6 lg:self-start">
        <fieldset disabled={isBusy} className="min-w-0">
          <legend className="display pb-4 font-semibold text-22">Prices</legend>
          <PriceTable
            {...{ draft, faults, update }}
            seat_types={venue?.seat_types ?? []}
            counts={plan.data ? countTypes(plan.data) : null}
          />
        </fieldset>
        {create.isError && !isAtField ? <RefusedChange subject="event" error={create.error} /> : null}
        <SendButtons {...{ venue, isBusy, status, send, undo, canUndo, discard }} />
      </div>
    </form>
  );
}

type SendProps = Pick<Props, "undo" | "canUndo" | "discard"> & {
  venue: Venue | undefined;
  isBusy: boolean;
  status: "published" | "draft";
  send: (status: "published" | "draft") => void;
};

function SendButtons({ venue, isBusy, status, send, undo, canUndo, discard }: SendProps) {
  const isSending = (wanted: SendProps["status"]) => isBusy && status === wanted;
  return (
    <div className="flex flex-col gap-3">
      <PaymentsNotice organization_id={venue?.organization_id ?? null}>
        Until then an event with a price can only be saved as a draft.
      </PaymentsNotice>
      <Button
        type="submit"
        variant="primary"
        size="large"
        pending={isSending("published")}
        pendingLabel="Publishing…"
        disabled={isSending("draft")}
      >
        Publish now
      </Button>
      <Button
        size="large"
        pending={isSending("draft")}
        pendingLabel="Saving…"
        disabled={isSending("published")}
        onClick={() => send("draft")}
      >
        Save as draft
      </Button>
      <p className="text-14 text-soft">
        Only you can see a draft, and you can publish it later. What you type stays in this browser until it is saved.
      </p>
      <div className="flex gap-6">
        <Button variant="plain" onClick={discard} disabled={isBusy}>
          Start over
        </Button>
        <Button variant="plain" onClick={undo} disabled={isBusy || !canUndo}>
          Undo
        </Button>
      </div>
    </div>
  );
}
