import { beforeAll, expect, it } from "vitest";
import { createEvent } from "../event-change/create-event.ts";
import type { TestCore } from "../testing/open-core.ts";
import { newSeat } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { readSeats } from "../testing/read-seats.ts";
import { toInstant } from "../time.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { getVenue } from "../venue/get-venue.ts";
import type { Venue } from "../venue/venue.ts";
import { addVenueSeats } from "./add-venue-seats.ts";
import { getVenueSeats } from "./get-venue-seats.ts";

let organizer: Actor;
const either = (i: number) => (i % 2 === 0 ? core : other);

const [core, other] = await openTwoCores();

beforeAll(async () => {
  organizer = (await createUser(core, { email: "organizer@example.org", role: "organizer" })).user;
});

const newVenue = (): Promise<Venue> =>
  createVenue(core, organizer, {
    name: "Hall",
    city: "Oslo",
    description: "",
    seat_types: ["Stalls"],
    timezone: "Europe/Oslo",
  });
const rowOf = (row: string, count: number) => times(count, (i) => newSeat(row, i + 1));

it("seats added from two processes at once are added whole, counted once, and refused whole", async () => {
  const { venue_id } = await newVenue();
  const { won, refused, broken } = await race(
    times(8, (i) =>
      addVenueSeats(either(i), organizer, { venue_id, seats: rowOf(String.fromCharCode(65 + (i % 4)), 120) }),
    ),
  );
  expect(broken).toEqual([]);
  expect(won.length).toBeGreaterThan(0);
  expect(Object.keys(refused).filter((code) => code !== "VENUE_BUSY" && code !== "DUPLICATE_SEATS")).toEqual([]);
  const seats = (await getVenueSeats(core, { venue_id })).toJSON().items;
  expect(seats).toHaveLength(won.length * 120);
  expect(await getVenue(core, { venue_id })).toMatchObject({ seat_count: won.length * 120, revision: won.length });
});

it("an event created while seats are added has the seats of one finished revision", async () => {
  const { venue_id } = await newVenue();
  await addVenueSeats(core, organizer, { venue_id, seats: rowOf("A", 50) });
  const create = (writer: TestCore) =>
    createEvent(writer, organizer, {
      venue_id,
      name: "Concert",
      start_time: toInstant(core.clock() + 86_400),
      duration: 60,
      artists: [],
      tags: [],
      description: "",
      programme: "",
      seat_type_prices: { Stalls: 100 },
      currency: "NOK",
      status: "published",
    });
  const [added, ...events] = await Promise.all([
    addVenueSeats(core, organizer, { venue_id, seats: rowOf("B", 150) }),
    ...times(4, (i) => create(either(i))),
  ]);
  expect(added).toMatchObject({ created: 150 });
  for (const { event_id, seat_count, status } of events) {
    expect(status).toBe("published");
    expect([50, 200]).toContain(seat_count);
    expect(await readSeats(core, event_id)).toHaveLength(seat_count);
  }
});
