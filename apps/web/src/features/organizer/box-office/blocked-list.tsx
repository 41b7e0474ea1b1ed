import { nameSeats } from "@evently/core/seat/name-seats.rules";
import { countSeats } from "~/features/picker/seats/describe-seat";
import { Button } from "~/ui/button";
import { groupByReason, type OfficeSeat } from "./office-seats";

type Props = {
  seats: readonly OfficeSeat[];
  onChoose: (seats: readonly string[]) => void;
  /** Null where the reasons of all are known. */
  readMore: (() => void) | null;
};

/** What the house keeps, and why. */
export function BlockedList({ seats, onChoose, readMore }: Props) {
  const groups = groupByReason(seats);
  return (
    <section aria-labelledby="blocked" className="flex flex-col gap-3">
      <h2 id="blocked" className="display font-semibold text-22">
        Blocked seats
      </h2>
      {groups.length === 0 ? (
        <p className="text-soft">None. Choose free seats to keep them for the press, a choir or a camera.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {groups.map((group) => (
            <li key={group.reason} className="flex items-start justify-between gap-3 py-3">
              <div className="min-w-0">
                <p className="break-words font-medium">
                  <bdi>{group.reason}</bdi>
                </p>
                <p className="figures text-14 text-soft">{`${countSeats(group.seats.length)} · ${nameSeats(group.seats)}`}</p>
              </div>
              <Button size="small" onClick={() => onChoose(group.seats.map(({ seat_pos }) => seat_pos))}>
                Choose<span className="sr-only">{` the seats blocked for ${group.reason}`}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {readMore ? (
        <Button size="small" className="self-start" onClick={readMore}>
          Show more reasons
        </Button>
      ) : null}
    </section>
  );
}
