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
  /** Taken back here, and at the server once it can be reached: it may have it, though its answer was lost. */
  undone: boolean;
};

type Conflict =
  | { result: "already_admitted"; entered: Entered }
  | { result: Exclude<ScanResult["result"], "admitted" | "already_admitted"> };

/** Whether the server has not said that it knows of it. */
export const isUntold = ({ told_at }: KeptScan): boolean => told_at === null;

/** Somebody who is in and of whom the server is still to be told. */
export const isWaiting = (scan: KeptScan): boolean => isUntold(scan) && !scan.undone;

/** As it is kept once the names of its door are forgotten. */
export const withoutNames = (scan: KeptScan): KeptScan => ({ ...scan, ticket: { seat_pos: scan.seat_pos } });

/** Whether somebody whom this device let in with a ticket is not known to the server yet, which would let in another one. */
export const waitsWith = (scans: readonly KeptScan[], { booking_id, seat_pos }: Place): boolean =>
  scans.some((scan) => isUntold(scan) && scan.booking_id === booking_id && scan.seat_pos === seat_pos);

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
