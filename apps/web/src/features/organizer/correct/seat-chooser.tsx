"use client";

import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { useState } from "react";
import { nameFeatures } from "~/features/hall/seat-features";
import { Button } from "~/ui/button";
import { CheckBox } from "~/ui/field/check-box";
import { Field } from "~/ui/field/field";
import { SelectField } from "~/ui/field/select-field";
import { formatCount } from "~/ui/format/format-count";
import { allSeats, distinct, findSavedSeats, keepFindable, type SeatSearch } from "./find-saved-seats";
import type { EditedSeat } from "./seat-edits";

type Props = {
  seats: readonly EditedSeat[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onToggle: (seat_pos: string) => void;
  /** What is said of a seat beside its type. */
  noteOf?: (seat_pos: string) => string;
};

const pageSize = 60;

/** Finds seats by section, row and label, to choose them one by one or all at once. */
export function SeatChooser({ seats, chosen, onChoose, onToggle, noteOf }: Props) {
  const [typed, setSearch] = useState<SeatSearch>(allSeats);
  const search = keepFindable(typed, seats);
  const found = findSavedSeats(seats, search);
  const foundIds = found.map(({ seat_pos }) => seat_pos);
  return (
    <div className="flex flex-col gap-4">
      <SearchFields {...{ seats, search }} onChange={setSearch} />
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" disabled={found.length === 0} onClick={() => onChoose(new Set([...chosen, ...foundIds]))}>
          {found.length === 1 ? "Choose this seat" : `Choose all ${formatCount(found.length)} seats`}
        </Button>
        <Button size="small" variant="plain" disabled={chosen.size === 0} onClick={() => onChoose(new Set())}>
          Clear choice
        </Button>
        <p role="status" className="figures text-14 text-soft">
          {`${formatCount(chosen.size)} chosen`}
        </p>
      </div>
      <FoundSeats key={JSON.stringify(search)} {...{ found, chosen, onToggle, noteOf }} />
    </div>
  );
}

type SearchProps = { seats: readonly EditedSeat[]; search: SeatSearch; onChange: (search: SeatSearch) => void };

function SearchFields({ seats, search, onChange }: SearchProps) {
  const sections = distinct(seats.map(({ section }) => section));
  const inSection = findSavedSeats(seats, { ...allSeats, section: search.section });
  return (
    <div className="grid grid-cols-1 gap-4 min-[25rem]:grid-cols-2 sm:grid-cols-3">
      <TextSelect
        label="Section"
        all="All sections"
        texts={sections}
        value={search.section}
        onChange={(section) => onChange({ ...search, section, row: null })}
      />
      <TextSelect
        label="Row"
        all="All rows"
        texts={distinct(inSection.map(({ row_label }) => row_label))}
        value={search.row}
        onChange={(row) => onChange({ ...search, row })}
      />
      <Field
        label="Seats"
        placeholder="1-12, 12bis"
        autoComplete="off"
        value={search.labels}
        onChange={({ currentTarget }) => onChange({ ...search, labels: currentTarget.value })}
      />
    </div>
  );
}

type TextSelectProps = {
  label: string;
  all: string;
  texts: readonly string[];
  value: string | null;
  onChange: (value: string | null) => void;
};

function TextSelect({ label, all, texts, value, onChange }: TextSelectProps) {
  return (
    <SelectField
      label={label}
      value={value === null ? -1 : texts.indexOf(value)}
      onChange={({ currentTarget }) => onChange(texts[Number(currentTarget.value)] ?? null)}
    >
      <option value={-1}>{all}</option>
      {texts.map((text, index) => (
        <option key={text} value={index}>
          {text || "None"}
        </option>
      ))}
    </SelectField>
  );
}

type FoundProps = Pick<Props, "chosen" | "onToggle"> & {
  found: readonly EditedSeat[];
  noteOf: Props["noteOf"] | undefined;
};

function FoundSeats({ found, chosen, onToggle, noteOf = () => "" }: FoundProps) {
  const [count, setCount] = useState(pageSize);
  if (found.length === 0) return <p className="text-soft">No seats match.</p>;
  return (
    <section
      aria-label="Seats found"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-control border border-line px-3"
    >
      <ul className="divide-y divide-line">
        {found.slice(0, count).map((seat) => (
          <li key={seat.seat_pos}>
            <CheckBox checked={chosen.has(seat.seat_pos)} onChange={() => onToggle(seat.seat_pos)}>
              <span className={seat.removed ? "line-through" : "font-medium"}>{nameSeat(seat)}</span>
              <span className="block text-14 text-soft">
                {seat.removed
                  ? "Removed"
                  : [noteOf(seat.seat_pos), seat.seat_type, ...nameFeatures(seat)].filter(Boolean).join(" · ")}
              </span>
            </CheckBox>
          </li>
        ))}
      </ul>
      {found.length > count ? (
        <div className="py-3">
          <Button size="small" onClick={() => setCount(count + 5 * pageSize)}>
            {`Show more of ${formatCount(found.length)}`}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
