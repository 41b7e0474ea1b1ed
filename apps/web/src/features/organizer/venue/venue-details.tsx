import { Field } from "~/ui/field/field";
import { TextArea } from "~/ui/field/text-area";
import type { FormFaults } from "../form/use-form-faults";
import type { VenueDraft } from "./venue-draft";
import { ZoneField } from "./zone-field";

type Name = "name" | "city" | "timezone" | "description";
type Props = {
  draft: VenueDraft;
  faults: FormFaults;
  onChange: (change: Partial<VenueDraft>, part: Name) => void;
};

/** What a venue is called, where it stands and by which clocks it lives. */
export function VenueDetails({ draft, faults, onChange }: Props) {
  const control = (name: Name) => ({
    name,
    fault: faults[name],
    value: draft[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [name]: currentTarget.value }, name),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Name" {...control("name")} autoComplete="off" className="sm:col-span-2" />
      <Field label="City" {...control("city")} autoComplete="address-level2" />
      <ZoneField {...control("timezone")} hint="Times of events are those of its clocks." />
      <TextArea
        label="Description, if any"
        {...control("description")}
        hint={`${draft.description.length} of 500 characters`}
        className="sm:col-span-2"
      />
    </div>
  );
}
