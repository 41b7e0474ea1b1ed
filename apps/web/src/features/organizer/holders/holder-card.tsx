import type { EventPage } from "@evently/core/event";
import type { RunningHold } from "@evently/core/hold";
import { Button } from "~/ui/button";
import { Badge } from "~/ui/chip";
import { DateTime } from "~/ui/format/date-time";
import { countHolds, countSeats, type Release, releaseOf } from "./describe-release";
import type { MergedHolder } from "./merge-holders";

type Props = {
  event: EventPage;
  holder: MergedHolder;
  /** Whether pages are left that may have more of it. */
  mayBeMore: boolean;
  onRelease: (release: Release) => void;
};

const columns = "md:grid md:grid-cols-[6rem_minmax(0,1fr)_minmax(0,1fr)_8rem_7rem_9rem] md:items-center md:gap-4";

/** One connection and its holds: on a phone a hold is a few lines, on wider screens a row. */
export function HolderCard({ event, holder, mayBeMore, onRelease }: Props) {
  const { connection, seats, holds } = holder;
  const all = releaseOf(holder, mayBeMore);
  return (
    <section
      aria-label={connection ? `Connection ${connection}` : "Connection not known"}
      className="flex flex-col gap-3 rounded-card border border-line bg-card p-4 sm:p-6"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="figures display font-semibold text-22">
            {connection ? `${countSeats(seats)} from one connection` : `${countSeats(seats)}, connection not known`}
          </h2>
          <p className="figures text-14 text-soft">
            <span>{countHolds(holds.length)}</span>
            {connection ? (
              <>
                {" · "}
                <span className="whole">{connection}</span>
              </>
            ) : null}
            <span>{describeWider(holder)}</span>
          </p>
        </div>
        {all && holds.length > 1 ? (
          <Button onClick={() => onRelease(all)}>
            <span>
              {all.paying > 0 ? `Release unpaid ${countSeats(all.seats)}` : `Release all ${countSeats(all.seats)}`}
            </span>
            <span className="sr-only"> of {connection}</span>
          </Button>
        ) : null}
      </div>
      <div aria-hidden="true" className={`hidden border-ink border-b pb-2 text-14 text-soft ${columns}`}>
        <span>Seats</span>
        <span>Held since</span>
        <span>Until</span>
        <span>Buyer</span>
        <span>Payment</span>
        <span />
      </div>
      <ul className="flex flex-col">
        {holds.map((hold) => (
          <HoldRow key={hold.holding_id} zone={event.timezone} {...{ hold, onRelease }} />
        ))}
      </ul>
    </section>
  );
}

function describeWider({ inWider }: MergedHolder): string {
  if (inWider === null || inWider.connections < 2) return "";
  return ` · ${countSeats(inWider.seats)} from ${inWider.connections} connections of this wider network, which count together`;
}

type RowProps = Pick<Props, "onRelease"> & { hold: RunningHold; zone: string };

function HoldRow({ hold, zone, onRelease }: RowProps) {
  const { holding_id, seats, placed_at, expires_at, buyer, is_paying } = hold;
  const release = { target: { holding_id }, seats, paying: 0, mayBeMore: false };
  return (
    <li
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-3 last:border-b-0 last:pb-0 ${columns}`}
    >
      <span className="figures font-medium">{countSeats(seats)}</span>
      <span className="text-14">
        <span className="text-soft md:sr-only">since </span>
        <DateTime instant={placed_at} zone={zone} show="clock" />
      </span>
      <span className="text-14">
        <span className="text-soft md:sr-only">until </span>
        <DateTime instant={expires_at} zone={zone} show="clock" />
      </span>
      <span className="text-14">{buyer === "guest" ? "Guest" : "Account"}</span>
      <span className="text-14">
        {is_paying ? <Badge>At payment</Badge> : <span className="text-soft">Not yet</span>}
      </span>
      <span className="ml-auto md:text-right">
        {is_paying ? null : (
          <Button variant="plain" onClick={() => onRelease(release)}>
            Release
            <span className="sr-only">{` ${countSeats(seats)} of ${holding_id}`}</span>
          </Button>
        )}
      </span>
    </li>
  );
}
