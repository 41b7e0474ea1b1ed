"use client";

import type { Layout } from "@evently/core/layout";
import type { Venue } from "@evently/core/venue";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useMemo, useState } from "react";
import { trpc } from "~/trpc/client";
import { newDraftId, withIdempotencyKey } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { formatCount } from "~/ui/format/format-count";
import { showToast } from "~/ui/message/toasts";
import { CsvImport } from "../csv/csv-import";
import { FormSkeleton } from "../form/form-skeleton";
import { useFormFaults } from "../form/use-form-faults";
import { useStoredDraft } from "../form/use-stored-draft";
import { listBlockSeats } from "../plan/list-plan-seats";
import { PlanCounts } from "../plan/plan-counts";
import { PlanEditor } from "../plan/plan-editor";
import { PlanPreview } from "../plan/plan-preview";
import { readExistingLayout } from "../plan/read-existing-layout";
import { nextLabel } from "../plan/row-labels";
import { newRowBlock, type PlanSeat, type SeatingPlan } from "../plan/seating-plan";
import { planFaults } from "./find-venue-faults";
import { SaveFailure } from "./save-failure";
import { type SaveProgress, sendSeats } from "./save-venue";

type RowsDraft = { draft_id: string; plan: SeatingPlan };
type Props = { venue: Venue; layout: Layout; onDone: () => void };

/** More rows for an existing hall, drawn behind its last ones. */
export function AddRows(props: Props) {
  const stored = useStoredDraft(`add-rows.2.${props.venue.venue_id}`, () => newRowsDraft(props));
  if (stored.draft === null) return <FormSkeleton subject="the form" />;
  return <RowsForm {...props} {...stored} draft={stored.draft} />;
}

/** One row after the last one, in the same section. */
function newRowsDraft({ venue, layout }: Props): RowsDraft {
  const last = layout.rows.at(-1);
  const label = last ? nextLabel(last.row_label) : "A";
  const type = venue.seat_types[last?.types[0] ?? 0] ?? "";
  const row = { first_row: label, last_row: label, section: last?.section ?? "" };
  return {
    draft_id: newDraftId(),
    plan: { seat_types: venue.seat_types, blocks: [newRowBlock(newDraftId(), type, row)] },
  };
}

type FormProps = Props & ReturnType<typeof useStoredDraft<RowsDraft>> & { draft: RowsDraft };

function RowsForm({ venue, layout, onDone, draft, change, undo, canUndo, forget, discard }: FormProps) {
  const { form, faults, show, clear } = useFormFaults();
  const close = (clearDraft: () => void) => {
    clearDraft();
    onDone();
  };
  const { save, progress } = useSaveRows(venue, () => close(forget));
  const existing = useMemo(() => ({ seats: readExistingLayout(layout), layout }), [layout]);
  const drawn = useMemo(
    () => listBlockSeats(draft.plan, existing.seats).map(({ seats }) => seats),
    [draft.plan, existing],
  );
  const seats = useMemo(() => drawn.flat(), [drawn]);
  const update = (plan: SeatingPlan, part?: string) => {
    if (save.isError) save.reset();
    change({ ...draft, plan }, part);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = planFaults(draft.plan, existing.seats);
    show(found);
    if (Object.keys(found).length === 0) save.mutate({ draft_id: draft.draft_id, seats });
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <fieldset disabled={save.isPending} className="flex min-w-0 flex-col gap-5">
        <legend className="display pb-4 font-semibold text-28">More rows</legend>
        <PlanEditor {...{ plan: draft.plan, drawn, faults, undo, canUndo, clear }} onChange={update} />
        <CsvImport plan={draft.plan} onChange={update} mayAddTypes={false} existing={existing} />
      </fieldset>
      <div className="flex min-w-0 flex-col gap-5 lg:sticky lg:top-6 lg:self-start">
        <PlanPreview seats={seats} seat_types={venue.seat_types} existing={layout} />
        <PlanCounts seats={seats} seat_types={venue.seat_types} />
        <SaveRows {...{ save, progress }} fault={faults.plan} count={seats.length} onDiscard={() => close(discard)} />
      </div>
    </form>
  );
}

type SaveProps = ReturnType<typeof useSaveRows> & { fault: string | undefined; count: number; onDiscard: () => void };

function SaveRows({ save, progress, fault, count, onDiscard }: SaveProps) {
  return (
    <>
      {fault ? (
        <p role="alert" className="font-medium text-curtain">
          {fault}
        </p>
      ) : null}
      {save.isError ? <SaveFailure error={save.error} progress={progress && { ...progress, venue_id: null }} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={save.isPending} pendingLabel="Adding…">
          {count === 1 ? "Add 1 seat" : `Add ${formatCount(count)} seats`}
        </Button>
        <Button disabled={save.isPending} onClick={onDiscard}>
          Discard
        </Button>
      </div>
    </>
  );
}

function useSaveRows({ venue_id }: Venue, onSaved: () => void) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const [progress, setProgress] = useState<SaveProgress | null>(null);
  const save = useMutation({
    networkMode: "always",
    mutationFn: ({ draft_id, seats }: { draft_id: string; seats: PlanSeat[] }) =>
      sendSeats(
        { addSeats: (input, key) => utils.client.venue.addSeats.mutate(input, withIdempotencyKey(key)) },
        { draft_id, venue_id },
        seats,
        setProgress,
      ),
    onSuccess: async (_, { seats }) => {
      await Promise.all([utils.venue.plan.invalidate({ venue_id }), utils.venue.listOwn.invalidate()]);
      showToast(seats.length === 1 ? "1 seat was added." : `${formatCount(seats.length)} seats were added.`);
      onSaved();
      router.refresh();
    },
  });
  return { save, progress };
}
