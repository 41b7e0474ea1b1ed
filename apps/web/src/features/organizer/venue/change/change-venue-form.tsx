import type { Venue } from "@evently/core/venue";
import { type FormEvent, useState } from "react";
import { organizerWords } from "~/features/organizer/organizer-words";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailureOf } from "~/trpc/failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { findServerFaults } from "../../event/find-server-faults";
import { ConfirmSave } from "../../form/confirm-save";
import { ConflictChoices } from "../../form/conflict-choices";
import { ConflictFailure } from "../../form/conflict-failure";
import type { Clash } from "../../form/find-clashes";
import { SaveButtons } from "../../form/save-buttons";
import { useFormFaults } from "../../form/use-form-faults";
import { findFieldFaults } from "../find-venue-faults";
import { VenueDetails } from "../venue-details";
import type { VenueFields } from "../venue-draft";
import { describeVenueChange } from "./describe-venue-change";
import { listVenueChanges, type VenueChanges } from "./list-venue-changes";
import { useChangeVenue } from "./use-change-venue";

/** What was typed, the saved venue that it was typed over, and what somebody else changed in the same fields. */
export type TypedVenue = { venue: Venue; draft: VenueFields; clashes: readonly Clash<VenueFields>[] };

type Props = {
  typed: TypedVenue;
  change: (typed: TypedVenue, part?: string) => void;
  /** Puts what was typed on top of what someone else saved. */
  follow: (saved: Venue) => void;
  undo: () => void;
  canUndo: boolean;
  forget: () => void;
  discard: () => void;
};

/** What can be changed of a saved venue apart from its seats; what it does to its events is said before it is saved. */
export function ChangeVenueForm({ typed, undo, canUndo, discard, ...rest }: Props) {
  const { venue, draft, clashes } = typed;
  const { form, faults, update, changes, asked, close, submit, save } = useTypedVenue({ typed, ...rest });
  const isBusy = save.isPending || save.isSuccess;
  const send = (reason: string) =>
    save.mutate({
      ...asked,
      ...{ venue_id: venue.venue_id, revision: venue.revision },
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-14"
    >
      <fieldset disabled={isBusy} className="min-w-0">
        <legend className="sr-only">The venue</legend>
        <VenueDetails {...{ draft, faults }} onChange={update} isZoneFixed={venue.timezone_fixed === true} />
      </fieldset>
      <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-6 lg:self-start">
        <ChangeFailure error={save.error} />
        <ConflictChoices {...{ clashes, draft }} describe={(_, part) => Object.values(part).join()} choose={update} />
        <div className="flex flex-col gap-3">
          <SaveButtons
            count={Object.keys(changes).length}
            back={`/organizer/venues/${venue.venue_id}`}
            {...{ isBusy, undo, canUndo, discard }}
          />
        </div>
      </div>
      <ConfirmVenue {...{ venue, asked, close, send }} isPending={save.isPending} />
    </form>
  );
}

function useTypedVenue({ typed, change, follow, forget }: Pick<Props, "typed" | "change" | "follow" | "forget">) {
  const { form, faults, show, clear } = useFormFaults();
  const [asked, setAsked] = useState<VenueChanges | null>(null);
  const close = () => setAsked(null);
  const save = useChangeVenue(typed.venue, {
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
  const update = (part: Partial<VenueFields>, control: string) => {
    clear(control);
    if (save.isError && !findFailureOf(save.error, "REVISION_CONFLICT")) save.reset();
    change({ ...typed, draft: { ...typed.draft, ...part } }, control);
  };
  const changes = listVenueChanges(typed.venue, typed.draft);
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const found = findFieldFaults(typed.draft);
    show(found);
    if (Object.keys(found).length === 0 && Object.keys(changes).length > 0) setAsked(changes);
  };
  return { form, faults, update, changes, asked, close, submit, save };
}

type ConfirmProps = {
  venue: Venue;
  asked: VenueChanges | null;
  isPending: boolean;
  send: (reason: string) => void;
  close: () => void;
};

function ConfirmVenue({ venue, asked, isPending, send, close }: ConfirmProps) {
  const counts = trpc.venue.eventCounts.useQuery({ venue_id: venue.venue_id }, { enabled: asked !== null });
  const points = asked ? describeVenueChange(asked, counts.data ?? null) : [];
  return (
    <ConfirmSave
      fields={asked && Object.keys(asked)}
      points={counts.data || counts.isError ? points : null}
      isPending={isPending}
      onConfirm={send}
      onClose={close}
    />
  );
}

function ChangeFailure({ error }: { error: unknown }) {
  if (!error || Object.keys(findServerFaults(error)).length > 0) return null;
  const conflict = findFailureOf(error, "REVISION_CONFLICT");
  return conflict ? (
    <ConflictFailure subject="venue" {...conflict.details} />
  ) : (
    <FailurePanel {...describeFailure(error, organizerWords)} />
  );
}
