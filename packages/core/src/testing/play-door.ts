import { expect } from "vitest";
import { countedEntry, isConflict } from "../admission/admission.rules.ts";
import { checkInsIn, toCheckIn } from "../admission/admission.table.ts";
import type { CheckIn } from "../admission/admission.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { moveSeats } from "../box-office/move-seats.ts";
import { isFailure } from "../errors.ts";
import type { BookingId } from "../ids.ts";
import { queryItems } from "../table/query-items.ts";
import { reissueTicket } from "../ticket/reissue-ticket.ts";
import type { Door } from "./open-door.ts";
import { drawBelow } from "./random.ts";

type Random = () => number;
type Booked = Awaited<ReturnType<Door["book"]>>;
type Scan = { code: string; at: string; device: string; gate: string };

const devices = [
  { device: "first", gate: "North" },
  { device: "second", gate: "South" },
  { device: "third", gate: "North" },
];
const oftenTwice = 3;
const oftenOnline = 3;

/**
 * Three devices let people in with the tickets of three bookings, with clocks that differ, with a network or without; then they tell of
 * it in pieces, some of them twice, while bookings are cancelled, seats moved and tickets issued anew. Checks that nothing is lost, doubled
 * or miscounted.
 */
export async function playDoor(door: Door, random: Random): Promise<void> {
  const booked = [await door.book(2), await door.book(2), await door.book(2)];
  const scans = devices.flatMap((at) => drawScans(door, booked, random, at));
  const given = new Set<BookingId>();
  const told: string[] = [];
  const refused = new Set<Scan>();
  const tell = async (piece: Scan[]) => {
    for (const [i, { result }] of (await door.merge(piece)).entries())
      if (result === "admitted") told.push(piece[i]?.code ?? "");
  };
  /** While there is a network: who is refused is not let in. */
  const ask = async (piece: Scan[]) => {
    for (const scan of piece)
      await door.scan(scan.code, scan).then(
        () => told.push(scan.code),
        (error: unknown) => {
          allow("TICKET_ALREADY_ADMITTED", "TICKET_CANCELLED", "TICKET_SUPERSEDED")(error);
          refused.add(scan);
        },
      );
  };
  const steps = devices.flatMap(({ device }) =>
    cut(
      scans.filter((scan) => scan.device === device),
      random,
    ).flatMap((piece) => {
      if (drawBelow(random, oftenOnline) === 0) return [() => ask(piece)];
      return drawBelow(random, oftenTwice) === 0 ? [() => tell(piece), () => tell(piece)] : [() => tell(piece)];
    }),
  );
  steps.push(...drawMeanwhile(door, booked, random, given));
  const left = shuffle(steps, random).values();
  const work = async () => {
    for (const step of left) await step();
  };
  await Promise.all(Array.from({ length: 1 + drawBelow(random, steps.length) }, work));
  await check(door, { booked, scans: scans.filter((scan) => !refused.has(scan)), given, told });
}

function drawScans(door: Door, booked: Booked[], random: Random, at: (typeof devices)[number]): Scan[] {
  const isAhead = drawBelow(random, 2) * 40;
  return booked
    .flatMap(({ codes }) => codes)
    .filter(() => drawBelow(random, 3) > 0)
    .map((code) => ({ ...at, code, at: door.ago(900 - drawBelow(random, 800) - isAhead) }));
}

/** By the buyer, who may not once somebody is in; by the organizer; and tickets anew. */
function drawMeanwhile(
  { core, guest, organizer, takeSeat }: Door,
  booked: Booked[],
  random: Random,
  given: Set<BookingId>,
) {
  const pick = () => booked[drawBelow(random, booked.length)] as Booked;
  const [byBuyer, byOrganizer, anew, moved] = [pick(), pick(), pick(), pick()];
  const give = async () => {
    await cancelBooking(core, guest, byBuyer);
    given.add(byBuyer.booking_id);
  };
  const [to, { seat_pos: from, booking_id }] = [takeSeat(), moved];
  const move = async () => {
    await moveSeats(core, organizer, { booking_id, seats: [{ from, to }] });
  };
  return [
    () => give().catch(allow("CANCELLATION_CLOSED", "BOOKING_ALREADY_CANCELLED")),
    ...(drawBelow(random, 2) === 0
      ? [() => cancelBooking(core, organizer, byOrganizer).then(() => undefined, allow("BOOKING_ALREADY_CANCELLED"))]
      : []),
    () =>
      reissueTicket(core, organizer, anew).then(() => undefined, allow("BOOKING_ALREADY_CANCELLED", "SEAT_NOT_FOUND")),
    () => move().catch(allow("BOOKING_ALREADY_CANCELLED", "TICKET_ALREADY_ADMITTED")),
  ];
}

/** Throws what is none of these failures. */
const allow =
  (...codes: Parameters<typeof isFailure>[1][]) =>
  (error: unknown) => {
    if (!codes.some((code) => isFailure(error, code))) throw error;
  };

type Played = { booked: Booked[]; scans: Scan[]; given: Set<BookingId>; told: string[] };

async function check(door: Door, { booked, scans, given, told }: Played): Promise<void> {
  const all: CheckIn[] = [];
  for await (const item of queryItems(door.core.table, { ...checkInsIn(door.event_id), consistent: true }))
    all.push(toCheckIn(item));
  for (const { booking_id, tickets } of booked) {
    const own = all.filter((checkIn) => checkIn.booking_id === booking_id);
    for (const { seat_pos, code } of tickets) {
      const checkIn = own.find((checkIn) => checkIn.seat_pos === seat_pos);
      const entered = (checkIn?.entries ?? []).map(({ at, device, gate }) => `${at} ${device} ${gate}`);
      const wanted = scans
        .filter((scan) => scan.code === code)
        .map(({ at, device, gate }) => `${at} ${device} ${gate}`);
      expect(entered.toSorted()).toEqual(wanted.toSorted());
      if (countedEntry(checkIn ?? null)) expect(told).toContain(code);
    }
    const isIn = own.filter((checkIn) => countedEntry(checkIn) !== null);
    expect((await findBooking(door.core, booking_id))?.admitted ?? 0).toBe(isIn.length);
    if (given.has(booking_id)) expect(isIn).toEqual([]);
  }
  const counted = all.flatMap((checkIn) => countedEntry(checkIn) ?? []);
  const { by_gate, admitted } = await door.list();
  expect(admitted).toBe(counted.length);
  for (const { gate, admitted } of by_gate)
    expect(counted.filter((entry) => entry.gate === gate)).toHaveLength(admitted);
  const named = (await door.list({ conflicts: true })).items.map(
    ({ booking_id, seat_pos }) => `${booking_id} ${seat_pos}`,
  );
  expect(named).toEqual(all.filter(isConflict).map(({ booking_id, seat_pos }) => `${booking_id} ${seat_pos}`));
}

function cut<T>(list: T[], random: Random): T[][] {
  const at = drawBelow(random, list.length + 1);
  return [list.slice(0, at), list.slice(at)].filter((piece) => piece.length > 0);
}

function shuffle<T>(list: T[], random: Random): T[] {
  const keyed = list.map((thing) => ({ thing, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ thing }) => thing);
}
