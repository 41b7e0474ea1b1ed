"use client";

import { useEffect, useState } from "react";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import type { HallRow, HallSection } from "~/features/hall/hall";
import { SelectField } from "~/ui/field/select-field";
import type { Picker } from "../picker";
import { type PriceOf, seatName } from "../seats/describe-seat";

type Props = { picker: Picker; priceOf: PriceOf; onPick: (seat: number) => void };

/** The same seats as the map, as words and buttons: section, row, seat. */
export function SeatList({ picker, priceOf, onPick }: Props) {
  const [openSection, setOpenSection] = useState(0);
  const { sections } = picker.hall;
  const section = sections[openSection];
  return (
    <div className="flex flex-col gap-4">
      {sections.length > 1 ? (
        <SelectField
          label="Section"
          value={openSection}
          onChange={({ currentTarget }) => setOpenSection(Number(currentTarget.value))}
          className="max-w-sm"
        >
          {sections.map(({ name }, number) => (
            <option key={name} value={number}>
              {name || "Other seats"}
            </option>
          ))}
        </SelectField>
      ) : null}
      {section ? <SectionRows key={openSection} section={section} {...{ picker, priceOf, onPick }} /> : null}
    </div>
  );
}

function SectionRows({ section, picker, priceOf, onPick }: Props & { section: HallSection }) {
  const [, redraw] = useState(0);
  useEffect(() => picker.onSeats(() => redraw((count) => count + 1)), [picker]);
  return (
    <ol className="flex flex-col divide-y divide-line">
      {section.rows.map((number) => {
        const row = picker.hall.rows[number];
        return row ? <RowOfSeats key={number} row={row} {...{ picker, priceOf, onPick }} /> : null;
      })}
    </ol>
  );
}

function RowOfSeats({ row, picker, priceOf, onPick }: Props & { row: HallRow }) {
  const left = row.seats.filter((seat) => picker.isFree(seat)).length;
  return (
    <li className="grid gap-2 py-3 sm:grid-cols-[7rem_1fr]">
      <span className="leading-tight">
        <span className="block font-semibold">Row {row.label}</span>
        <span className="figures text-14 text-soft">{left === 0 ? "Full" : `${left} left`}</span>
      </span>
      <span className="flex flex-wrap gap-1.5">
        {row.seats.map((seat) => (
          <SeatButton key={seat} seat={seat} {...{ picker, priceOf, onPick }} />
        ))}
      </span>
    </li>
  );
}

function SeatButton({ seat, picker, priceOf, onPick }: Props & { seat: number }) {
  const state = picker.stateOf(seat);
  const isTaken = state === "held" || state === "taken";
  return (
    <button
      type="button"
      aria-pressed={state === "selected" || state === "yours"}
      aria-disabled={isTaken || state === "yours"}
      aria-label={seatName(picker, seat, priceOf)}
      onClick={() => onPick(seat)}
      className={`figures flex min-h-9 min-w-14 items-center justify-center gap-1.5 rounded-control border px-2 text-14 ${isTaken ? "border-line text-soft" : "border-outline bg-card hover:bg-sunken"}`}
    >
      <SeatSwatch
        state={state}
        type={picker.hall.types[seat]}
        accessible={picker.hall.accessible[seat] === 1}
        size={14}
      />
      {picker.hall.nums[seat]}
    </button>
  );
}
