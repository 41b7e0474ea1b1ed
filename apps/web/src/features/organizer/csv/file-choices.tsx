import { SelectField } from "~/ui/field/select-field";
import type { UnitGuess } from "../plan/guess-unit";
import { encodings } from "./decode-text";
import type { Columns } from "./guess-columns";
import type { FileChoice, SeatFile } from "./open-seat-file";
import type { KnownHall, ReadChoice } from "./read-chosen";

/** How many decimeters one unit of a file's coordinates may be. */
const units = [
  [1, "Decimeters"],
  [10, "Meters"],
  [0.1, "Centimeters"],
  [0.01, "Millimeters"],
  [3.048, "Feet"],
  [0.254, "Inches"],
] as const;

/** A drawing has units of its own: the guess scales it to seats of the usual width. */
const listUnits = (unit: UnitGuess | null) =>
  unit && unit.unit === null ? [...units, [unit.decimeters, "Drawing units, fitted to 55 cm a seat"] as const] : units;

type FileChoicesProps = { file: SeatFile; choice: FileChoice; onChange: (choice: FileChoice) => void };

/** How the file is read as a table. */
export function FileChoices({ file, choice, onChange }: FileChoicesProps) {
  return (
    <div className="grid items-end gap-4 min-[25rem]:grid-cols-2">
      <SelectField
        label="Characters"
        value={choice.encoding ?? file.encoding}
        onChange={({ currentTarget: { value } }) => {
          const encoding = encodings.find(([id]) => id === value)?.[0];
          if (encoding) onChange({ ...choice, encoding });
        }}
      >
        {encodings.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <label className="flex min-h-11 cursor-pointer items-center gap-3 text-14">
        <input
          type="checkbox"
          checked={choice.hasHeader ?? file.hasHeader}
          onChange={({ currentTarget }) => onChange({ ...choice, hasHeader: currentTarget.checked })}
          className="size-5 shrink-0 accent-curtain"
        />
        A line has the column names
      </label>
    </div>
  );
}

type ValueProps = {
  columns: Columns;
  choice: ReadChoice;
  hall: KnownHall;
  unit: UnitGuess | null;
  change: (part: Partial<ReadChoice>) => void;
};

/** What no column says: the unit of coordinates, and the seat type of all seats. */
export function ValueChoices({ columns, choice, hall, unit, change }: ValueProps) {
  const hasPlaces = columns.includes("x") && columns.includes("y");
  const hasTypes = columns.includes("seat_type");
  if (!hasPlaces && hasTypes) return null;
  return (
    <div className="grid gap-4 min-[25rem]:grid-cols-2">
      {hasPlaces ? (
        <SelectField
          label="x and y are in"
          value={choice.scale ?? (unit ? "" : 1)}
          onChange={({ currentTarget: { value } }) => change({ scale: Number(value) })}
        >
          {unit && choice.scale === undefined ? <option value="">Choose…</option> : null}
          {listUnits(unit).map(([scale, label]) => (
            <option key={scale} value={scale}>
              {label}
            </option>
          ))}
        </SelectField>
      ) : null}
      {hasTypes ? null : (
        <SelectField
          label="Seat type of all seats"
          value={choice.seat_type ?? hall.seat_types[0] ?? ""}
          onChange={({ currentTarget: { value } }) => change({ seat_type: value })}
        >
          {hall.seat_types.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </SelectField>
      )}
    </div>
  );
}
