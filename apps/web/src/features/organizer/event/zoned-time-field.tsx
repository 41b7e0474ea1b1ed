import { formatZonedClock } from "@evently/core/format/format-time";
import { Field } from "~/ui/field/field";
import { useDateStyle } from "~/ui/format/use-date-style";
import type { FormFaults } from "../form/use-form-faults";
import type { EventDraft, TimeName, UpdateDraft } from "./event-draft";
import { listInstants, type Occurrence } from "./zoned-time";

type Props = {
  name: TimeName;
  label: string;
  draft: EventDraft;
  faults: FormFaults;
  update: UpdateDraft;
  zone: string;
  className?: string;
};

/** A date and a time in the venue's zone; where its clocks show that time twice, it asks which one is meant. */
export function ZonedTimeField({ name, label, draft, faults, update, zone, className }: Props) {
  const instants = listInstants(draft[name], zone);
  return (
    <div className={className}>
      <Field
        label={label}
        type="datetime-local"
        autoComplete="off"
        name={name}
        value={draft[name]}
        fault={faults[name]}
        hint={`Time zone: ${zone}`}
        onChange={({ currentTarget }) => update({ [name]: currentTarget.value }, name)}
      />
      {instants.length > 1 ? <WhichOne {...{ name, draft, update, zone, instants }} /> : null}
    </div>
  );
}

type WhichProps = Pick<Props, "name" | "draft" | "update" | "zone"> & { instants: readonly string[] };

function WhichOne({ name, draft, update, zone, instants }: WhichProps) {
  const style = useDateStyle();
  const meant = draft.meant[name] ?? "first";
  const occurrences: readonly Occurrence[] = ["first", "second"];
  return (
    <fieldset className="mt-2 flex flex-wrap gap-x-5">
      <legend className="text-14">The clocks are set back, so this time comes twice. Which one?</legend>
      {occurrences.map((occurrence, index) => (
        <label key={occurrence} className="flex min-h-11 cursor-pointer items-center gap-2">
          <input
            type="radio"
            name={`${name}.meant`}
            checked={meant === occurrence}
            onChange={() => update({ meant: { ...draft.meant, [name]: occurrence } }, name)}
            className="size-5 shrink-0 accent-curtain"
          />
          <span>{`${formatZonedClock(instants[index] ?? "", zone, style)}, the ${occurrence}`}</span>
        </label>
      ))}
    </fieldset>
  );
}
