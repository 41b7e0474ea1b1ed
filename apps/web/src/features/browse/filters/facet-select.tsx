import type { FacetValue } from "@evently/core/event";
import { SelectField } from "~/ui/field/select-field";

type Props = {
  label: string;
  /** The choice that leaves it open: "Every city". */
  every: string;
  value: string;
  choices: readonly FacetValue[];
  onChoose: (value: string) => void;
};

/** One of the values there are, each with the number of events that it would leave. */
export function FacetSelect({ label, every, value, choices, onChoose }: Props) {
  const isListed = value === "" || choices.some((choice) => choice.value === value);
  return (
    <SelectField label={label} hideLabel value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{every}</option>
      {isListed ? null : <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label ?? choice.value} ({choice.count})
        </option>
      ))}
    </SelectField>
  );
}
