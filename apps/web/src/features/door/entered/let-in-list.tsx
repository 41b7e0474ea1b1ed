"use client";

import { formatClock } from "@evently/core/format/format-time";
import { Button } from "~/ui/button";
import { Badge } from "~/ui/chip";
import { isWaiting, type KeptScan } from "../rules/kept-scan";
import { type ClockStyle, describeEntered, nameKnownSeat } from "../verdict/describe-verdict";

const mostShown = 10;

type Props = { scans: readonly KeptScan[]; clock: ClockStyle; onUndo: (scan_id: string) => void };

/** Whom this device let in last, the newest first, each to be undone. */
export function LetInList({ scans, clock, onUndo }: Props) {
  const newest = scans
    .filter(({ undone }) => !undone)
    .toSorted((a, b) => (a.scan.at > b.scan.at ? -1 : 1))
    .slice(0, mostShown);
  if (newest.length === 0) return null;
  return (
    <section aria-labelledby="door-let-in" className="flex flex-col gap-2">
      <h2 id="door-let-in" className="font-semibold text-18">
        Let in by this device
      </h2>
      <ul>
        {newest.map((scan) => (
          <LetInRow key={scan.scan_id} {...{ scan, clock, onUndo }} />
        ))}
      </ul>
    </section>
  );
}

function LetInRow({ scan: kept, clock, onUndo }: Omit<Props, "scans"> & { scan: KeptScan }) {
  const { ticket, scan, scan_id, conflict } = kept;
  const seat = nameKnownSeat(ticket);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2">
      <span className="min-w-0 grow basis-40">
        <span className="figures block font-semibold">{seat}</span>
        <span className="figures block text-14 text-soft">
          <span>{formatClock(scan.at, clock.zone, clock.style)}</span>
          {scan.reason ? (
            <>
              , by hand: <bdi>{scan.reason}</bdi>
            </>
          ) : null}
        </span>
        {isWaiting(kept) ? <Badge>Waits for a network</Badge> : null}
        {conflict ? <span className="block text-14">{describeConflict(conflict, clock)}</span> : null}
      </span>
      <Button size="small" onClick={() => onUndo(scan_id)}>
        Undo<span className="sr-only"> {seat}</span>
      </Button>
    </li>
  );
}

const refused = {
  not_paid: "This seat was reserved, and not paid for.",
  cancelled: "By then this ticket was cancelled.",
  superseded: "By then a newer ticket was issued for this seat.",
  wrong_event: "This ticket is for another event.",
  forged: "This code was not issued by this box office.",
} as const;

function describeConflict(conflict: NonNullable<KeptScan["conflict"]>, clock: ClockStyle): string {
  if (conflict.result !== "already_admitted") return refused[conflict.result];
  return `Somebody else had gone in with it ${describeEntered(conflict.entered, clock)}.`;
}
