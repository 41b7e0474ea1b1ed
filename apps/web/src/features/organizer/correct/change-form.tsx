"use client";

import { useState } from "react";
import { SelectField } from "~/ui/field/select-field";
import { formatCount } from "~/ui/format/format-count";
import { Apply, type ChangeProps } from "./apply-change";
import { FeaturesForm } from "./features-form";
import { LabelForm } from "./label-form";
import type { SeatChange } from "./seat-edits";
import { ShiftForm } from "./shift-form";

type Kind = Exclude<SeatChange["kind"], "keep">;

const kinds = {
  label: "Section, row or seat label",
  shift: "Seat numbers: add or subtract",
  type: "Seat type",
  features: "Wheelchair, view, access",
  remove: "Remove seats",
} as const satisfies Record<Kind, string>;

/** One change of the chosen seats; it is only listed, and saved with all others. */
export function ChangeForm({ seats, seat_types, onChange }: ChangeProps & { seat_types: readonly string[] }) {
  const [kind, setKind] = useState<Kind>("label");
  if (seats.length === 0) return <p className="text-soft">Choose seats first, in the list or on the map.</p>;
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        label={`Change of ${seats.length === 1 ? "the chosen seat" : `the ${formatCount(seats.length)} chosen seats`}`}
        value={kind}
        onChange={({ currentTarget }) => setKind(currentTarget.value as Kind)}
      >
        {Object.entries(kinds).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </SelectField>
      {kind === "label" ? <LabelForm {...{ seats, onChange }} /> : null}
      {kind === "shift" ? <ShiftForm {...{ seats, onChange }} /> : null}
      {kind === "type" ? <TypeForm {...{ seats, seat_types, onChange }} /> : null}
      {kind === "features" ? <FeaturesForm {...{ seats, onChange }} /> : null}
      {kind === "remove" ? <RemoveForm {...{ seats, onChange }} /> : null}
    </div>
  );
}

/** A reload forgets what could be undone, so seats can be kept after all here too. */
function RemoveForm({ seats, onChange }: ChangeProps) {
  const removed = seats.filter((seat) => seat.removed).length;
  return (
    <>
      {removed < seats.length ? (
        <Apply onApply={() => onChange({ kind: "remove" })} verb="Remove">
          Events that exist already keep these seats; only events created afterwards do without them.
        </Apply>
      ) : null}
      {removed > 0 ? (
        <Apply onApply={() => onChange({ kind: "keep" })} verb="Keep">
          {removed === 1
            ? "1 chosen seat is to be removed."
            : `${formatCount(removed)} chosen seats are to be removed.`}
        </Apply>
      ) : null}
    </>
  );
}

function TypeForm({ seats, seat_types, onChange }: ChangeProps & { seat_types: readonly string[] }) {
  const [seat_type, setType] = useState(seats[0]?.seat_type ?? "");
  return (
    <>
      <SelectField
        label="New seat type"
        value={seat_type}
        onChange={({ currentTarget }) => setType(currentTarget.value)}
      >
        {seat_types.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </SelectField>
      <Apply onApply={() => onChange({ kind: "type", seat_type })}>
        Events that exist already keep the type, and so the price, that these seats have now.
      </Apply>
    </>
  );
}
