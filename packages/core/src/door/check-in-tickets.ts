import { randomUUID } from "node:crypto";
import { countedEntry } from "../admission/admission.rules.ts";
import { entryIdOf } from "../admission/admission.table.ts";
import type { CheckIn, Entry } from "../admission/admission.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { EventId } from "../ids.ts";
import { toInstant, toSeconds } from "../time.ts";
import { describeAdmission } from "./describe-admission.ts";
import { type Admitted, Scan, type ScanResult } from "./door.ts";
import { type Doorkeeper, hasKey, idOf } from "./doorkeeper.ts";
import { getDoorEvent } from "./get-door-event.ts";
import { isBefore, type Judged, judgeScan } from "./judge-scan.ts";
import { findCheckIn, recordEntry } from "./record-entry.ts";

type Booked = Extract<Judged, { kind: "booked" }>;

/** How far a device's clock may be ahead. */
const mostAhead = 300;

/** How often others change the same ticket while it is scanned: each of many devices at once loses to one of them. */
const maxAttempts = 40;

/** Tickets of scans that are merged at once. */
const atOnce = 8;

/**
 * Lets somebody in with a code, or by hand; sent again with the same instant and device it changes nothing. Throws EVENT_NOT_FOUND,
 * FORBIDDEN, INVALID_INPUT for an instant that is ahead, and the one reason why not: TICKET_FORGED, TICKET_WRONG_EVENT,
 * TICKET_CANCELLED, TICKET_NOT_PAID, TICKET_SUPERSEDED, TICKET_ALREADY_ADMITTED, by hand SEAT_NOT_FOUND.
 */
export async function checkInTicket(
  core: Core,
  keeper: Doorkeeper,
  { event_id, ...scan }: Scan & { event_id: EventId },
  lease: IdempotencyLease | null = null,
): Promise<Admitted> {
  const event = await getDoorEvent(core, keeper, event_id);
  const now = core.clock();
  if (scan.at !== undefined && toSeconds(scan.at) > now + mostAhead)
    throw new EventlyError("INVALID_INPUT", { faults: [{ path: "at", message: "not more than 5 minutes ahead" }] });
  const result = await enter({ core, keeper, event, isMerged: false }, timed(scan, scan.at ?? toInstant(now), lease));
  if (result.result === "admitted") return result;
  throw refuse(result);
}

/**
 * The scans with which a device let people in while it had no network, each with its result, in their order: all are recorded, and the
 * earliest of a ticket counts, whoever told first. Throws EVENT_NOT_FOUND, FORBIDDEN.
 */
export async function mergeScans(
  core: Core,
  keeper: Doorkeeper,
  { event_id, scans }: { event_id: EventId; scans: readonly Record<string, unknown>[] },
  lease: IdempotencyLease | null = null,
): Promise<ScanResult[]> {
  const event = await getDoorEvent(core, keeper, event_id);
  const results: ScanResult[] = [];
  // One after the other where they may be of one ticket: a list is mostly of different ones.
  const ofTicket = new Map<unknown, number[]>();
  for (const [i, { code, seat_pos }] of scans.entries()) {
    const ticket = [code, seat_pos].find((named) => typeof named === "string") ?? "";
    ofTicket.set(ticket, [...(ofTicket.get(ticket) ?? []), i]);
  }
  const left = ofTicket.values();
  const work = async () => {
    for (const indexes of left)
      for (const i of indexes) results[i] = await mergeScan({ core, keeper, event }, scans[i], lease);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

type Door = { core: Core; keeper: Doorkeeper; event: StoredEvent };

async function mergeScan(
  { core, keeper, event }: Door,
  given: unknown,
  lease: IdempotencyLease | null,
): Promise<ScanResult> {
  const { data: scan } = Scan.safeParse(given);
  if (!scan) return { result: "forged" };
  const now = core.clock();
  // One bad clock must not lose a list.
  const at = scan.at === undefined || toSeconds(scan.at) > now + mostAhead ? toInstant(now) : scan.at;
  return enter({ core, keeper, event, isMerged: true }, timed(scan, at, lease));
}

/** `told` is what tells a repetition from another scan: of one without an instant of its own the request's Idempotency-Key. */
type Timed = Scan & { at: string; told: string };
const timed = (scan: Scan, at: string, lease: IdempotencyLease | null): Timed => ({
  ...{ ...scan, at },
  told: scan.at ?? lease?.record_id ?? randomUUID(),
});

/** Of those who came first each time that somebody else changed the ticket, once more from the records. */
async function enter(door: Door & { isMerged: boolean }, scan: Timed): Promise<ScanResult> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const judged = await judgeScan(door.core, door.event, scan);
    if (judged.kind === "nobodys" && !door.isMerged)
      throw new EventlyError("SEAT_NOT_FOUND", { seats: [judged.seat_pos] });
    const result = judged.kind === "booked" ? await enterBooked(door, judged, scan) : toResult(judged);
    if (result !== "changed") return result;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

function toResult(judged: Exclude<Judged, Booked>): ScanResult {
  if (judged.kind === "forged") return { result: "forged" };
  if (judged.kind === "unpaid") return { result: "not_paid", seat_pos: judged.seat_pos };
  if (judged.kind === "nobodys") return { result: "cancelled", seat_pos: judged.seat_pos };
  return { result: "wrong_event", event_id: judged.event_id, name: judged.name };
}

/**
 * A device that had no network has let them in already: that is recorded, whatever the ticket is by now. With a clock that was behind,
 * so far that nobody had the seat yet, they came now.
 */
async function enterBooked(
  { core, keeper, event, isMerged }: Door & { isMerged: boolean },
  judged: Booked,
  scan: Timed,
): Promise<ScanResult | "changed"> {
  const { booking, seat_pos } = judged;
  const at = isBefore(scan.at, booking, seat_pos) ? toInstant(core.clock()) : scan.at;
  const entry = toEntry(judged, { ...scan, at }, keeper);
  const before = await findCheckIn(core, judged);
  const counted = countedEntry(before);
  const first = before?.entries.find(({ entry_id }) => entry_id === entry.entry_id);
  // Whatever has become of the ticket since, a repetition is answered as it was.
  const ticket = first?.ticket ?? judged.ticket;
  const isLate = ticket === "valid" && counted !== null && !first;
  if (!isMerged && ticket !== "valid") return { result: ticket, seat_pos };
  const describe = (checkIn: CheckIn, entry: Entry) => describeAdmission(core, { event, booking, checkIn, entry });
  if (!isMerged && before && isLate) return { result: "already_admitted", ...(await describe(before, counted)) };
  const recorded = await recordEntry(core, keeper, { booking, seat_pos, before }, entry);
  if (recorded === "changed") return "changed";
  const { checkIn } = recorded;
  if (ticket !== "valid") return { result: ticket, seat_pos };
  const own = checkIn.entries.find(({ entry_id }) => entry_id === entry.entry_id);
  // What was undone meanwhile, and is asked for once more, is told as it was.
  const told = countedEntry(checkIn) ?? own;
  if (!told) throw new Error(`nobody went in with ${seat_pos}`);
  return { result: told === own ? "admitted" : "already_admitted", ...(await describe(checkIn, told)) };
}

/** A key's gate stands for that of whoever says none. What a key is called is told from the key, and forgotten with it. */
function toEntry({ version, ticket }: Booked, { at, told, ...scan }: Timed, keeper: Doorkeeper): Entry {
  const own = hasKey(keeper) ? keeper : null;
  const { gate = own?.gate ?? null, device = null, reason = null } = scan;
  const entry_id = entryIdOf({ at: told, device: device ?? own?.name ?? null, version, reason });
  return { entry_id, at, device, version, reason, gate, ticket, actor_id: idOf(keeper), undone_at: null };
}

function refuse(result: Exclude<ScanResult, Admitted>): EventlyError {
  switch (result.result) {
    case "forged":
      return new EventlyError("TICKET_FORGED", {});
    case "wrong_event":
      return new EventlyError("TICKET_WRONG_EVENT", { event_id: result.event_id, name: result.name });
    case "not_paid":
      return new EventlyError("TICKET_NOT_PAID", {});
    case "cancelled":
      return new EventlyError("TICKET_CANCELLED", {});
    case "superseded":
      return new EventlyError("TICKET_SUPERSEDED", {});
    case "already_admitted": {
      const { admitted_at, gate, device } = result;
      return new EventlyError("TICKET_ALREADY_ADMITTED", { admitted_at, gate, device });
    }
  }
}
