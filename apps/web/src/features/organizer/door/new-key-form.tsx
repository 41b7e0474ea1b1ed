import type { NewDoorKey } from "@evently/core/door-key";
import type { EventPage } from "@evently/core/event";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { FailurePanel } from "~/ui/message/failure-panel";
import { organizerWords } from "../organizer-words";
import { useNewKey } from "./use-new-key";

/** As long as a name may be. */
const mostLetters = 60;

type Props = { event: EventPage; onMade: (key: NewDoorKey) => Promise<unknown> };

export function NewKeyForm({ event, onMade }: Props) {
  const { typed, faults, make, submit, update } = useNewKey(event, onMade);
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <h3 className="font-semibold text-18">New key</h3>
      <Field
        label="Name"
        hint="Such as the person, or the device."
        value={typed.name}
        maxLength={mostLetters}
        fault={faults.name}
        autoComplete="off"
        onChange={({ currentTarget }) => update({ name: currentTarget.value })}
      />
      <Field
        label="Gate (optional)"
        value={typed.gate}
        maxLength={mostLetters}
        autoComplete="off"
        onChange={({ currentTarget }) => update({ gate: currentTarget.value })}
      />
      <Field
        label="Until"
        type="datetime-local"
        hint={`Time zone: ${event.timezone}. At most a day after the event’s end.`}
        value={typed.until}
        fault={faults.until}
        autoComplete="off"
        onChange={({ currentTarget }) => update({ until: currentTarget.value })}
      />
      {make.isError ? <FailurePanel {...describeFailure(make.error, organizerWords)} /> : null}
      <Button type="submit" variant="primary" className="self-start" pending={make.isPending} pendingLabel="Making…">
        Create key
      </Button>
    </form>
  );
}
