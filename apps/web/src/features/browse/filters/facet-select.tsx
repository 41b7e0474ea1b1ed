import type { FacetValue } from "@evently/core/search";
import { SelectField } from "~/ui/field/select-field";

type Props = {
  label: string;
  /** The choice of no filter: "All cities". */
  all: string;
  value: string;
  choices: readonly FacetValue[];
  onChoose: (value: string) => void;
};

/** A choice among the existing values, each with its number of events. */
export function FacetSelect({ label, all, value, choices, onChoose }: Props) {
  const isListed = value === "" || choices.some((choice) => choice.value === value);
  return (
    <SelectField label={label} hideLabel value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{all}</option>
      {isListed ? null : <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {`${choice.label ?? choice.value} (${choice.count})`}
        </option>
      ))}
    </SelectField>
  );
}
