import type { Fault } from "../errors.ts";
import type { SeatId } from "../ids.ts";
import { rowKey } from "./seat-keys.rules.ts";
import type { ChangeVenueSeats, Venue, VenueSeat } from "./venue.ts";

type Seat = VenueSeat & { removed: boolean };
type Changes = Pick<ChangeVenueSeats, "relabel" | "retype" | "properties" | "remove">;

/** What can be changed of a seat, each list by the name it has in the request. */
const lists = ["relabel", "retype", "properties", "remove"] as const;

const keyOf = (change: SeatId | { seat_pos: SeatId }): SeatId =>
  typeof change === "string" ? change : change.seat_pos;

/** Seats that the venue lacks, seats named twice in one list, seats changed and removed, and types that it lacks. */
export function findChangeFaults(
  venue: Pick<Venue, "seat_types">,
  seats: ReadonlySet<SeatId>,
  changes: Changes,
): Fault[] {
  const removed = new Set(changes.remove);
  const faults: Fault[] = [];
  for (const name of lists) {
    const seen = new Set<SeatId>();
    for (const [i, change] of changes[name].entries()) {
      const seat = keyOf(change);
      const path = `${name}.${i}`;
      if (!seats.has(seat)) faults.push({ path, message: `the venue has no seat ${seat}` });
      else if (seen.has(seat)) faults.push({ path, message: `${seat} stands twice in this list` });
      else if (name !== "remove" && removed.has(seat)) faults.push({ path, message: `${seat} is removed as well` });
      seen.add(seat);
    }
  }
  for (const [i, { seat_type }] of changes.retype.entries()) {
    const message = `the venue has no seat type "${seat_type}", only ${venue.seat_types.join(", ")}`;
    if (!venue.seat_types.includes(seat_type)) faults.push({ path: `retype.${i}.seat_type`, message });
  }
  return faults;
}

/** Labels without a row and a section. */
export function findLabelFaults(seats: ReadonlyMap<SeatId, Seat>, { relabel }: Changes): Fault[] {
  return relabel.flatMap(({ seat_pos }, i) => {
    const seat = seats.get(seat_pos);
    if (seat?.row_label !== "" || seat.section !== "") return [];
    return [{ path: `relabel.${i}`, message: "a row or a section" }];
  });
}

/** The seats after the changes; those that stay as they are keep their identity. A seat joins the order of its new row. */
export function applyChanges(current: ReadonlyMap<SeatId, Seat>, changes: Changes): Map<SeatId, Seat> {
  const after = new Map(current);
  const change = (seat_pos: SeatId, fields: Partial<Seat>) => {
    const seat = after.get(seat_pos);
    if (seat) after.set(seat_pos, { ...seat, ...fields });
  };
  const orders = new Map([...current.values()].map((seat) => [rowKey(seat), seat.row_order]));
  for (const { seat_pos, ...label } of changes.relabel) {
    change(seat_pos, definedOnly(label));
    const seat = after.get(seat_pos);
    const order = seat && orders.get(rowKey(seat));
    if (order !== undefined) change(seat_pos, { row_order: order });
  }
  for (const { seat_pos, seat_type } of changes.retype) change(seat_pos, { seat_type });
  for (const { seat_pos, ...fields } of changes.properties) change(seat_pos, definedOnly(fields));
  for (const seat_pos of changes.remove) change(seat_pos, { removed: true });
  return after;
}

function definedOnly<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
