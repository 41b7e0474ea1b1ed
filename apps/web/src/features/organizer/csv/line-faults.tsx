import { formatCount } from "~/ui/format/format-count";
import type { LineFault } from "./read-table";

const mostShown = 12;
const mostListed = 500;

/** What can't be read, by line. */
export function LineFaults({ faults }: { faults: readonly LineFault[] }) {
  if (faults.length === 0) return null;
  const more = faults.slice(mostShown, mostListed);
  return (
    <section
      aria-label="Lines with errors"
      className="flex flex-col gap-2 rounded-card bg-curtain-wash p-4 text-14 text-on-curtain-wash"
    >
      <p className="font-semibold text-16">
        {faults.length === 1 ? "1 line can’t be taken:" : `${formatCount(faults.length)} lines can’t be taken:`}
      </p>
      <FaultList faults={faults.slice(0, mostShown)} />
      {more.length > 0 ? (
        <details>
          <summary className="min-h-9 content-center font-medium">{describeMore(faults.length)}</summary>
          <FaultList faults={more} />
        </details>
      ) : null}
    </section>
  );
}

function describeMore(count: number): string {
  const more = `${formatCount(count - mostShown)} more`;
  return count > mostListed ? `${more}, of which the first ${mostListed - mostShown} are listed` : more;
}

function FaultList({ faults }: { faults: readonly LineFault[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {faults.map(({ line, message }) => (
        <li key={line}>
          <span className="figures font-semibold">Line {line}</span>: {message}
        </li>
      ))}
    </ul>
  );
}
