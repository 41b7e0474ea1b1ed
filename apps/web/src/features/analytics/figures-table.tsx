import clsx from "clsx";

type Cell = string | number;
/** `isText` may wrap; everything else stays on one line. */
type Column = { name: string; isNumber?: boolean; isText?: boolean };
type Row = { key: string; cells: readonly Cell[] };

type Props = { caption: string; columns: readonly Column[]; rows: readonly Row[]; total?: readonly Cell[] };

/** The figures of a chart as a table; the first cell names the row. Wide or long tables scroll within themselves. */
export function FiguresTable({ caption, columns, rows, total }: Props) {
  return (
    <section
      aria-label={`Table: ${caption}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-control border border-line"
    >
      <table className="figures w-full border-collapse text-14">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, isNumber }) => (
              <th
                key={name}
                scope="col"
                className={clsx(
                  cell,
                  "sticky top-0 whitespace-nowrap bg-sunken font-semibold",
                  isNumber ? "text-right" : "text-left",
                )}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <Cells key={key} cells={cells} columns={columns} className="border-line border-t" />
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <Cells cells={total} columns={columns} className="border-outline border-t font-semibold" />
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

const cell = "px-2.5 py-2 align-top";

function Cells({ cells, columns, className }: Pick<Props, "columns"> & { cells: Row["cells"]; className: string }) {
  const [name, ...values] = cells;
  return (
    <tr className={className}>
      <th scope="row" className={clsx(cell, "text-left font-medium")}>
        <span className="block w-max max-w-[min(18rem,60vw)]">{name}</span>
      </th>
      {columns.slice(1).map((column, index) => (
        <td
          key={column.name}
          className={clsx(cell, column.isNumber && "text-right", column.isText ? "min-w-64" : "whitespace-nowrap")}
        >
          {values[index]}
        </td>
      ))}
    </tr>
  );
}
