import type { ServedBooking } from "@evently/core/box-office";
import { formatMoney } from "@evently/core/format/format-money";
import type { EventId } from "@evently/core/ids";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import { countSeats } from "~/features/picker/seats/describe-seat";
import { Button } from "~/ui/button";
import { nameBuyer } from "../buyers/name-buyer";
import type { Act } from "./act";
import { chooseActs, findMoveFault } from "./choose-acts";
import { describeChosen, type OfficeSeat, totalOf } from "./office-seats";
import { SoldPanel } from "./sold-panel";

export type Moving = { booking: ServedBooking; from: readonly string[] };

type Props = {
  event_id: EventId;
  currency: string;
  /** The event's. */
  zone: string;
  seats: readonly OfficeSeat[];
  moving: Moving | null;
  onAct: (act: Act) => void;
  onMove: (moving: Moving | null) => void;
};

/** What can be done with the chosen seats. */
export function ChosenPanel(props: Props) {
  const { event_id, zone, seats, moving, onAct, onMove } = props;
  const sold = seats.filter(({ state }) => state === "sold");
  return (
    <section id="act" aria-labelledby="act-heading" tabIndex={-1} className="flex scroll-mt-4 flex-col gap-4">
      <h2 id="act-heading" className="display font-semibold text-22">
        {moving ? "Choose where to" : "Chosen seats"}
      </h2>
      {moving ? (
        <MoveHere {...{ seats, moving, onAct, onMove }} />
      ) : seats.length === 0 ? (
        <p className="text-soft">Choose seats in the list or on the map: to block, sell, move or give them back.</p>
      ) : (
        <>
          <div>
            <p className="figures font-medium">{describeChosen(seats)}</p>
            <p className="figures line-clamp-4 text-14 text-soft">{nameSeats(seats)}</p>
          </div>
          {sold.length === seats.length ? (
            <SoldPanel {...{ event_id, zone, seats, onAct }} onMove={(booking, from) => onMove({ booking, from })} />
          ) : (
            <FreeActs {...props} />
          )}
        </>
      )}
    </section>
  );
}

function FreeActs({ seats, currency, onAct }: Props) {
  const { block, release, sell } = chooseActs(seats);
  const reasons = [...new Set([block, release, sell].filter((reason) => reason !== null))];
  const isStuck = block !== null && release !== null && sell !== null;
  return (
    <div className="flex flex-col items-stretch gap-2">
      {sell === null ? (
        <>
          <Button variant="primary" onClick={() => onAct({ kind: "cash", seats })}>
            {`Sell for ${formatMoney(totalOf(seats), currency)} in cash`}
          </Button>
          <Button onClick={() => onAct({ kind: "comp", seats })}>Give as comps</Button>
        </>
      ) : null}
      {block === null ? (
        <Button onClick={() => onAct({ kind: "block", seats })}>{`Block ${countSeats(seats.length)}`}</Button>
      ) : null}
      {release === null ? (
        <Button onClick={() => onAct({ kind: "release", seats })}>{`Release ${countSeats(seats.length)}`}</Button>
      ) : null}
      {isStuck ? (
        <ul className="flex flex-col gap-1 text-14 text-soft">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : sell !== null && block === null ? (
        <p className="text-14 text-soft">{sell}</p>
      ) : null}
    </div>
  );
}

function MoveHere({ seats, moving, onAct, onMove }: Pick<Props, "seats" | "onAct" | "onMove"> & { moving: Moving }) {
  const { booking, from } = moving;
  const fault = findMoveFault(from, seats);
  return (
    <div className="flex flex-col gap-3">
      <p>
        <span>{`Choose ${countSeats(from.length)} of the same price for `}</span>
        <bdi>{nameBuyer(booking)}</bdi>
        <span>{`, who has ${nameSeats(booking.lines.filter(({ seat }) => from.includes(seat)))}.`}</span>
      </p>
      <p role="status" className="figures text-14 text-soft">
        {fault ?? nameSeats(seats)}
      </p>
      <Button
        variant="primary"
        disabled={fault !== null}
        onClick={() => onAct({ kind: "move", booking, from, to: seats })}
      >
        Move here
      </Button>
      <Button onClick={() => onMove(null)}>Don’t move</Button>
    </div>
  );
}
