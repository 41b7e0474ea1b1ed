"use client";

import type { NewVenueSeat } from "@evently/core/venue";
import { mostSeatTypes } from "@evently/core/venue/limits.rules";
import { Download, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "~/ui/button";
import { buttonStyle } from "~/ui/button-style";
import { Icon } from "~/ui/icon";
import { announce } from "~/ui/message/announcements";
import { csvTemplate, type LineFault, type ReadSeats, readSeatCsv } from "./read-seat-csv";

type Props = {
  seat_types: readonly string[];
  mayAddTypes: boolean;
  onImport: (name: string, seats: NewVenueSeat[], seat_types: string[]) => void;
};

type Rejected = { name: string; faults: LineFault[] };

const maxShown = 12;
const maxBytes = 8_000_000;

/** Seats from a file, whose faults are listed by line before anything is sent. */
export function CsvImport({ seat_types, mayAddTypes, onImport }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [rejected, setRejected] = useState<Rejected | null>(null);
  const read = async (file: File) => {
    const result = file.size > maxBytes ? tooLarge : readSeatCsv(await file.text(), seat_types);
    const { faults, types } = mergeTypes(result, seat_types, mayAddTypes);
    setRejected(faults.length > 0 ? { name: file.name, faults } : null);
    if (faults.length > 0) return;
    onImport(file.name, result.seats, types);
    announce(`${result.seats.length} seats were read from ${file.name}.`);
  };
  return (
    <section aria-label="Seats from a file" className="flex flex-col gap-3 border-line border-t pt-4">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          aria-label="CSV file of seats"
          className="sr-only"
          tabIndex={-1}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void read(file);
            // So that the same file, corrected, is a change too.
            currentTarget.value = "";
          }}
        />
        <Button onClick={() => input.current?.click()}>
          <Icon icon={Upload} size={18} />
          Upload CSV
        </Button>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvTemplate)}`}
          download="seats.csv"
          className={buttonStyle("plain", "small")}
        >
          <Icon icon={Download} size={16} />
          Template
        </a>
      </div>
      <p className="max-w-[60ch] text-14 text-soft">
        Columns: row, seat_num and seat_type; section, row_label, x, y and accessible are optional. Coordinates are in
        decimeters from the middle of the stage’s edge; seats without them are placed in straight rows.
      </p>
      <div role="alert">{rejected ? <Faults {...rejected} /> : null}</div>
    </section>
  );
}

function Faults({ name, faults }: Rejected) {
  const more = faults.length - maxShown;
  return (
    <div className="flex flex-col gap-2 rounded-card bg-curtain-wash p-4 text-14 text-on-curtain-wash">
      <p className="font-semibold text-16">
        Nothing was read from {name}: {faults.length === 1 ? "1 line has" : `${faults.length} lines have`} errors.
      </p>
      <ul className="flex flex-col gap-1">
        {faults.slice(0, maxShown).map(({ line, message }) => (
          <li key={`${line}${message}`}>
            <span className="figures font-semibold">Line {line}</span>: {message}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>and {more} more.</p> : null}
    </div>
  );
}

const tooLarge: ReadSeats = {
  seats: [],
  new_types: [],
  faults: [{ line: 1, message: "the file is larger than 8 MB" }],
};

/** Seat types that only the file has are added while there is room, else they are faults. */
function mergeTypes({ faults, new_types }: ReadSeats, seat_types: readonly string[], mayAdd: boolean) {
  const types = [...seat_types, ...new_types];
  if (new_types.length === 0 || (mayAdd && types.length <= mostSeatTypes)) return { faults, types };
  const message = mayAdd
    ? `with ${new_types.join(", ")} the hall would have more than ${mostSeatTypes} seat types`
    : `the hall has no seat type ${new_types.join(", ")}, only ${seat_types.join(", ")}`;
  return { faults: [...faults, { line: 1, message }], types };
}
