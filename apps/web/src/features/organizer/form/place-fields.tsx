import { Field } from "~/ui/field/field";
import type { TypedPlace } from "./read-place";
import type { FormFaults } from "./use-form-faults";

type Props = {
  place: TypedPlace;
  faults: FormFaults;
  onChange: (change: Partial<TypedPlace>, name: keyof TypedPlace) => void;
  hint: string;
};

/** The address of a venue or an event, and a map of it. */
export function PlaceFields({ place, faults, onChange, hint }: Props) {
  const control = (name: keyof TypedPlace) => ({
    name,
    hint,
    fault: faults[name],
    value: place[name],
    autoComplete: "off",
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [name]: currentTarget.value }, name),
  });
  return (
    <>
      <Field label="Street address (optional)" {...control("address")} />
      <Field
        label="Link to a map (optional)"
        type="url"
        inputMode="url"
        placeholder="https://"
        {...control("map_url")}
      />
    </>
  );
}
