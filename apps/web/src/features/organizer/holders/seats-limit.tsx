"use client";

import type { EventPage } from "@evently/core/event";
import { isChangeable } from "@evently/core/event/event.rules";
import { type FormEvent, useState } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { NumberField } from "~/ui/field/number-field";
import { FailurePanel } from "~/ui/message/failure-panel";
import { showToast } from "~/ui/message/toasts";
import { findServerFaults } from "../event/find-server-faults";
import { organizerWords } from "../organizer-words";

type Props = Pick<EventPage, "event_id"> & { inForce: number | null };

/** How many unpaid seats one connection may have of this event: the site's limit, or one of its own. */
export function SeatsLimit({ event_id, inForce }: Props) {
  const event = trpc.event.get.useQuery({ event_id });
  if (!event.data || !isChangeable(event.data) || inForce === null) return null;
  // Shown anew once it is another one; a change of anything else leaves what is typed.
  return <LimitForm key={event.data.seats_per_connection ?? "usual"} event={event.data} inForce={inForce} />;
}

function LimitForm({ event, inForce }: { event: EventPage; inForce: number }) {
  const own = event.seats_per_connection ?? null;
  const [typed, setTyped] = useState<number | null>(own ?? inForce);
  const save = useSaveLimit(event);
  const fault = findServerFaults(save.error).seats_per_connection;
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (typed !== null && typed !== own) save.mutate(typed);
  };
  return (
    <form noValidate onSubmit={submit} className="mt-4 flex flex-col gap-4 border-line border-t pt-6">
      <h2 className="display font-semibold text-22">Limit for this event</h2>
      <p className="figures max-w-[65ch] text-soft">
        {own === null
          ? `One connection may have ${inForce} unpaid seats, as on the whole site. A lower limit stops one person from taking many; a higher one lets an office or a school buy together.`
          : `One connection may have ${own} unpaid seats. This limit is your own.`}
      </p>
      <div className="flex flex-col items-start gap-3 sm:flex-row sm:items-end">
        <NumberField
          label="Unpaid seats of one connection"
          value={typed}
          onChange={(value) => {
            setTyped(value);
            save.reset();
          }}
          fault={typed === null ? "Enter a whole number." : fault}
          className="w-full sm:w-64"
        />
        <Button type="submit" pending={save.isPending} pendingLabel="Saving…">
          Save limit
        </Button>
        {own === null ? null : (
          <Button variant="plain" onClick={() => save.mutate(null)}>
            Use the site’s limit
          </Button>
        )}
      </div>
      {save.isError && !fault ? <FailurePanel {...describeFailure(save.error, organizerWords)} /> : null}
    </form>
  );
}

function useSaveLimit({ event_id, revision }: EventPage) {
  const utils = trpc.useUtils();
  const save = trpc.event.change.useMutation({
    onSuccess: () => showToast("The limit is saved. It counts within two seconds."),
    onSettled: () => Promise.all([utils.event.get.invalidate({ event_id }), utils.hold.holders.invalidate()]),
  });
  return {
    ...save,
    mutate: (seats_per_connection: number | null) =>
      save.mutate({ event_id, revision, seats_per_connection, series: false }),
  };
}
