import type { KeptScan } from "../rules/kept-scan";
import type { Desk } from "./desk";

/**
 * With which a scan that the server was told of is undone. Where somebody else's counts the server names that one, and this device's own stands
 * among the conflicts; null if it is not there.
 */
export async function findCheckIn({ api }: Desk, kept: KeptScan): Promise<string | null> {
  if (kept.check_in_id !== null) return kept.check_in_id;
  const { booking_id, seat_pos, scan } = kept;
  for await (const seat of api.listConflicts())
    if (seat.booking_id === booking_id && seat.seat_pos === seat_pos)
      return seat.entries.find(({ at, device }) => at === scan.at && device === scan.device)?.check_in_id ?? null;
  return null;
}
