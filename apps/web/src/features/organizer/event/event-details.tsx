import type { Venue } from "@evently/core/venue";
import { Field } from "~/ui/field/field";
import { NumberField } from "~/ui/field/number-field";
import { SelectField } from "~/ui/field/select-field";
import { TextArea } from "~/ui/field/text-area";
import { formatCount } from "~/ui/format/format-count";
import { formatDuration } from "~/ui/format/format-time";
import type { FormFaults } from "../form/use-form-faults";
import type { EventDraft, UpdateDraft } from "./event-draft";

type Props = {
  venues: readonly Venue[];
  venue: Venue | undefined;
  draft: EventDraft;
  faults: FormFaults;
  update: UpdateDraft;
};
type TextField = "name" | "start_time" | "description" | "programme" | "artists" | "tags" | "venue_id";

/** Venue, name, time, description, artists, programme and tags. */
export function EventDetails({ venues, venue, draft, faults, update }: Props) {
  const control = (name: TextField) => ({
    name,
    fault: faults[name],
    value: draft[name],
    autoComplete: "off",
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      update({ [name]: currentTarget.value }, name),
  });
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField label="Venue" {...control("venue_id")} className="sm:col-span-2">
        {venue ? null : <option value="">Pick a venue</option>}
        {venues.map(({ venue_id, name, city, seat_count }) => (
          <option key={venue_id} value={venue_id} disabled={seat_count === 0}>
            {`${name}, ${city} (${seat_count === 0 ? "no seats yet" : `${formatCount(seat_count)} seats`})`}
          </option>
        ))}
      </SelectField>
      <Field label="Name" {...control("name")} className="sm:col-span-2" />
      <Field
        label="Starts"
        type="datetime-local"
        {...control("start_time")}
        hint={venue ? `Time zone: ${venue.timezone}` : "In the venue’s time zone"}
      />
      <NumberField
        label="Duration in minutes"
        name="duration"
        {...{ fault: faults.duration, value: draft.duration }}
        hint={draft.duration ? formatDuration(draft.duration) : undefined}
        onChange={(duration) => update({ duration }, "duration")}
      />
      <TextArea
        label="Description (a sentence or two)"
        {...control("description")}
        hint={`${draft.description.length} of 500 characters`}
        className="sm:col-span-2"
      />
      <TextArea label="Artists, one per line" {...control("artists")} placeholder="Ida Brandt, violin" />
      <TextArea label="Programme and notes" {...control("programme")} />
      <Field
        label="Tags, separated by commas"
        {...control("tags")}
        placeholder="chamber, song"
        className="sm:col-span-2"
      />
    </div>
  );
}
