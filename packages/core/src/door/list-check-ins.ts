import { countedEntry, isConflict, liveEntries } from "../admission/admission.rules.ts";
import { checkInIdOf, checkInsIn, toCheckIn } from "../admission/admission.table.ts";
import type { CheckIn } from "../admission/admission.ts";
import { readArrivals, sumArrivals } from "../admission/read-arrivals.ts";
import type { Core } from "../core.ts";
import { readCounts } from "../counts/read-counts.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import type { EventId } from "../ids.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import type { Key } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import type { CheckInList, SeatCheckIn } from "./door.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { getDoorEvent } from "./get-door-event.ts";

type Input = {
  event_id: EventId;
  gate?: string | undefined;
  conflicts?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** Pages read for one answer: few of a large event may be by the wanted gate, or twice in. */
const mostPages = 10;

/**
 * With which seats somebody went in, by booking; with `conflicts` only those with which more than one did, or one without a valid ticket.
 * A page has fewer than `limit`, or none, where few are wanted. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listCheckIns(core: Core, keeper: Doorkeeper, input: Input): Promise<CheckInList> {
  const { event_id, gate, conflicts = false, limit, cursor } = input;
  const event = await getDoorEvent(core, keeper, event_id);
  const scope = `check-ins ${event_id} ${gate ?? ""} ${conflicts}`;
  const isWanted = (checkIn: CheckIn) =>
    liveEntries(checkIn).length > 0 &&
    (gate === undefined || liveEntries(checkIn).some((entry) => entry.gate === gate)) &&
    (!conflicts || isConflict(checkIn));
  const found: CheckIn[] = [];
  let after = cursor ? (JSON.parse(openCursor(core.secret, scope, cursor)) as Key) : null;
  for (let pages = 0; pages < mostPages; pages++) {
    const query = {
      ...checkInsIn(event_id),
      consistent: true,
      limit: limit - found.length,
      ...(after ? { after } : {}),
    };
    const page = await queryPage(core.table, query);
    found.push(...page.items.map(toCheckIn).filter(isWanted));
    after = page.next as Key | null;
    if (!after || found.length >= limit) break;
  }
  const [layout, counts] = await Promise.all([core.layouts.get(event.layout_id), readGates(core, event_id)]);
  return {
    items: found.map((checkIn) => show(checkIn, layout)),
    next_cursor: after && sealCursor(core.secret, scope, JSON.stringify(after)),
    ...counts,
  };
}

const compareGates = (a: string, b: string): number => (a < b ? -1 : 1);

async function readGates(core: Core, event_id: EventId): Promise<Omit<CheckInList, "items" | "next_cursor">> {
  const sums = sumArrivals(await readArrivals(core.table, event_id), "gate");
  const by_gate = [...sums].map(([gate, admitted]) => ({ gate: gate === "" ? null : gate, admitted }));
  by_gate.sort((a, b) => compareGates(a.gate ?? "", b.gate ?? ""));
  const { seats_sold } = await readCounts(core, event_id);
  return { admitted: by_gate.reduce((sum, { admitted }) => sum + admitted, 0), expected: seats_sold, by_gate };
}

function show(checkIn: CheckIn, { labelOf }: IndexedLayout): SeatCheckIn {
  const { booking_id, seat_pos } = checkIn;
  const counted = countedEntry(checkIn);
  return {
    ...{ booking_id, seat_pos, ...labelOf(seat_pos) },
    ...{ admitted_at: counted?.at ?? null, gate: counted?.gate ?? null },
    entries: liveEntries(checkIn).map((entry) => {
      const { at, gate, device, ticket, reason } = entry;
      return { check_in_id: checkInIdOf(checkIn, entry), at, gate, device, ticket, reason };
    }),
  };
}
