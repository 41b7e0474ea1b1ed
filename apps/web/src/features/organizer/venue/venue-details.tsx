import { type ComponentProps, useId, useMemo } from "react";
import { Field } from "~/ui/field/field";
import { TextArea } from "~/ui/field/text-area";
import { PlaceFields } from "../form/place-fields";
import type { FormFaults } from "../form/use-form-faults";
import type { VenueFields } from "./venue-draft";

type Name = "name" | "city" | "timezone" | "description";
type Props = {
  draft: VenueFields;
  faults: FormFaults;
  onChange: (change: Partial<VenueFields>, part: keyof VenueFields) => void;
  /** Once events here were published in the time zone, it stays. */
  isZoneFixed?: boolean;
};

/** A venue's name, city, time zone, address and description. */
export function VenueDetails({ draft, faults, onChange, isZoneFixed = false }: Props) {
  const control = (name: Name) => ({
    name,
    fault: faults[name],
    value: draft[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [name]: currentTarget.value }, name),
  });
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <Field label="Name" {...control("name")} autoComplete="off" className="sm:col-span-2" />
      <Field label="City" {...control("city")} autoComplete="address-level2" />
      <ZoneField
        {...control("timezone")}
        disabled={isZoneFixed}
        hint={
          isZoneFixed
            ? "It stays: an event here was published in this time zone, and its times were told."
            : "Events here are shown in this time zone."
        }
      />
      <PlaceFields place={draft} faults={faults} onChange={onChange} hint="Shown with each event here" />
      <TextArea
        label="Description (optional)"
        {...control("description")}
        hint={`${draft.description.length} of 500 characters`}
        className="sm:col-span-2"
      />
    </div>
  );
}

/** A time zone by its IANA name, found by typing part of it. */
function ZoneField(props: Omit<ComponentProps<typeof Field>, "list" | "label">) {
  const id = useId();
  const zones = useMemo(() => [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])], []);
  return (
    <>
      <Field {...props} label="Time zone" list={id} autoComplete="off" spellCheck={false} />
      <datalist id={id}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
