import { checkInTicket } from "@evently/core/door/check-in-tickets";
import { makeDoorKey } from "@evently/core/door-key/make-door-key";
import { listTickets } from "@evently/core/ticket/list-tickets";
import { toInstant } from "@evently/core/time";
import type { Row } from "./account-rows.ts";
import { book, type World } from "./open-world.ts";

const theEvent = ({ sale }: World) => ({ event_id: sale.event_id });

/** With the ticket of a new booking. */
async function scanOf(world: World) {
  const [ticket] = await listTickets(world.core, world.attendee, await book(world));
  return { code: ticket?.code ?? "" };
}

const newKey = (world: World) => ({
  ...theEvent(world),
  name: "North door",
  until: toInstant(world.core.clock() + 3600),
});

const atDoor: Row = { failure: "FORBIDDEN", input: theEvent };

/** Who may do what at the door. */
export const doorRows: Record<string, Row> = {
  "doorKey.make": { failure: "FORBIDDEN", input: newKey },
  "doorKey.list": atDoor,
  "doorKey.end": {
    failure: "FORBIDDEN",
    input: async (world) => {
      const { door_key_id } = await makeDoorKey(world.core, world.sale.organizer, newKey(world));
      return { ...theEvent(world), door_key_id };
    },
  },
  "door.checkIn": {
    failure: "FORBIDDEN",
    input: async (world) => ({ ...theEvent(world), ...(await scanOf(world)) }),
  },
  "door.list": atDoor,
  "door.sheet": atDoor,
  "door.printed": atDoor,
  "door.undo": {
    failure: "FORBIDDEN",
    input: async (world) => {
      const { check_in_id } = await checkInTicket(world.core, world.sale.organizer, {
        ...theEvent(world),
        ...(await scanOf(world)),
      });
      return { ...theEvent(world), check_in_id };
    },
  },
};
