import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { heapShare } from "../caching/heap-share.ts";
import { singleFlight } from "../caching/single-flight.ts";
import { EventlyError } from "../errors.ts";
import type { VenueId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import { Prewritten } from "../text/prewritten.ts";
import { listCurrentSeats, readVenue } from "../venue/read-venue.ts";
import type { Venue, VenueSeat } from "../venue/venue.ts";
import { drawLayout } from "./layout.rules.ts";
import type { Layout } from "./layout.ts";
import { bytesOfDrawing } from "./layouts.ts";

/** All seats of a venue, in its order. */
export type VenueSeatList = Prewritten<{ items: VenueSeat[]; next_cursor: null }>;

type Built = { revision: number; list: WrittenSeats; layout: Layout };

/**
 * Every venue's seats as JSON and as a drawing, read and written once a revision. Throws VENUE_NOT_FOUND, and VENUE_BUSY
 * if the venue is revised faster than it can be read.
 */
export type VenueSeats = { get(venue: Pick<Venue, "venue_id" | "revision">): Promise<Omit<Built, "revision">> };

const [mostMb, heapPart] = [64, 1 / 32];
/** Each takes some tens of megabytes while its seats are read. */
const mostAtOnce = 2;

/** How often a venue is read again that was revised meanwhile. */
const maxAttempts = 5;

export function createVenueSeats(table: Table, maxSize = heapShare(mostMb, heapPart)): VenueSeats {
  const known = new LRUCache<VenueId, Built>({
    maxSize,
    sizeCalculation: ({ list, layout }) => list.write().length + bytesOfDrawing(layout),
  });
  const build = singleFlight(async (venue_id: VenueId) => {
    const built = await readBuilt(table, venue_id);
    known.set(venue_id, built);
    return built;
  }, mostAtOnce);
  return {
    async get({ venue_id, revision }) {
      const isEnough = (built: Built | undefined): built is Built => built !== undefined && built.revision >= revision;
      const cached = known.get(venue_id);
      if (isEnough(cached)) return cached;
      const shared = await build(venue_id);
      // One that was under way may have read the revision before.
      return isEnough(shared) ? shared : build(venue_id);
    },
  };
}

async function readBuilt(table: Table, venue_id: VenueId): Promise<Built> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const venue = await readVenue(table, venue_id);
    const seats = await listCurrentSeats(table, venue);
    // Else seats of a later revision may be among them.
    const { revision } = await readVenue(table, venue_id);
    if (revision === venue.revision)
      return { revision, list: new WrittenSeats(seats), layout: drawLayout(venue, seats) };
  }
  throw new EventlyError("VENUE_BUSY", {});
}

class WrittenSeats extends Prewritten<{ items: VenueSeat[]; next_cursor: null }> {
  readonly tag: string;
  readonly #json: Uint8Array;

  constructor(items: VenueSeat[]) {
    super();
    this.#json = Buffer.from(JSON.stringify({ items, next_cursor: null }));
    this.tag = createHash("sha1").update(this.#json).digest("base64url");
  }

  write(): Uint8Array {
    return this.#json;
  }
}
