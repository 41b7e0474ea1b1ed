import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newOrganizer, newSeat } from "../testing/open-event.ts";
import { times } from "../testing/race.ts";
import { newKey, sendWithKey } from "../testing/send-with-key.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { getVenue } from "../venue/get-venue.ts";
import type { NewVenueSeat, Venue } from "../venue/venue.ts";
import { addVenueSeats } from "./add-venue-seats.ts";

let core: TestCore;
let organizer: Actor;
let venue: Venue;

const hall = { name: "Hall", city: "Oslo", description: "", seat_types: ["Stalls"], timezone: "Europe/Oslo" };
const seats = (row: string, count: number): NewVenueSeat[] => times(count, (i) => newSeat(row, i + 1));
const add = (seats: NewVenueSeat[]) => addVenueSeats(core, organizer, { venue_id: venue.venue_id, seats });

beforeAll(async () => {
  core = await openCore();
  organizer = await newOrganizer(core);
});
afterAll(() => core.close());
beforeEach(async () => {
  venue = await createVenue(core, organizer, hall);
});

describe("adding seats", () => {
  it("answers the keys that it gave, and the same ones when it is sent again with its Idempotency-Key", async () => {
    const body = seats("A", 150).map((seat) => ({ ...seat, section: "Balkon" }));
    const key = newKey();
    const send = () =>
      sendWithKey(core, { actor: organizer, key, body }, (lease) =>
        addVenueSeats(core, organizer, { venue_id: venue.venue_id, seats: body }, lease),
      );
    const first = await send();
    expect(first.answer.seats.at(-1)).toEqual({
      ...{ seat_pos: "A-150", section: "Balkon", row_label: "A", seat_label: "150" },
    });
    expect(await send()).toEqual({ ...first, replayed: true });
    expect(await getVenue(core, venue)).toMatchObject({ seat_count: 150, revision: 1 });
  });

  it("refuses a label that is printed already, in the venue or twice in the request", async () => {
    const labeled = (seat_label: string) => ({
      ...newSeat("A", 1),
      seat_num: undefined,
      section: "Stalls",
      seat_label,
    });
    await add([labeled("1")]);
    for (const again of [[labeled("1")], [labeled("2"), labeled("2")]])
      await expect(add(again)).rejects.toMatchObject({ code: "LABEL_TAKEN" });
    expect(await getVenue(core, venue)).toMatchObject({ seat_count: 1 });
  });

  it("whose lease is answered late holds it all the same", async () => {
    let sent = 0;
    const lossy = interpose(core.table, async (command, send) => {
      const answer = await send();
      // The engine leases the venue, but its first answer is lost; the client sends the same again.
      if (command instanceof UpdateCommand && ++sent === 1) return send();
      return answer;
    });
    const input = { venue_id: venue.venue_id, seats: seats("A", 2) };
    expect(await addVenueSeats({ ...core, table: lossy }, organizer, input)).toMatchObject({ created: 2 });
  });
});
