"use client";

import type { SeatCheckIn } from "@evently/core/door";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { type ClockStyle, describeEntered } from "../verdict/describe-verdict";

const tickets = { valid: "", cancelled: ", with a cancelled ticket", superseded: ", with a replaced ticket" } as const;

/** Seats with which more than one person went in, or one without a valid ticket: devices without a network can't know. */
export function ConflictList({ conflicts, clock }: { conflicts: readonly SeatCheckIn[]; clock: ClockStyle }) {
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby="door-conflicts" className="flex flex-col gap-2">
      <h2 id="door-conflicts" className="font-semibold text-18">
        Conflicts
      </h2>
      <ul className="flex flex-col">
        {conflicts.map((seat) => (
          <li key={`${seat.booking_id} ${seat.seat_pos}`} className="border-line border-b py-2">
            <p className="figures font-semibold">{nameSeat(seat)}</p>
            <ul className="figures text-14">
              {seat.entries.map((entry) => (
                <li key={entry.check_in_id}>
                  In {describeEntered(entry, clock)}
                  {tickets[entry.ticket]}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
