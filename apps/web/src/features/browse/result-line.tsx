import { Button } from "~/ui/button";

type Props = { total: number | null; narrowed: boolean; pending: boolean; reset: () => void };

/** The number of events, announced when it changes, and a reset of the filters. */
export function ResultLine({ total, narrowed, pending, reset }: Props) {
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className={pending ? "text-soft" : ""}>
        {total === null ? null : (
          <>
            <span className="figures font-semibold">{total}</span> {total === 1 ? "event" : "events"}
          </>
        )}
      </p>
      {narrowed ? (
        <Button variant="plain" size="small" onClick={reset}>
          Reset filters
        </Button>
      ) : null}
    </div>
  );
}
