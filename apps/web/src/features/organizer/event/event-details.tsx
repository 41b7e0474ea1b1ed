import type { Venue } from "@evently/core/venue";
import { Field } from "~/ui/field/field";
import { NumberField } from "~/ui/field/number-field";
import { SelectField } from "~/ui/field/select-field";
import { TextArea } from "~/ui/field/text-area";
import { formatCount } from "~/ui/format/format-count";
import { formatDuration } from "~/ui/format/format-time";
import type { FormFaults } from "../form/use-form-faults";
import type { EventDraft } from "./event-draft";
import type { PutDraft } from "./event-form";

type Props = {
  venues: readonly Venue[];
  venue: Venue | undefined;
  draft: EventDraft;
  faults: FormFaults;
  put: PutDraft;
};
type Text = "name" | "start_time" | "description" | "programme" | "artists" | "tags" | "venue_id";

/** Where and when it is, and what there is to hear. */
export function EventDetails({ venues, venue, draft, faults, put }: Props) {
  const control = (name: Text) => ({
    name,
    fault: faults[name],
    value: draft[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => put({ [name]: currentTarget.value }, name),
  });
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField label="Venue" {...control("venue_id")} className="sm:col-span-2">
        {venue ? null : <option value="">Pick a venue</option>}
        {venues.map(({ venue_id, name, city, seat_count }) => (
          <option key={venue_id} value={venue_id} disabled={seat_count === 0}>
            {name}, {city} ({seat_count === 0 ? "no seats yet" : `${formatCount(seat_count)} seats`})
          </option>
        ))}
      </SelectField>
      <Field label="Name" {...control("name")} autoComplete="off" className="sm:col-span-2" />
      <Field
        label="Begins"
        type="datetime-local"
        {...control("start_time")}
        hint={`By the clocks of ${venue?.timezone ?? "the venue"}.`}
      />
      <NumberField
        label="Duration in minutes"
        name="duration"
        fault={faults.duration}
        hint={draft.duration ? formatDuration(draft.duration) : undefined}
        value={draft.duration}
        onChange={(duration) => put({ duration }, "duration")}
      />
      <TextArea
        label="Description, in a sentence or two"
        {...control("description")}
        hint={`${draft.description.length} of 500 characters`}
        className="sm:col-span-2"
      />
      <TextArea label="Artists, one a line" {...control("artists")} placeholder="Ida Brandt, violin" />
      <TextArea label="Programme and notes" {...control("programme")} />
      <Field
        label="Tags, between commas"
        {...control("tags")}
        autoComplete="off"
        placeholder="chamber, song"
        className="sm:col-span-2"
      />
    </div>
  );
}
