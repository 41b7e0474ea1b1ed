import type { EventPage } from "@evently/core/event";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field/field";
import { describeEventChange, type NewVenue } from "./describe-event-change";
import type { EventChanges } from "./list-event-changes";
import { nameFields } from "./name-fields";

type Props = {
  event: EventPage;
  /** Where it is to take place. */
  venue: NewVenue;
  /** Null while nothing is asked. */
  changes: EventChanges | null;
  isPending: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Says what a change does to buyers, seats and money before it is saved. */
export function ConfirmChange({ event, venue, changes, isPending, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState("");
  const asking = { enabled: changes !== null };
  const figures = trpc.analytics.event.useQuery({ event_id: event.event_id }, asking);
  const buyers = trpc.analytics.reachable.useQuery({ event_id: event.event_id }, asking);
  const isKnown = (figures.data || figures.isError) && (buyers.data || buyers.isError);
  const sold = figures.data ?? { seats_held: 0, total_bookings: 0, total_cancellations: 0 };
  const points = changes ? describeEventChange({ event, venue }, changes, sold, buyers.data ?? null) : [];
  return (
    <Dialog open={changes !== null} title="Save these changes?" onClose={onClose} form="sheet">
      <p>
        <span className="font-medium">Changed: </span>
        <span>{nameFields(Object.keys(changes ?? {}))}</span>
      </p>
      {isKnown ? (
        <ul className="figures flex list-disc flex-col gap-1.5 pl-5">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ) : (
        <p role="status">Counting who is concerned…</p>
      )}
      <Field
        label="Reason (optional, for your journal)"
        name="reason"
        autoComplete="off"
        maxLength={200}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
        <Button onClick={onClose}>Keep editing</Button>
        <Button
          variant="primary"
          disabled={!isKnown}
          pending={isPending}
          pendingLabel="Saving…"
          onClick={() => onConfirm(reason)}
        >
          Save
        </Button>
      </div>
    </Dialog>
  );
}
