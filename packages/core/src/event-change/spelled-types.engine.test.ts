import { afterAll, beforeAll, expect, it } from "vitest";
import { listSeatPerformance } from "../analytics/list-seat-performance.ts";
import { findEvent } from "../event/find-event.ts";
import type { SeatId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { getVenueSeats } from "../layout/get-venue-seats.ts";
import { listSeats } from "../seat-map/get-seat-map.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newOrganizer, newSeat, openEvent } from "../testing/open-event.ts";
import { getVenue } from "../venue/get-venue.ts";
import { AddVenueSeats, ChangeVenueSeats } from "../venue/venue.ts";
import { changeVenueSeats } from "./change-venue-seats.ts";

const typed = "Café".normalize("NFC");
/** As the version before stored what a Mac had sent. */
const stored = "Café".normalize("NFD");
let core: TestCore;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

it("a seat type that the version before stored in another composition is known however it is typed", async () => {
  const organizer = await newOrganizer(core);
  const seats = [newSeat("A", 1, stored), newSeat("A", 2, "Stalls")];
  const event = { seat_type_prices: { [typed]: 100, Stalls: 4500 } };
  const { event_id } = await openEvent(core, { organizer, seats, event });
  const venue_id = (await findEvent(core.table, event_id))?.venue_id ?? "";
  const added = AddVenueSeats.parse({ venue_id, seats: [{ row: "A", seat_num: 3, seat_type: typed }] });
  expect(await addVenueSeats(core, organizer, added)).toMatchObject({ created: 1 });

  const { revision } = await getVenue(core, added);
  const retype = [{ seat_pos: "A-2" as SeatId, seat_type: typed }];
  await changeVenueSeats(core, organizer, ChangeVenueSeats.parse({ venue_id, revision, retype }));
  const types = (await getVenueSeats(core, added)).toJSON().items.map(({ seat_type }) => seat_type);
  expect(types).toEqual([stored, stored, stored]);

  const listed = (await listSeats(core, null, { event_id, seat_type: typed })).toJSON().items;
  expect(listed.map(({ seat_pos }) => seat_pos)).toEqual(["A-1"]);
  const page = { event_id, seat_type: typed, sort: "natural", limit: 10 } as const;
  expect((await listSeatPerformance(core, organizer, page)).items).toHaveLength(1);
});
