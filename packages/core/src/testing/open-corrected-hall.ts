import type * as z from "zod/mini";
import { findEvent } from "../event/find-event.ts";
import { changeVenueSeats } from "../event-change/change-venue-seats.ts";
import type { EventId, VenueId } from "../ids.ts";
import { getVenueSeats } from "../layout/get-venue-seats.ts";
import { listSeats } from "../seat-map/get-seat-map.ts";
import type { Actor } from "../user/user.ts";
import { getVenue } from "../venue/get-venue.ts";
import { ChangeVenueSeats, NewVenueSeat } from "../venue/venue.ts";
import type { TestCore } from "./open-core.ts";
import { newOrganizer, openEvent } from "./open-event.ts";
import { times } from "./race.ts";

type Change = Omit<z.input<typeof ChangeVenueSeats>, "venue_id" | "revision">;

export type CorrectedHall = {
  organizer: Actor;
  venue_id: VenueId;
  event_id: EventId;
  /** From the venue's revision, unless another is given. */
  change(changes: Change, revision?: number, by?: TestCore): Promise<{ revision: number }>;
  /** What the venue prints on its seats, in its order. */
  printed(): Promise<string[]>;
  /** What an event prints, after its key: this hall's own unless another is given. */
  shown(event?: EventId): Promise<string[]>;
};

/** Row AA instead of A, of the four seats that Stalls has. */
export const relabelRow = ["A-1", "A-2", "A-3", "A-4"].map((seat_pos) => ({ seat_pos, row_label: "AA" }));

/** A venue of row A in Stalls and row K in Circle, four seats each, with an event on sale. */
export async function openCorrectedHall(core: TestCore): Promise<CorrectedHall> {
  const organizer = await newOrganizer(core);
  const rowOf = (section: string, row: string) =>
    times(4, (i) => NewVenueSeat.parse({ section, row, seat_num: i + 1, seat_type: "Stalls" }));
  const { event_id } = await openEvent(core, { seats: [...rowOf("Stalls", "A"), ...rowOf("Circle", "K")], organizer });
  const venue_id = (await findEvent(core.table, event_id))?.venue_id as VenueId;
  return {
    ...{ organizer, venue_id, event_id },
    async change(changes, revision, by = core) {
      const current = (await getVenue(core, { venue_id })).revision;
      const input = ChangeVenueSeats.parse({ venue_id, revision: revision ?? current, ...changes });
      return changeVenueSeats(by, organizer, input);
    },
    async printed() {
      const seats = (await getVenueSeats(core, { venue_id })).toJSON().items;
      return seats.map(({ section, row_label, seat_label }) => `${section} ${row_label} ${seat_label}`);
    },
    async shown(event = event_id) {
      core.clock.advance(3);
      const list = await listSeats(core, null, { event_id: event });
      return list.toJSON().items.map((seat) => `${seat.seat_pos} ${seat.section} ${seat.row_label} ${seat.seat_label}`);
    },
  };
}
