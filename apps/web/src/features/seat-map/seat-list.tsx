"use client";

import { useEffect, useState } from "react";
import { SelectField } from "~/ui/field/select-field";
import type { HallRow, HallSection } from "./hall";
import { type PriceOf, seatName } from "./seat-name";
import type { SeatStore } from "./seat-store";
import { SeatSwatch } from "./seat-swatch";

type Props = { store: SeatStore; priceOf: PriceOf; onPick: (seat: number) => void };

/** The same seats as the map, as words and buttons: section, row, seat. */
export function SeatList({ store, priceOf, onPick }: Props) {
  const [openSection, setOpenSection] = useState(0);
  const { sections } = store.hall;
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
      {section ? <SectionRows key={openSection} section={section} {...{ store, priceOf, onPick }} /> : null}
    </div>
  );
}

function SectionRows({ section, store, priceOf, onPick }: Props & { section: HallSection }) {
  const [, redraw] = useState(0);
  useEffect(() => store.onSeats(() => redraw((count) => count + 1)), [store]);
  return (
    <ol className="flex flex-col divide-y divide-line">
      {section.rows.map((number) => {
        const row = store.hall.rows[number];
        return row ? <RowOfSeats key={number} row={row} {...{ store, priceOf, onPick }} /> : null;
      })}
    </ol>
  );
}

function RowOfSeats({ row, store, priceOf, onPick }: Props & { row: HallRow }) {
  const seats = Array.from({ length: row.to - row.from }, (_, seat) => row.from + seat);
  const left = seats.filter((seat) => store.isFree(seat)).length;
  return (
    <li className="grid gap-2 py-3 sm:grid-cols-[7rem_1fr]">
      <span className="leading-tight">
        <span className="block font-semibold">Row {row.label}</span>
        <span className="figures text-14 text-soft">{left === 0 ? "Full" : `${left} left`}</span>
      </span>
      <span className="flex flex-wrap gap-1.5">
        {seats.map((seat) => (
          <SeatButton key={seat} seat={seat} {...{ store, priceOf, onPick }} />
        ))}
      </span>
    </li>
  );
}

function SeatButton({ seat, store, priceOf, onPick }: Props & { seat: number }) {
  const look = store.look(seat);
  const isTheirs = look === "held" || look === "taken";
  return (
    <button
      type="button"
      aria-pressed={look === "selected" || look === "yours"}
      aria-disabled={isTheirs || look === "yours"}
      aria-label={seatName(store, seat, priceOf)}
      onClick={() => onPick(seat)}
      className={`figures flex min-h-9 min-w-14 items-center justify-center gap-1.5 rounded-control border px-2 text-14 ${isTheirs ? "border-line text-soft" : "border-outline bg-card hover:bg-sunken"}`}
    >
      <SeatSwatch look={look} type={store.hall.types[seat]} accessible={store.hall.accessible[seat] === 1} size={14} />
      {store.hall.nums[seat]}
    </button>
  );
}
