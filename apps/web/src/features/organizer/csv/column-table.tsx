import { type SeatColumn, seatColumns } from "@evently/core/venue/seat-csv.rules";
import { SelectField } from "~/ui/field/select-field";
import { columnNames } from "./column-names";
import { assignColumn, type Columns } from "./guess-columns";
import type { TableRecord } from "./read-table";

type Props = {
  header: readonly string[];
  records: readonly TableRecord[];
  columns: Columns;
  onChange: (columns: Columns) => void;
};

const mostSamples = 3;

/** What each column of the file is read as, with the first things that stand in it. */
export function ColumnTable({ header, records, columns, onChange }: Props) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="pb-2 font-semibold text-16">Columns</legend>
      <ul className="grid grid-cols-1 gap-4 min-[25rem]:grid-cols-2 xl:grid-cols-3">
        {header.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is identified by its position; two may have one name.
          <li key={index} className="min-w-0">
            <SelectField
              label={name || `Column ${index + 1}`}
              hint={describeSamples(records, index)}
              value={columns[index] ?? ""}
              onChange={({ currentTarget: { value } }) =>
                onChange(assignColumn(columns, index, seatColumns.find((column) => column === value) ?? null))
              }
            >
              <option value="">Not used</option>
              {seatColumns
                .filter((column) => isOffered(column, name))
                .map((column) => (
                  <option key={column} value={column}>
                    {columnNames[column]}
                  </option>
                ))}
            </SelectField>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Keys are read from our own export only. */
const isOffered = (column: SeatColumn, name: string) => column !== "seat_pos" || name === column;

function describeSamples(records: readonly TableRecord[], index: number): string {
  const samples = new Set<string>();
  for (const { cells } of records) {
    if (cells[index]) samples.add(cells[index]);
    if (samples.size > mostSamples) break;
  }
  if (samples.size === 0) return "Empty";
  const shown = [...samples].slice(0, mostSamples).join(", ");
  return samples.size > mostSamples ? `${shown}…` : shown;
}
