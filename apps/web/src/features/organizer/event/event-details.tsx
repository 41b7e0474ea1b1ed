import { addMinutes } from "@evently/core/format/add-minutes";
import { formatSpan } from "@evently/core/format/format-span";
import type { EventId } from "@evently/core/ids";
import type { Venue } from "@evently/core/venue";
import { Field } from "~/ui/field/field";
import { NumberField } from "~/ui/field/number-field";
import { SelectField } from "~/ui/field/select-field";
import { TextArea } from "~/ui/field/text-area";
import { formatCount } from "~/ui/format/format-count";
import { formatDuration } from "~/ui/format/format-duration";
import { useDateStyle } from "~/ui/format/use-date-style";
import { PlaceFields } from "../form/place-fields";
import type { FormFaults } from "../form/use-form-faults";
import type { EventDraft, UpdateDraft } from "./event-draft";
import { OverlapNote } from "./overlap-note";
import { readLocalTime } from "./zoned-time";
import { ZonedTimeField } from "./zoned-time-field";

type EventVenue = Pick<Venue, "venue_id" | "name" | "city" | "timezone" | "seat_count">;

type Props = {
  venues: readonly EventVenue[];
  venue: EventVenue | undefined;
  /** The event itself, once it is saved. */
  event_id?: EventId;
  /** Says why the event stays in its venue, or what another one changes. */
  venueHint?: string;
  isVenueFixed?: boolean;
  draft: EventDraft;
  faults: FormFaults;
  update: UpdateDraft;
};
type TextField = "name" | "description" | "programme" | "artists" | "tags" | "venue_id";

/** Venue, name, times, facts, description, artists, programme and tags. */
export function EventDetails({ venues, venue, event_id, draft, faults, update, ...rest }: Props) {
  const control = (name: TextField) => ({
    name,
    fault: faults[name],
    value: draft[name],
    autoComplete: "off",
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      update({ [name]: currentTarget.value }, name),
  });
  return (
    <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
      <SelectField
        label="Venue"
        {...control("venue_id")}
        hint={rest.venueHint}
        disabled={rest.isVenueFixed}
        className="sm:col-span-2"
      >
        {venue ? null : <option value="">Pick a venue</option>}
        {venues.map(({ venue_id, name, city, seat_count }) => (
          <option key={venue_id} value={venue_id} disabled={seat_count === 0}>
            {`${name}, ${city} (${seat_count === 0 ? "no seats yet" : `${formatCount(seat_count)} seats`})`}
          </option>
        ))}
      </SelectField>
      <Field label="Name" {...control("name")} className="sm:col-span-2" />
      <EventTimes {...{ venue, draft, faults, update }} {...(event_id ? { event_id } : {})} />
      <PlaceFields
        place={draft}
        faults={faults}
        onChange={(change, name) => update(change, name)}
        hint="Leave this empty for the venue’s own"
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

/** When the event starts, how long it lasts, when the doors open and from which age one may come. */
function EventTimes({ venue, event_id, draft, faults, update }: Omit<Props, "venues">) {
  const zone = venue?.timezone ?? "UTC";
  const start = readLocalTime(draft.start_time, zone, draft.meant.start_time);
  const span = "instant" in start && draft.duration ? toSpan(start.instant, draft.duration, zone) : null;
  return (
    <>
      <ZonedTimeField name="start_time" label="Starts" {...{ draft, faults, update, zone }} />
      <NumberField
        label="Duration in minutes"
        name="duration"
        {...{ fault: faults.duration, value: draft.duration }}
        hint={<DurationHint minutes={draft.duration} span={span} />}
        onChange={(duration) => update({ duration }, "duration")}
      />
      {venue && span ? (
        <OverlapNote venue={venue} span={span} minutes={draft.duration ?? 0} {...(event_id ? { event_id } : {})} />
      ) : null}
      <ZonedTimeField name="doors_time" label="Doors open (optional)" {...{ draft, faults, update, zone }} />
      <Field
        label="Minimum age (optional)"
        name="min_age"
        inputMode="numeric"
        autoComplete="off"
        {...{ fault: faults.min_age, value: draft.min_age }}
        hint="In years; 0 is for all ages"
        onChange={({ currentTarget }) => update({ min_age: currentTarget.value }, "min_age")}
      />
    </>
  );
}

const toSpan = (start_time: string, minutes: number, timezone: string) => ({
  start_time,
  end_time: addMinutes(start_time, minutes),
  timezone,
});

function DurationHint({ minutes, span }: { minutes: number | null; span: ReturnType<typeof toSpan> | null }) {
  const style = useDateStyle();
  if (!minutes) return null;
  return span ? `${formatDuration(minutes)}: ${formatSpan(span, style)}` : formatDuration(minutes);
}
