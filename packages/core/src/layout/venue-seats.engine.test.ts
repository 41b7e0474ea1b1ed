import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, expect, it } from "vitest";
import { changeVenueSeats } from "../event-change/change-venue-seats.ts";
import { interpose } from "../testing/interpose.ts";
import { newSeat } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { times } from "../testing/race.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import type { Venue } from "../venue/venue.ts";
import { addVenueSeats } from "./add-venue-seats.ts";
import { getVenueLayout, getVenueSeats } from "./get-venue-seats.ts";
import { listSeatIds } from "./layout.rules.ts";

let organizer: Actor;
let queries = 0;
/** Runs before the next query is sent. */
let before: (() => Promise<unknown>) | null = null;

const [core, other] = await openTwoCores({
  wrap: (table) =>
    interpose(table, async (command, send) => {
      if (!(command instanceof QueryCommand)) return send();
      queries++;
      const meanwhile = before;
      before = null;
      await meanwhile?.();
      return send();
    }),
});

beforeAll(async () => {
  organizer = (await createUser(other, { email: "organizer@example.org", role: "organizer" })).user;
});

async function openVenue(): Promise<Venue> {
  const venue = await createVenue(other, organizer, {
    ...{ name: "Hall", city: "Oslo", description: "", seat_types: ["Stalls"], timezone: "Europe/Oslo" },
  });
  await addRow(venue, "A");
  queries = 0;
  return venue;
}

const addRow = ({ venue_id }: Venue, row: string) =>
  addVenueSeats(other, organizer, { venue_id, seats: times(20, (i) => newSeat(row, i + 1)) });
const listIds = async (venue: Venue) =>
  (await getVenueSeats(core, venue)).toJSON().items.map(({ seat_pos }) => seat_pos as string);
const idsOf = (...rows: string[]) => rows.flatMap((row) => times(20, (i) => `${row}-${i + 1}`));

it("reads a venue's seats once a revision, however many ask for the list or the drawing", async () => {
  const venue = await openVenue();
  await Promise.all(times(20, () => getVenueSeats(core, venue)));
  expect(listSeatIds(await getVenueLayout(core, venue))).toEqual(idsOf("A"));
  expect(queries).toBe(1);
  await addRow(venue, "B");
  expect(await listIds(venue)).toEqual(idsOf("A", "B"));
  expect(listSeatIds(await getVenueLayout(core, venue))).toEqual(idsOf("A", "B"));
  expect(queries).toBe(2);
});

it("gives the same tag in every process, and another one with each revision", async () => {
  const venue = await openVenue();
  const [here, there] = await Promise.all([getVenueSeats(core, venue), getVenueSeats(other, venue)]);
  expect(here.tag).toBe(there.tag);
  const carry = { retype: [], remove: [], properties: [], carry: [] };
  const relabel = [{ seat_pos: "A-1" as never, seat_label: "1bis" }];
  await changeVenueSeats(other, organizer, { venue_id: venue.venue_id, revision: 1, relabel, ...carry });
  const after = await getVenueSeats(core, venue);
  expect(after.tag).not.toBe(here.tag);
  expect(after.toJSON().items[0]).toMatchObject({ seat_pos: "A-1", seat_label: "1bis" });
});

it("never lists seats of two revisions, nor those of the revision before to who came later", async () => {
  const venue = await openVenue();
  before = () => addRow(venue, "B");
  expect(await listIds(venue)).toEqual(idsOf("A", "B"));
  await addRow(venue, "C");
  before = () => addRow(venue, "D");
  const lists = await Promise.all([listIds(venue), listIds(venue)]);
  for (const list of lists) expect(list).toEqual(idsOf("A", "B", "C", "D"));
});

it("says that a venue is busy which is revised faster than it is read", async () => {
  const venue = await openVenue();
  let row = 66;
  const again = async (): Promise<void> => {
    await addRow(venue, String.fromCharCode(row++));
    before = again;
  };
  before = again;
  await expect(getVenueSeats(core, venue)).rejects.toMatchObject({ code: "VENUE_BUSY" });
  before = null;
});
