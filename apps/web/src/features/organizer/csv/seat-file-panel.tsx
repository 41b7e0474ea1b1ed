"use client";

import type { Layout } from "@evently/core/layout";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { formatCount } from "~/ui/format/format-count";
import { PlanCounts } from "../plan/plan-counts";
import { PlanPreview } from "../plan/plan-preview";
import type { PlanSeat } from "../plan/seating-plan";
import { describeUnused } from "./column-names";
import { ColumnTable } from "./column-table";
import { FileChoices, ValueChoices } from "./file-choices";
import { LineFaults } from "./line-faults";
import { type FileChoice, openSeatFile, type SeatFile } from "./open-seat-file";
import { type ChosenSeats, findColumns, type KnownHall, type ReadChoice, readChosen } from "./read-chosen";
import { SpellingChoices } from "./spelling-choices";

type Props = {
  name: string;
  bytes: Uint8Array;
  hall: KnownHall;
  /** What the file's seats are drawn with: the rest of the plan, and the layout that it adds to. */
  drawnWith: readonly PlanSeat[];
  existing: Layout | undefined;
  onTake: (seats: PlanSeat[]) => void;
  onDiscard: () => void;
};

const noFile: SeatFile = { encoding: "utf-8", header: [], hasHeader: true, above: 0, records: [] };

/** A file before it is taken: what it is read as, what that makes of the hall, and what can't be read. */
export function SeatFilePanel({ name, bytes, hall, drawnWith, existing, onTake, onDiscard }: Props) {
  const reading = useReadFile(bytes, hall);
  const { file, refused, fileChoice, chooseFile, read } = reading;
  return (
    <section
      aria-labelledby="seat-file-heading"
      className="flex min-w-0 flex-col gap-5 rounded-card border border-line bg-card p-4 sm:p-5"
    >
      <Heading name={name} file={file} />
      <FileChoices file={file} choice={fileChoice} onChange={chooseFile} />
      {refused ? <Problems problems={[refused]} /> : <Reading {...reading} {...{ hall, drawnWith, existing }} />}
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          disabled={read.seats.length === 0 || read.problems.length > 0}
          onClick={() => onTake(read.seats)}
        >
          {describeTake(read)}
        </Button>
        <Button onClick={onDiscard}>Discard file</Button>
      </div>
    </section>
  );
}

type ReadingProps = ReturnType<typeof useReadFile> & Pick<Props, "hall" | "drawnWith" | "existing">;

/** What a file is read as, and the hall that it makes. */
function Reading({ file, columns, choice, change, read, hall, drawnWith, existing }: ReadingProps) {
  return (
    <>
      <ColumnTable {...file} columns={columns} onChange={(next) => change({ columns: next })} />
      <p className="text-14 text-soft empty:hidden">{describeUnused(file.header, columns)}</p>
      <ValueChoices {...{ columns, choice, hall, change }} unit={read.unit} />
      <SpellingChoices groups={read.spellings} merged={choice.merged} onChange={(merged) => change({ merged })} />
      <Problems problems={read.problems} />
      {read.seats.length > 0 ? <Preview {...{ read, hall, drawnWith, existing }} /> : null}
      <LineFaults faults={read.faults} />
    </>
  );
}

/** The file as it is read by what was guessed and what a person chose instead; the reading follows the choice. */
function useReadFile(bytes: Uint8Array, hall: KnownHall) {
  const [fileChoice, setFileChoice] = useState<FileChoice>({});
  const [choice, setChoice] = useState<ReadChoice>({ merged: [] });
  const opened = useMemo(() => openSeatFile(bytes, fileChoice), [bytes, fileChoice]);
  const file = "refused" in opened ? noFile : opened;
  const settled = useDeferredValue(choice);
  const read = useMemo(() => readChosen(file, settled, hall), [file, settled, hall]);
  return {
    ...{ file, fileChoice, choice, read },
    columns: findColumns(file, choice),
    refused: "refused" in opened ? `This can’t be read: ${opened.refused}.` : null,
    change: (part: Partial<ReadChoice>) => setChoice((current) => ({ ...current, ...part })),
    /** The columns may have other names then, so what was chosen of them goes. */
    chooseFile: (next: FileChoice) => {
      setFileChoice(next);
      setChoice({ merged: [] });
    },
  };
}

/** Takes the focus, so that a keyboard goes on here. */
function Heading({ name, file }: { name: string; file: SeatFile }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-1">
      <h3 id="seat-file-heading" ref={heading} tabIndex={-1} className="font-semibold text-18">
        {name}
      </h3>
      <p className="text-14 text-soft">{describeFile(file)}</p>
    </div>
  );
}

function describeFile({ records, above }: SeatFile): string {
  const lines = records.length === 1 ? "1 line." : `${formatCount(records.length)} lines.`;
  if (above === 0) return lines;
  return `${lines} ${above === 1 ? "The line" : `The ${above} lines`} above the column names ${above === 1 ? "is" : "are"} not used.`;
}

function describeTake({ seats, faults }: ChosenSeats): string {
  if (seats.length === 0) return "No seats to add";
  const count = seats.length === 1 ? "1 seat" : `${formatCount(seats.length)} seats`;
  if (faults.length === 0) return `Add ${count}`;
  return `Add ${count} without ${faults.length === 1 ? "this line" : `these ${formatCount(faults.length)} lines`}`;
}

function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <div role="alert" className="flex flex-col gap-1 font-medium text-curtain empty:hidden">
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </div>
  );
}

type PreviewProps = Pick<Props, "hall" | "drawnWith" | "existing"> & { read: ChosenSeats };

/** The hall as it would be with the seats of the file, and how many those are. */
function Preview({ read: { seats }, hall, drawnWith, existing }: PreviewProps) {
  const all = useMemo(() => [...drawnWith, ...seats], [drawnWith, seats]);
  const drawnTypes = useMemo(() => listTypes(hall.seat_types, all), [hall.seat_types, all]);
  return (
    <div className="flex flex-col gap-3">
      <h4 className="font-semibold text-16">The hall with these seats</h4>
      <PlanPreview seats={all} seat_types={drawnTypes} existing={existing} />
      <PlanCounts seat_types={listTypes([], seats)} seats={seats} />
    </div>
  );
}

const listTypes = (first: readonly string[], seats: readonly PlanSeat[]) => [
  ...new Set([...first, ...seats.map(({ seat_type }) => seat_type)]),
];
