import { countedEntry, isConflict, liveEntries } from "../admission/admission.rules.ts";
import { checkInIdOf, checkInsIn, toCheckIn } from "../admission/admission.table.ts";
import type { CheckIn } from "../admission/admission.ts";
import { readArrivals, sumArrivals } from "../admission/read-arrivals.ts";
import type { Core } from "../core.ts";
import { readCounts } from "../counts/read-counts.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { type DeviceOf, readDevices } from "../door-key/read-devices.ts";
import type { EventId } from "../ids.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import { type Key, keys } from "../table/keys.ts";
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

/** Check-ins read for one answer, and at once: few of a large event may be by the wanted gate, or twice in. */
const [mostRead, readAtOnce] = [2_000, 200];

/**
 * With which seats somebody went in, by booking; with `conflicts` only those with which more than one did, or one without a valid ticket.
 * A page has fewer than `limit`, or none, where few are wanted, and the cursor of the next one as long as there may be more. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listCheckIns(core: Core, keeper: Doorkeeper, input: Input): Promise<CheckInList> {
  const { event_id, gate, conflicts = false, limit, cursor } = input;
  const event = await getDoorEvent(core, keeper, event_id);
  const scope = `check-ins ${event_id} ${gate ?? ""} ${conflicts}`;
  const isWanted = (checkIn: CheckIn) =>
    liveEntries(checkIn).length > 0 &&
    (gate === undefined || liveEntries(checkIn).some((entry) => entry.gate === gate)) &&
    (!conflicts || isConflict(checkIn));
  const from = cursor ? (JSON.parse(openCursor(core.secret, scope, cursor)) as Key) : null;
  // All of them are wanted: then no more are read than are answered.
  const atOnce = gate === undefined && !conflicts ? limit : readAtOnce;
  const { found, next } = await find(core, { event_id, isWanted, limit, atOnce, from });
  const [layout, deviceOf, counts] = await Promise.all([
    core.layouts.get(event.layout_id),
    readDevices(core, event_id, found.flatMap(liveEntries)),
    readGates(core, event_id),
  ]);
  return {
    items: found.map((checkIn) => show(checkIn, layout, deviceOf)),
    next_cursor: next && sealCursor(core.secret, scope, JSON.stringify(next)),
    ...counts,
  };
}

type Wanted = { event_id: EventId; isWanted: (checkIn: CheckIn) => boolean; limit: number; atOnce: number };

/** Those that are wanted behind `from`, and behind which the next ones are. */
async function find({ table }: Core, { event_id, isWanted, limit, atOnce, from }: Wanted & { from: Key | null }) {
  const found: CheckIn[] = [];
  let next = from;
  for (let read = 0; read < mostRead; read += atOnce) {
    const query = { ...checkInsIn(event_id), consistent: true, limit: atOnce, ...(next ? { after: next } : {}) };
    const page = await queryPage(table, query);
    found.push(...page.items.map(toCheckIn).filter(isWanted));
    const last = found[limit - 1];
    if (last && found.length > limit)
      return { found: found.slice(0, limit), next: keys.checkIn(event_id, last.booking_id, last.seat_pos) };
    next = page.next as Key | null;
    if (!next || found.length === limit) break;
  }
  return { found, next };
}

const compareGates = (a: string, b: string): number => (a < b ? -1 : 1);

async function readGates(core: Core, event_id: EventId): Promise<Omit<CheckInList, "items" | "next_cursor">> {
  const sums = sumArrivals(await readArrivals(core.table, event_id), "gate");
  const by_gate = [...sums].map(([gate, admitted]) => ({ gate: gate === "" ? null : gate, admitted }));
  by_gate.sort((a, b) => compareGates(a.gate ?? "", b.gate ?? ""));
  const { seats_sold } = await readCounts(core, event_id);
  return { admitted: by_gate.reduce((sum, { admitted }) => sum + admitted, 0), expected: seats_sold, by_gate };
}

function show(checkIn: CheckIn, { labelOf }: IndexedLayout, deviceOf: DeviceOf): SeatCheckIn {
  const { booking_id, seat_pos } = checkIn;
  const counted = countedEntry(checkIn);
  return {
    ...{ booking_id, seat_pos, ...labelOf(seat_pos) },
    ...{ admitted_at: counted?.at ?? null, gate: counted?.gate ?? null },
    entries: liveEntries(checkIn).map((entry) => {
      const { at, gate, ticket, reason } = entry;
      return { check_in_id: checkInIdOf(checkIn, entry), at, gate, device: deviceOf(entry), ticket, reason };
    }),
  };
}
