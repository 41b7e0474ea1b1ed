import { useState } from "react";
import { Field } from "~/ui/field/field";
import { NumberField } from "~/ui/field/number-field";
import { SelectField } from "~/ui/field/select-field";
import type { FormFaults } from "../form/use-form-faults";
import { cleanLabel } from "./row-labels";
import { type RowBlock, usualGap } from "./seating-plan";

type Props = {
  block: RowBlock;
  seat_types: readonly string[];
  faults: FormFaults;
  /** `field` is the one that was changed. */
  onChange: (change: Partial<RowBlock>, field: keyof RowBlock) => void;
};

/** The name of a block's control, under which its faults are listed. */
export const controlName = (block: string, field: string) => `${block}.${field}`;

const detailFields = ["first_num", "accessible_ends"] as const;

/** The labels, seats, type, section and shape of a block of rows. */
export function RowBlockFields({ block, seat_types, faults, onChange }: Props) {
  const control = (field: keyof RowBlock) => ({
    name: controlName(block.id, field),
    fault: faults[controlName(block.id, field)],
  });
  const textControl = (field: "section" | "first_row" | "last_row", clean = (text: string) => text) => ({
    ...control(field),
    value: block[field],
    autoComplete: "off",
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [field]: clean(currentTarget.value) }, field),
  });
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-6">
        <Field label="First row" {...textControl("first_row", cleanLabel)} className="sm:col-span-2" />
        <Field label="Last row" {...textControl("last_row", cleanLabel)} className="sm:col-span-2" />
        <NumberField
          label="Seats per row"
          {...control("seats_a_row")}
          value={block.seats_a_row}
          onChange={(seats_a_row) => onChange({ seats_a_row }, "seats_a_row")}
          className="sm:col-span-2"
        />
        <SelectField
          label="Seat type"
          {...control("seat_type")}
          value={block.seat_type}
          onChange={({ currentTarget }) => onChange({ seat_type: currentTarget.value }, "seat_type")}
          className="sm:col-span-3"
        >
          {seat_types.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
        <Field
          label="Section (optional)"
          placeholder="Balcony"
          {...textControl("section")}
          className="col-span-2 sm:col-span-3"
        />
      </div>
      <Details {...{ block, faults, control, onChange }} />
    </div>
  );
}

type DetailProps = Pick<Props, "block" | "onChange"> & {
  control: (field: keyof RowBlock) => { name: string; fault: string | undefined };
};

/** Folded until it is opened or has a fault. */
function Details({ faults, ...props }: DetailProps & Pick<Props, "faults">) {
  const [isOpen, setOpen] = useState(false);
  const hasFault = detailFields.some((field) => controlName(props.block.id, field) in faults);
  return (
    <details open={isOpen || hasFault} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="min-h-9 content-center font-medium text-14">
        Numbering, curve, aisles, wheelchair spaces
      </summary>
      <DetailFields {...props} />
    </details>
  );
}

function DetailFields({ block, control, onChange }: DetailProps) {
  return (
    <div className="grid gap-4 pt-3 min-[25rem]:grid-cols-2">
      <NumberField
        label="First number"
        {...control("first_num")}
        value={block.first_num}
        onChange={(first_num) => onChange({ first_num }, "first_num")}
      />
      <Choice {...{ block, control, onChange }} label="Numbers start" field="begins" options={begins} />
      <Choice {...{ block, control, onChange }} label="Row shape" field="curve" options={curves} />
      <Choice {...{ block, control, onChange }} label="Seat spacing" field="seat_gap" options={gaps} />
      <Choice {...{ block, control, onChange }} label="Aisles" field="aisles" options={aisles} />
      <Choice {...{ block, control, onChange }} label="Wheelchair spaces" field="accessible_row" options={spaces} />
      {block.accessible_row === "none" ? null : (
        <NumberField
          label="At each end"
          {...control("accessible_ends")}
          value={block.accessible_ends}
          onChange={(accessible_ends) => onChange({ accessible_ends }, "accessible_ends")}
        />
      )}
    </div>
  );
}

type Options<V> = readonly (readonly [V, string])[];
type ChoiceProps<F extends keyof RowBlock> = DetailProps & { label: string; field: F; options: Options<RowBlock[F]> };

function Choice<F extends keyof RowBlock>({ block, control, onChange, label, field, options }: ChoiceProps<F>) {
  return (
    <SelectField
      label={label}
      {...control(field)}
      value={String(block[field])}
      onChange={({ currentTarget }) => {
        const chosen = options[currentTarget.selectedIndex];
        if (chosen) onChange({ [field]: chosen[0] } as Partial<RowBlock>, field);
      }}
    >
      {options.map(([value, name]) => (
        <option key={name} value={String(value)}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

const begins: Options<RowBlock["begins"]> = [
  ["left", "On the left"],
  ["right", "On the right"],
];
const curves: Options<RowBlock["curve"]> = [
  ["straight", "Straight"],
  ["gentle", "Gently curved"],
  ["strong", "Strongly curved"],
];
const gaps: Options<number> = [
  [5, "Close, 50 cm"],
  [usualGap, "Standard, 55 cm"],
  [7, "Wide, 70 cm"],
];
const aisles: Options<RowBlock["aisles"]> = [
  [0, "None"],
  [1, "One in the middle"],
  [2, "Two"],
];
const spaces: Options<RowBlock["accessible_row"]> = [
  ["none", "None"],
  ["first", "Ends of the first row"],
  ["last", "Ends of the last row"],
];
