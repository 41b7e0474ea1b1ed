import { mostScans, type Scan, type ScanResult } from "@evently/core/door";
import type { EventId } from "@evently/core/ids";
import type { Place } from "./index-sheet";
import type { Entered, KnownTicket } from "./verdict";

/** Somebody whom this device let in. */
export type KeptScan = Place & {
  scan_id: string;
  event_id: EventId;
  /** As it is sent, the same each time. */
  scan: Scan & { at: string };
  ticket: KnownTicket;
  /** When the server heard of it; null while it waits for a network. */
  told_at: string | null;
  /** With which it is undone; null where the server did not say so yet, or counts somebody else's. */
  check_in_id: string | null;
  /** Where the server counts it otherwise: somebody else came in before, or the ticket was not valid any more. */
  conflict: Conflict | null;
};

type Conflict =
  | { result: "already_admitted"; entered: Entered }
  | { result: Exclude<ScanResult["result"], "admitted" | "already_admitted"> };

export const isWaiting = ({ told_at }: KeptScan): boolean => told_at === null;

/** Whether somebody whom this device let in with a ticket is not known to the server yet, which would let in another one. */
export const waitsWith = (scans: readonly KeptScan[], { booking_id, seat_pos }: Place): boolean =>
  scans.some((scan) => isWaiting(scan) && scan.booking_id === booking_id && scan.seat_pos === seat_pos);

/** Those that are sent next, oldest first. */
export const nextToSend = (scans: readonly KeptScan[]): KeptScan[] =>
  scans
    .filter(isWaiting)
    .toSorted((a, b) => (a.scan.at < b.scan.at ? -1 : 1))
    .slice(0, mostScans);

/** A scan with what the server made of it. */
export function applyResult(kept: KeptScan, result: ScanResult, told_at: string): KeptScan {
  const told = { ...kept, told_at };
  if (result.result === "admitted") return { ...told, check_in_id: result.check_in_id };
  if (result.result !== "already_admitted") return { ...told, conflict: { result: result.result } };
  const { admitted_at: at, gate, device } = result;
  return { ...told, conflict: { result: "already_admitted", entered: { at, gate, device } } };
}
