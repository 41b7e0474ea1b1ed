import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { CreateEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { createEvent } from "../event-change/create-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import type { EventId, VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { toInstant } from "../time.ts";
import { createUser } from "../user/create-user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { interpose } from "./interpose.ts";
import { openCore } from "./open-core.ts";
import { newSeat } from "./open-event.ts";

export type EventWorld = Awaited<ReturnType<typeof openEventWorld>>;

/** Two processes on one table, two organizers, and a venue of three seats owned by the first. */
export async function openEventWorld() {
  let writesLeft = Number.POSITIVE_INFINITY;
  const core = await openCore({
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (command instanceof TransactWriteCommand && writesLeft-- <= 0) throw new Error("socket hang up");
        return send();
      }),
  });
  const other = await openCore({ alongside: core });
  const { user: organizer } = await createUser(core, { email: "organizer@example.org", role: "organizer" });
  const { user: stranger } = await createUser(core, { email: "stranger@example.org", role: "organizer" });
  const newVenue = async (name: string, seat_types: string[]): Promise<VenueId> => {
    const venue = { name, city: "Oslo", description: "", seat_types, timezone: "Europe/Oslo" };
    return (await createVenue(core, organizer, venue)).venue_id;
  };
  const venue_id = await newVenue("Hall", ["Stalls", "Box"]);
  const seats = [newSeat("A", 1), newSeat("A", 2), { ...newSeat("B", 1), seat_type: "Box" }];
  await addVenueSeats(core, organizer, { venue_id, seats });
  const concert = (more: Partial<CreateEvent> = {}): CreateEvent =>
    CreateEvent.parse({
      venue_id,
      name: "Concert",
      start_time: toInstant(core.clock() + 86_400),
      duration: 90,
      seat_type_prices: { Stalls: 1000, Box: 2500 },
      ...more,
    });
  return {
    ...{ core, other, organizer, stranger, newVenue, concert },
    create: (more?: Partial<CreateEvent>) => createEvent(core, organizer, concert(more)),
    move: (event_id: EventId, status: "published" | "paused" | "cancelling", actor = organizer) =>
      setEventStatus(core, actor, { event_id, status }),
    statusOf: async (event_id: EventId) => (await findEvent(core.table, event_id))?.status,
    /** How many more transactions of `core` reach the engine before its process dies. */
    setWritesLeft(count: number): void {
      writesLeft = count;
    },
    async close(): Promise<void> {
      await other.close();
      await core.close();
    },
  };
}
