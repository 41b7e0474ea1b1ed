import { useState } from "react";
import { featureNames } from "~/features/hall/seat-features";
import { Field } from "~/ui/field/field";
import { NumberField } from "~/ui/field/number-field";
import { SelectField } from "~/ui/field/select-field";
import type { FormFaults } from "../form/use-form-faults";
import { type EndMark, endMarks, type RowBlock, usualGap } from "./seating-plan";

type Props = {
  block: RowBlock;
  seat_types: readonly string[];
  faults: FormFaults;
  /** `field` is the one that was changed. */
  onChange: (change: Partial<RowBlock>, field: keyof RowBlock) => void;
};

/** The name of a block's control, under which its faults are listed. */
export const controlName = (block: string, field: string) => `${block}.${field}`;

const detailFields = ["first_num", "aisles_after", ...endMarks.map((mark) => `${mark}_ends` as const)] as const;

/** The labels, seats, type, section and shape of a block of rows. */
export function RowBlockFields({ block, seat_types, faults, onChange }: Props) {
  const control = (field: keyof RowBlock) => ({
    name: controlName(block.id, field),
    fault: faults[controlName(block.id, field)],
  });
  const textControl = (field: "section" | "first_row" | "last_row") => ({
    ...control(field),
    value: block[field],
    autoComplete: "off",
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [field]: currentTarget.value }, field),
  });
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-6">
        <Field label="First row" {...textControl("first_row")} className="sm:col-span-2" />
        <Field label="Last row" {...textControl("last_row")} className="sm:col-span-2" />
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
      <summary className="min-h-9 content-center font-medium text-14">Numbering, curve, aisles, marked seats</summary>
      <DetailFields {...props} />
    </details>
  );
}

function DetailFields({ block, control, onChange }: DetailProps) {
  const choice = { block, control, onChange };
  return (
    <div className="grid gap-4 pt-3 min-[25rem]:grid-cols-2">
      <Choice {...choice} label="Numbers" field="numbering" options={numberings} />
      <Choice
        {...choice}
        label={block.numbering === "center" ? "Odd numbers are" : "Numbers start"}
        field="begins"
        options={begins}
      />
      <NumberField
        label="First number"
        {...control("first_num")}
        value={block.first_num}
        onChange={(first_num) => onChange({ first_num }, "first_num")}
      />
      <Choice {...choice} label="Seat spacing" field="seat_gap" options={gaps} />
      <Choice {...choice} label="Row shape" field="curve" options={curves} />
      <Choice {...choice} label="Aisles" field="aisles" options={aisles} />
      {block.aisles === "chosen" ? (
        <Field
          label="Aisles after seats"
          hint="Counted from the left, such as 4, 12."
          {...control("aisles_after")}
          value={block.aisles_after}
          autoComplete="off"
          className="min-[25rem]:col-span-2"
          onChange={({ currentTarget }) => onChange({ aisles_after: currentTarget.value }, "aisles_after")}
        />
      ) : null}
      {endMarks.map((mark) => (
        <EndFields key={mark} {...choice} mark={mark} />
      ))}
    </div>
  );
}

/** What is marked at the ends of which rows, and how many. */
function EndFields({ mark, ...choice }: DetailProps & { mark: EndMark }) {
  const { block, control, onChange } = choice;
  const field = `${mark}_ends` as const;
  return (
    <div className="grid gap-4 min-[25rem]:col-span-2 min-[25rem]:grid-cols-2">
      <Choice {...choice} label={featureNames[mark]} field={`${mark}_row`} options={ends} />
      {block[`${mark}_row`] === "none" ? null : (
        <NumberField
          label="At each end"
          {...control(field)}
          value={block[field]}
          onChange={(count) => onChange({ [field]: count }, field)}
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

const numberings: Options<RowBlock["numbering"]> = [
  ["all", "1, 2, 3"],
  ["center", "Odd and even sides"],
  ["odd", "Odd only: 1, 3, 5"],
  ["even", "Even only: 2, 4, 6"],
];
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
  ["none", "None"],
  ["middle", "One in the middle"],
  ["two", "Two"],
  ["chosen", "After certain seats"],
];
const ends: Options<RowBlock["accessible_row"]> = [
  ["none", "None"],
  ["first", "Ends of the first row"],
  ["last", "Ends of the last row"],
  ["every", "Ends of every row"],
];
