import type { Core } from "../core.ts";
import type { VenueId } from "../ids.ts";
import type { TextFile } from "../text/text-file.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue } from "./get-venue.ts";
import { listCurrentSeats } from "./read-venue.ts";
import { writeSeatCsv } from "./seat-csv.rules.ts";

/** The seats of one's own venue as CSV, in its order. Throws VENUE_NOT_FOUND, FORBIDDEN. */
export async function exportSeats(core: Core, actor: Actor, { venue_id }: { venue_id: VenueId }): Promise<TextFile> {
  const venue = await getOwnVenue(core, actor, venue_id);
  return core.exports.open(actor.user_id, `${venue.name}, seats.csv`, async function* (table) {
    yield* writeSeatCsv(await listCurrentSeats(table, venue));
  });
}
