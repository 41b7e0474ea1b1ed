import type { ExpectedTicket } from "@evently/core/door";
import { formatClock } from "@evently/core/format/format-time";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import type { FindEntered } from "../rules/judge-offline";
import type { ClockStyle } from "../verdict/describe-verdict";

type Props = {
  items: readonly ExpectedTicket[];
  sort: "name" | "seat";
  findEntered: FindEntered;
  clock: ClockStyle;
};

/** A line a seat with a box to tick; who is in already has the time in it. */
export function ListTable({ items, sort, findEntered, clock }: Props) {
  const cells = (ticket: ExpectedTicket) => {
    // Whoever gave no name is found by what stands on the ticket.
    const name = <bdi>{ticket.holder ?? `No name, ${ticket.booking_id}`}</bdi>;
    const seat = <span className="figures">{nameSeat(ticket)}</span>;
    return sort === "name" ? [name, seat] : [seat, name];
  };
  if (items.length === 0) return <p className="text-soft">Nobody has booked yet.</p>;
  const [first, second] = sort === "name" ? ["Name", "Seat"] : ["Seat", "Name"];
  return (
    <table className="w-full text-left text-14">
      <caption className="sr-only">Whom the door expects, by {sort}</caption>
      <thead>
        <tr className="border-ink border-b *:wrap-anywhere">
          <th scope="col" className="w-14 py-1.5 pr-3">
            In
          </th>
          <th scope="col" className="py-1.5 pr-3">
            {first}
          </th>
          <th scope="col" className="py-1.5">
            {second}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((ticket) => {
          const entered = findEntered(ticket);
          const [lead, other] = cells(ticket);
          return (
            <tr
              key={`${ticket.booking_id} ${ticket.seat_pos}`}
              className="break-inside-avoid border-line border-b *:wrap-anywhere"
            >
              <td className="figures py-1.5 pr-3">
                {entered ? formatClock(entered.at, clock.zone, clock.style) : <Box />}
              </td>
              <th scope="row" className="py-1.5 pr-3 font-semibold">
                {lead}
              </th>
              <td className="py-1.5">{other}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** To be ticked with a pen. */
const Box = () => (
  <span className="inline-block size-4 border border-ink align-middle">
    <span className="sr-only">not yet</span>
  </span>
);
