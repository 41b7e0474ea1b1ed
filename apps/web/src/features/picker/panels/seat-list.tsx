"use client";

import { useEffect, useState } from "react";
import { sectionAvailability } from "~/features/hall/drawing/section-availability";
import type { HallSection } from "~/features/hall/hall";
import { SelectField } from "~/ui/field/select-field";
import { formatCount } from "~/ui/format/format-count";
import type { Picker } from "../picker";
import type { PriceOf } from "../seats/describe-seat";
import { useSelection } from "../selection/use-selection";
import { listShown } from "./row-gaps";
import { SeatRow } from "./seat-row";

type Props = { picker: Picker; priceOf: PriceOf; onPick: (seat: number) => void };

/** The same seats as the map, as words and buttons: section, row, seat. */
export function SeatList({ picker, priceOf, onPick }: Props) {
  const [openSection, setOpenSection] = useState(0);
  const { sections } = picker.hall;
  const section = sections[openSection];
  // What matches may have changed.
  useSelection(picker);
  return (
    <div className="flex flex-col gap-4">
      {sections.length > 1 ? (
        <SelectField
          label="Section"
          value={openSection}
          onChange={({ currentTarget }) => setOpenSection(Number(currentTarget.value))}
          className="max-w-sm"
        >
          {sections.map((each, number) => (
            <option key={each.name} value={number}>
              {nameSection(picker, each)}
            </option>
          ))}
        </SelectField>
      ) : null}
      {section ? <SectionRows key={openSection} section={section} {...{ picker, priceOf, onPick }} /> : null}
    </div>
  );
}

/** With how many of its free seats match, where something is looked for. */
function nameSection(picker: Picker, section: HallSection): string {
  const name = section.name || "Other seats";
  return picker.isFiltered ? `${name}: ${countMatches(picker, section)} match` : name;
}

const countMatches = (picker: Picker, section: HallSection) =>
  formatCount(sectionAvailability(picker, section, picker.prices).left);

function SectionRows({ section, picker, priceOf, onPick }: Props & { section: HallSection }) {
  const versions = useRowVersions(picker);
  const rows = section.rows.flatMap((number) => {
    const row = picker.hall.rows[number];
    return row && listShown(picker, row).length > 0 ? { number, row } : [];
  });
  return (
    <>
      <p role="status" className="figures text-14 text-soft">
        {picker.isFiltered
          ? `${countMatches(picker, section)} of ${formatCount(section.seat_count)} seats are free and match`
          : null}
      </p>
      <ol className="flex flex-col divide-y divide-line">
        {rows.map(({ number, row }) => (
          <SeatRow
            key={number}
            version={`${versions.all} ${versions.rows.get(number) ?? 0}`}
            {...{ row, picker, priceOf, onPick }}
          />
        ))}
      </ol>
    </>
  );
}

type Versions = { all: number; rows: ReadonlyMap<number, number> };

/** Counts the changes of each row, so that only those rows are rendered again whose seats changed. */
function useRowVersions(picker: Picker): Versions {
  const [versions, setVersions] = useState<Versions>({ all: 0, rows: new Map() });
  useEffect(() => {
    const endings = [
      picker.onSeats((changed) => {
        const touched = new Set([...changed].map((seat) => picker.hall.rowOf[seat] ?? -1));
        setVersions(({ all, rows }) => ({
          all,
          rows: new Map([...rows, ...[...touched].map((row) => [row, (rows.get(row) ?? 0) + 1] as const)]),
        }));
      }),
      picker.onFilter(() => setVersions(({ all, rows }) => ({ all: all + 1, rows }))),
    ];
    return () => {
      for (const end of endings) end();
    };
  }, [picker]);
  return versions;
}
