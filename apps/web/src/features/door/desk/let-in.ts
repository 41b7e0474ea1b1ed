import type { Admitted as Admission, Scan, SheetTicket } from "@evently/core/door";
import type { Failure } from "@evently/core/errors";
import type { BookingId, SeatId } from "@evently/core/ids";
import { readCode } from "@evently/core/ticket-code";
import { findFailure, isLimited } from "~/trpc/failure";
import { readWait } from "~/trpc/read-wait";
import { countIn } from "../rules/count-in";
import { enteredBy } from "../rules/find-entered";
import { judgeOffline, judgeSeatOffline } from "../rules/judge-offline";
import { type KeptScan, waitsWith } from "../rules/kept-scan";
import type { KnownTicket, Verdict } from "../rules/verdict";
import type { Desk } from "./desk";
import { isPassing } from "./is-passing";
import { closeDesk, isShutOut } from "./sync-desk";

type Answered = { verdict: Verdict; check_in_id: string | null };

/** Longer than any code: what somebody else printed. */
const longestCode = 300;

/** Checks a code, and lets its holder in: by the server, or where that can't be reached by what this device knows. */
export async function checkCode(desk: Desk, code: string): Promise<void> {
  const facts = readCode(code)?.facts ?? null;
  const seats = facts && desk.state.read().sheet?.ofBooking.get(facts.booking_id);
  const ticket = facts && (seats?.get(facts.seat_pos) ?? { seat_pos: facts.seat_pos });
  if (code.length > longestCode) return showVerdict(desk, { result: "forged", ticket: null }, desk.now());
  await decide(desk, { ticket, booking_id: facts?.booking_id ?? null }, { code }, async () => {
    const { sheet, fetched_at, scans } = desk.state.read();
    const verify = desk.verify();
    if (!sheet || !fetched_at || !verify) return null;
    return judgeOffline(sheet, enteredBy(sheet, fetched_at, scans), await verify(code));
  });
}

/** Lets somebody in without a code. */
export async function letInByHand(desk: Desk, seat_pos: SeatId, reason: string): Promise<void> {
  const ticket = desk.state.read().sheet?.bySeat.get(seat_pos);
  const booking_id = ticket?.booking_id ?? null;
  await decide(
    desk,
    { ticket: ticket ?? { seat_pos }, booking_id },
    { seat_pos, reason, ...nameBooking(ticket) },
    async () => {
      const { sheet, fetched_at, scans } = desk.state.read();
      return sheet && fetched_at ? judgeSeatOffline(sheet, enteredBy(sheet, fetched_at, scans), seat_pos) : null;
    },
  );
}

type Admitted = { verdict: Extract<Verdict, { result: "admitted" }>; answered: Answered | null };

/** Somebody whom this device let in, as it is kept: to be sent, or to be undone. */
function toKept(desk: Desk, booking_id: BookingId, scan: KeptScan["scan"], { verdict, answered }: Admitted): KeptScan {
  const { seat_pos } = verdict.ticket;
  return {
    ...{ scan_id: `${scan.at} ${booking_id} ${seat_pos}`, event_id: desk.event_id, booking_id, seat_pos, scan },
    ...{ ticket: verdict.ticket, told_at: answered ? desk.now() : null, conflict: null, undone: false },
    check_in_id: answered?.check_in_id ?? null,
  };
}

type Given =
  | { code: string }
  | { seat_pos: SeatId; reason: string; booking_id?: BookingId | undefined; version?: number | undefined };

/** Whose seat it is now, by the list: it may be another's once this is told. */
const nameBooking = (ticket: SheetTicket | undefined) =>
  ticket && { booking_id: ticket.booking_id, version: ticket.version };
type Subject = { ticket: KnownTicket | null; booking_id: BookingId | null };

async function decide(desk: Desk, subject: Subject, given: Given, judge: () => Promise<Verdict | null>): Promise<void> {
  const { gate, device, scans } = desk.state.read();
  const at = desk.now();
  const scan = { ...given, at, device, ...(gate === null ? {} : { gate }) };
  try {
    const answered = isOwn(scans, subject) ? null : await ask(desk, scan, subject.ticket);
    const verdict = answered?.verdict ?? (await judge());
    if (!verdict) return desk.show({ kind: "unchecked" });
    const { booking_id } = subject;
    const isIn = verdict.result === "admitted" && booking_id !== null;
    const kept = isIn ? toKept(desk, booking_id, scan, { verdict, answered }) : null;
    const keeping = kept && desk.log.add(kept);
    // Shown before it is kept, which may take a moment: the guest is in.
    showVerdict(desk, verdict, at, { isOffline: answered === null, scan_id: kept?.scan_id ?? null });
    await keeping;
  } catch (error) {
    if (isShutOut(error)) return closeDesk(desk, error);
    desk.show({ kind: "failed", error });
  }
}

/** Of a ticket with which this device let somebody in, and has not told of it yet. */
const isOwn = (scans: readonly KeptScan[], { booking_id, ticket }: Subject): boolean =>
  booking_id !== null && ticket !== null && waitsWith(scans, { booking_id, seat_pos: ticket.seat_pos });

function showVerdict(
  desk: Desk,
  verdict: Verdict,
  at: string,
  more = { isOffline: false, scan_id: null as string | null },
) {
  desk.show({ kind: "verdict", verdict, at, ...more });
}

/** How often a server that asks for a moment is asked again, and for how long it is waited for each time. */
const [mostTries, longestWaitMs] = [4, 3_000];

/**
 * Null where nobody answered; then others are not asked either until the server is heard again. Whoever asks for a moment is there: this device must
 * not decide alone then, as others do at the same time.
 */
async function ask(desk: Desk, scan: Scan, ticket: KnownTicket | null): Promise<Answered | null> {
  if (!navigator.onLine) desk.change({ isReachable: false });
  if (!desk.state.read().isReachable) return null;
  try {
    const { check_in_id, ...admitted } = await askPatiently(desk, scan);
    const { counts } = desk.state.read();
    if (counts) desk.change({ counts: countIn(counts, admitted.gate) });
    return { verdict: { result: "admitted", ticket: admitted, isNewer: false }, check_in_id };
  } catch (error) {
    const failure = findFailure(error);
    const refused = failure && toVerdict(failure, ticket);
    if (refused) return { verdict: refused, check_in_id: null };
    if (isLimited(error) || !isPassing(error)) throw error;
    desk.change({ isReachable: false });
    return null;
  }
}

/** The same scan again is the same check-in. */
async function askPatiently(desk: Desk, scan: Scan): Promise<Admission> {
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await desk.api.checkIn(scan);
      } catch (error) {
        if (!isLimited(error) || tries === mostTries) throw error;
        desk.change({ isHeldBack: true });
        const wait = Math.min(readWait(error), longestWaitMs);
        await new Promise((done) => setTimeout(done, wait));
      }
    }
  } finally {
    if (desk.state.read().isHeldBack) desk.change({ isHeldBack: false });
  }
}

function toVerdict(failure: Failure, ticket: KnownTicket | null): Verdict | null {
  switch (failure.error_code) {
    case "TICKET_FORGED":
      return { result: "forged", ticket: null };
    case "TICKET_WRONG_EVENT":
      return { result: "wrong_event", ticket: null, name: failure.details.name };
    case "TICKET_NOT_PAID":
      return { result: "not_paid", ticket };
    case "TICKET_CANCELLED":
      return { result: "cancelled", ticket };
    case "TICKET_SUPERSEDED":
      return { result: "superseded", ticket };
    case "TICKET_ALREADY_ADMITTED": {
      const { admitted_at: at, gate, device } = failure.details;
      return { result: "already_admitted", ticket, entered: { at, gate, device } };
    }
    default:
      return null;
  }
}
