"use client";

import type { NewVenueSeat } from "@evently/core/venue";
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

type Refused = { name: string; faults: LineFault[] };

const mostTypes = 8;
const mostShown = 12;
const mostBytes = 8_000_000;

/** Seats from a file. What is wrong in it is told by line, before anything is sent. */
export function CsvImport({ seat_types, mayAddTypes, onImport }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const read = async (file: File) => {
    const result = file.size > mostBytes ? tooLarge : readSeatCsv(await file.text(), seat_types);
    const { faults, types } = settleTypes(result, seat_types, mayAddTypes);
    setRefused(faults.length > 0 ? { name: file.name, faults } : null);
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
            // The same file, corrected, is a change too.
            currentTarget.value = "";
          }}
        />
        <Button onClick={() => input.current?.click()}>
          <Icon of={Upload} size={18} />
          Bring a CSV file
        </Button>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvTemplate)}`}
          download="seats.csv"
          className={buttonStyle("plain", "small")}
        >
          <Icon of={Download} size={16} />
          Template
        </a>
      </div>
      <p className="max-w-[60ch] text-14 text-soft">
        Columns row, seat_num and seat_type; section, row_label, x, y and accessible where you have them. Places are
        decimetres from the middle of the stage’s edge; seats without one are set in straight rows.
      </p>
      <div role="alert">{refused ? <Faults {...refused} /> : null}</div>
    </section>
  );
}

function Faults({ name, faults }: Refused) {
  const more = faults.length - mostShown;
  return (
    <div className="flex flex-col gap-2 rounded-card bg-curtain-wash p-4 text-14 text-on-curtain-wash">
      <p className="font-semibold text-16">
        Nothing was taken from {name}: {faults.length === 1 ? "one line is" : `${faults.length} lines are`} not right.
      </p>
      <ul className="flex flex-col gap-1">
        {faults.slice(0, mostShown).map(({ line, message }) => (
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
  strange_types: [],
  faults: [{ line: 1, message: "the file is larger than 8 MB" }],
};

/** Seat types that only the file names join the hall's where there is room, else they are faults. */
function settleTypes({ faults, strange_types }: ReadSeats, seat_types: readonly string[], mayAdd: boolean) {
  const types = [...seat_types, ...strange_types];
  if (strange_types.length === 0 || (mayAdd && types.length <= mostTypes)) return { faults, types };
  const message = mayAdd
    ? `with ${strange_types.join(", ")} the hall would have more than ${mostTypes} seat types`
    : `the hall has no seat type ${strange_types.join(", ")}, only ${seat_types.join(", ")}`;
  return { faults: [...faults, { line: 1, message }], types };
}
