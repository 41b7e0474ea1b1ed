import type { Venue } from "@evently/core/venue";
import { type FormEvent, useState } from "react";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { findServerFaults } from "../../event/find-server-faults";
import { ChangeFrame, type ChangeProps, readReason } from "../../form/change-frame";
import { ConfirmSave } from "../../form/confirm-save";
import { ConflictChoices } from "../../form/conflict-choices";
import type { Clash } from "../../form/find-clashes";
import { RefusedChange } from "../../form/refused-change";
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

type Props = ChangeProps<TypedVenue, Venue>;

/** What can be changed of a saved venue apart from its seats; what it does to its events is said before it is saved. */
export function ChangeVenueForm({ typed, undo, canUndo, discard, ...rest }: Props) {
  const { venue, draft, clashes } = typed;
  const { form, faults, update, changes, asked, close, submit, save } = useTypedVenue({ typed, ...rest });
  const isBusy = save.isPending || save.isSuccess;
  // Faults of fields stand at these.
  const isRefused = save.isError && Object.keys(findServerFaults(save.error)).length === 0;
  const send = (reason: string) =>
    save.mutate({ ...asked, venue_id: venue.venue_id, revision: venue.revision, ...readReason(reason) });
  return (
    <ChangeFrame
      {...{ form, submit, isBusy }}
      legend="The venue"
      fields={<VenueDetails {...{ draft, faults }} onChange={update} isZoneFixed={venue.timezone_fixed === true} />}
      dialog={<ConfirmVenue {...{ venue, asked, close, send }} isPending={save.isPending} />}
    >
      {isRefused ? <RefusedChange subject="venue" error={save.error} /> : null}
      <ConflictChoices {...{ clashes, draft }} describe={(_, part) => Object.values(part).join()} choose={update} />
      <div className="flex flex-col gap-3">
        <SaveButtons
          count={Object.keys(changes).length}
          back={`/organizer/venues/${venue.venue_id}`}
          {...{ isBusy, undo, canUndo, discard }}
        />
      </div>
    </ChangeFrame>
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
