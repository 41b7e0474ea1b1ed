import type { NewVenueSeat } from "@evently/core/venue";
import type * as z from "zod/mini";

/** A place on a plan: decimetres, the stage's front edge centred at 0, 0 and y growing away from it. */
export type Place = { x: number; y: number };

/** A row of seats in the order they are numbered; a gap wider than a seat is an aisle. `code` where it is not the label. */
export type Row = { label: string; code?: string; places: Place[] };

/** A seat as the venue's contract takes it, its key left to the venue. */
export type Seat = Required<Omit<z.output<typeof NewVenueSeat>, "seat_pos" | "seat_label">>;

/** How a hall is drawn and priced; `prices` in the minor unit of the hall's currency, per seat type. */
export type Plan = { seat_types: string[]; prices: Record<string, number>; seats: () => Seat[] };

/** A venue of the demo catalog. */
export type Hall = Plan & {
  key: string;
  name: string;
  city: string;
  timezone: string;
  currency: string;
  description: string;
};
