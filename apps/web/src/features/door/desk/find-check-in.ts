import type { KeptScan } from "../rules/kept-scan";
import type { Desk } from "./desk";

/**
 * With which a scan that the server was told of is undone. Where somebody else's counts the server names that one, and this device's own stands
 * among the conflicts; null if it is not there.
 */
export async function findCheckIn({ api }: Desk, kept: KeptScan): Promise<string | null> {
  if (kept.check_in_id !== null) return kept.check_in_id;
  const { booking_id, seat_pos, scan } = kept;
  let cursor: string | undefined;
  do {
    const page = await api.listConflicts(cursor);
    const seat = page.items.find((item) => item.booking_id === booking_id && item.seat_pos === seat_pos);
    if (seat)
      return seat.entries.find(({ at, device }) => at === scan.at && device === scan.device)?.check_in_id ?? null;
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return null;
}
