"use client";

import { maxSeatsPerCall } from "@evently/core/venue";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useMemo, useState } from "react";
import { trpc } from "~/trpc/client";
import { withIdempotencyKey } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { formatCount } from "~/ui/format/format-count";
import { showToast } from "~/ui/message/toasts";
import { CsvImport } from "../csv/csv-import";
import { FormSkeleton } from "../form/form-skeleton";
import { useFormFaults } from "../form/use-form-faults";
import { useStoredDraft } from "../form/use-stored-draft";
import { filterOf } from "../organization/filter-of";
import { useOrganizations } from "../organization/organizations";
import { listBlockSeats } from "../plan/list-plan-seats";
import { PlanCounts } from "../plan/plan-counts";
import { PlanEditor } from "../plan/plan-editor";
import { PlanPreview } from "../plan/plan-preview";
import { findVenueFaults } from "./find-venue-faults";
import { SaveFailure } from "./save-failure";
import { type SaveProgress, saveVenue } from "./save-venue";
import { SeatTypesEditor } from "./seat-types-editor";
import { VenueDetails } from "./venue-details";
import { newVenueDraft, type VenueDraft } from "./venue-draft";

/** The form for a venue and its hall; its draft is kept in this browser until it is saved. */
export function NewVenue() {
  const stored = useStoredDraft("new-venue.2", newVenueDraft);
  if (stored.draft === null) return <FormSkeleton subject="the form" />;
  return <VenueForm {...stored} draft={stored.draft} />;
}

type Props = ReturnType<typeof useStoredDraft<VenueDraft>> & { draft: VenueDraft };

function VenueForm({ draft, change, undo, canUndo, forget, discard }: Props) {
  const { form, faults, show, clear } = useFormFaults();
  const { save, progress } = useSaveVenue(forget);
  const drawn = useMemo(() => listBlockSeats(draft.plan).map(({ seats }) => seats), [draft.plan]);
  const seats = useMemo(() => drawn.flat(), [drawn]);
  const update = (part: Partial<VenueDraft>, name = "") => {
    clear(name);
    if (save.isError) save.reset();
    change({ ...draft, ...part }, name);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = findVenueFaults(draft);
    show(found);
    if (Object.keys(found).length === 0) save.mutate({ draft, seats });
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <fieldset disabled={save.isPending || save.isSuccess} className="flex min-w-0 flex-col gap-8">
        <legend className="sr-only">The venue</legend>
        <OwnerNote />
        <VenueDetails draft={draft} faults={faults} onChange={update} />
        <section aria-labelledby="hall-heading" className="flex flex-col gap-5">
          <h2 id="hall-heading" className="display font-semibold text-28">
            The hall
          </h2>
          <SeatTypesEditor plan={draft.plan} faults={faults} onChange={(plan, part) => update({ plan }, part)} />
          <PlanEditor
            plan={draft.plan}
            drawn={drawn}
            faults={faults}
            onChange={(plan, part) => update({ plan }, part)}
            undo={undo}
            canUndo={canUndo}
            clear={clear}
          />
          <CsvImport plan={draft.plan} onChange={(plan) => update({ plan })} mayAddTypes />
        </section>
      </fieldset>
      <div className="flex min-w-0 flex-col gap-5 lg:sticky lg:top-6 lg:self-start">
        <PlanPreview seats={seats} seat_types={draft.plan.seat_types} />
        <PlanCounts seats={seats} seat_types={draft.plan.seat_types} />
        <SaveSide {...{ save, progress, discard }} fault={faults.plan} />
      </div>
    </form>
  );
}

/** Whose it will be, where that could be another's. */
function OwnerNote() {
  const { items, current } = useOrganizations();
  if (items.length < 2 || !current) return null;
  return (
    <p>
      This venue, and the events in it, will belong to <bdi className="font-semibold">{current.name}</bdi>.
    </p>
  );
}

type SaveProps = ReturnType<typeof useSaveVenue> & { fault: string | undefined; discard: () => void };

function SaveSide({ save, progress, fault, discard }: SaveProps) {
  return (
    <>
      {fault ? (
        <p role="alert" className="font-medium text-curtain">
          {fault}
        </p>
      ) : null}
      {save.isError ? <SaveFailure error={save.error} progress={progress} /> : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button
          type="submit"
          variant="primary"
          size="large"
          pending={save.isPending || save.isSuccess}
          pendingLabel={describeProgress(progress)}
        >
          {save.isError ? "Send again" : "Create venue"}
        </Button>
        <Button variant="plain" onClick={discard} disabled={save.isPending}>
          Start over
        </Button>
      </div>
      <p className="text-14 text-soft">What you type stays in this browser until it is saved.</p>
    </>
  );
}

function useSaveVenue(forget: () => void) {
  const organization_id = filterOf(useOrganizations());
  const router = useRouter();
  const utils = trpc.useUtils();
  const [progress, setProgress] = useState<SaveProgress | null>(null);
  const save = useMutation({
    networkMode: "always",
    mutationFn: ({ draft, seats }: { draft: VenueDraft; seats: Parameters<typeof saveVenue>[2] }) =>
      saveVenue(
        {
          create: (venue, key) => utils.client.venue.create.mutate(venue, withIdempotencyKey(key)),
          addSeats: (input, key) => utils.client.venue.addSeats.mutate(input, withIdempotencyKey(key)),
        },
        { ...draft, organization_id },
        seats,
        setProgress,
      ),
    onSuccess: async (venue_id, { draft, seats }) => {
      forget();
      showToast(`${draft.name.trim()} is saved, with ${formatCount(seats.length)} seats.`);
      await utils.venue.listOwn.invalidate();
      router.push(`/organizer/venues/${venue_id}`);
    },
  });
  return { save, progress };
}

function describeProgress(progress: SaveProgress | null): string {
  if (!progress || progress.total <= maxSeatsPerCall) return "Saving…";
  return `${formatCount(progress.seats)} of ${formatCount(progress.total)} seats…`;
}
