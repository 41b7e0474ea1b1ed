"use client";

import type { NewVenueSeat, Venue } from "@evently/core/venue";
import type { Layout } from "@evently/core/venue/layout";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useMemo, useState } from "react";
import { trpc } from "~/trpc/client";
import { asAttempt, newDraftId } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { formatCount } from "~/ui/format/format-count";
import { showToast } from "~/ui/message/toasts";
import { FormSkeleton } from "../form/form-skeleton";
import { useFormFaults } from "../form/use-form-faults";
import { useStoredDraft } from "../form/use-stored-draft";
import { listBlockSeats } from "../plan/list-plan-seats";
import { PlanEditor } from "../plan/plan-editor";
import { PlanPreview } from "../plan/plan-preview";
import { standingOf } from "../plan/read-existing-layout";
import { nextLabel } from "../plan/row-labels";
import { newRowBlock, type SeatingPlan } from "../plan/seating-plan";
import { planFaults } from "./find-venue-faults";
import { SaveProblem } from "./save-failure";
import { type Saved, sendSeats } from "./save-venue";

type RowsDraft = { draft_id: string; plan: SeatingPlan };
type Props = { venue: Venue; hall: Layout; onDone: () => void };

/** More rows for a hall that stands, drawn behind what it has. */
export function AddRows(props: Props) {
  const stored = useStoredDraft(`add-rows.1.${props.venue.venue_id}`, () => newRowsDraft(props));
  if (stored.draft === null) return <FormSkeleton what="the form" />;
  return <RowsForm {...props} {...stored} draft={stored.draft} />;
}

/** Rows after the last one of the section that the hall ends with. */
function newRowsDraft({ venue, hall }: Props): RowsDraft {
  const last = hall.rows.at(-1);
  const label = last ? nextLabel(last.row_label) : "A";
  const type = venue.seat_types[last?.types[0] ?? 0] ?? "";
  const more = { first_row: label, last_row: label, section: last?.section ?? "" };
  return {
    draft_id: newDraftId(),
    plan: { seat_types: venue.seat_types, blocks: [newRowBlock(newDraftId(), type, more)] },
  };
}

type FormProps = Props & ReturnType<typeof useStoredDraft<RowsDraft>> & { draft: RowsDraft };

function RowsForm({ venue, hall, onDone, draft, change, undo, canUndo, forget, discard }: FormProps) {
  const { form, faults, show, clear } = useFormFaults();
  const { save, saved } = useSaveRows(venue, () => {
    forget();
    onDone();
  });
  const standing = useMemo(() => standingOf(hall), [hall]);
  const drawn = useMemo(() => listBlockSeats(draft.plan, standing).map(({ seats }) => seats), [draft.plan, standing]);
  const seats = useMemo(() => drawn.flat(), [drawn]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = planFaults(draft.plan, standing);
    show(wrong);
    if (Object.keys(wrong).length === 0) save.mutate({ draft_id: draft.draft_id, seats });
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-8 lg:grid-cols-2">
      <fieldset disabled={save.isPending} className="flex min-w-0 flex-col gap-5">
        <legend className="display pb-4 font-semibold text-28">More rows</legend>
        <PlanEditor
          plan={draft.plan}
          drawn={drawn}
          faults={faults}
          onChange={(plan, part) => {
            if (save.isError) save.reset();
            change({ ...draft, plan }, part);
          }}
          mayAddTypes={false}
          undo={undo}
          canUndo={canUndo}
          clear={clear}
        />
      </fieldset>
      <div className="flex min-w-0 flex-col gap-5 lg:sticky lg:top-6 lg:self-start">
        <PlanPreview seats={seats} seat_types={venue.seat_types} behind={hall} />
        {faults.plan ? (
          <p role="alert" className="font-medium text-curtain">
            {faults.plan}
          </p>
        ) : null}
        {save.isError ? <SaveProblem error={save.error} saved={saved && { ...saved, venue_id: null }} /> : null}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" pending={save.isPending} pendingLabel="Adding …">
            Add {formatCount(seats.length)} seats
          </Button>
          <Button
            disabled={save.isPending}
            onClick={() => {
              discard();
              onDone();
            }}
          >
            Leave the hall as it is
          </Button>
        </div>
      </div>
    </form>
  );
}

function useSaveRows({ venue_id }: Venue, onSaved: () => void) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const [saved, setSaved] = useState<Saved | null>(null);
  const save = useMutation({
    networkMode: "always",
    mutationFn: ({ draft_id, seats }: { draft_id: string; seats: NewVenueSeat[] }) =>
      sendSeats(
        { addSeats: (input, { key }) => utils.client.venue.addSeats.mutate(input, asAttempt(key)) },
        { draft_id, venue_id },
        seats,
        setSaved,
      ),
    onSuccess: async (_, { seats }) => {
      await utils.venue.plan.invalidate({ venue_id });
      showToast(`${formatCount(seats.length)} seats were added.`);
      onSaved();
      router.refresh();
    },
  });
  return { save, saved };
}
