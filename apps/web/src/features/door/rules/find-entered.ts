import type { Place, Sheet } from "./index-sheet";
import type { FindEntered } from "./judge-offline";
import type { KeptScan } from "./kept-scan";
import type { Entered } from "./verdict";

const nameOf = ({ booking_id, seat_pos }: Place): string => `${booking_id} ${seat_pos}`;

/**
 * Who is in as the list of `fetched_at` knows, and by those of this device's scans that it can't have; the earliest of a ticket. What this device
 * has taken back since may still be in the list.
 */
export function enteredBy(sheet: Sheet, fetched_at: string, scans: readonly KeptScan[]): FindEntered {
  const own = new Map<string, Entered>();
  const undone = new Set<string>();
  for (const kept of scans) {
    if (kept.undone) undone.add(`${nameOf(kept)} ${kept.scan.at} ${kept.scan.device}`);
    if (kept.undone || (kept.told_at !== null && kept.told_at < fetched_at)) continue;
    const { at, gate = null, device = null } = kept.scan;
    const known = own.get(nameOf(kept));
    if (!known || at < known.at) own.set(nameOf(kept), { at, gate, device });
  }
  return (place) => {
    const told = sheet.ofBooking.get(place.booking_id)?.get(place.seat_pos)?.entered ?? null;
    const listed = told && undone.has(`${nameOf(place)} ${told.at} ${told.device}`) ? null : told;
    const here = own.get(nameOf(place)) ?? null;
    return listed && here ? (here.at < listed.at ? here : listed) : (listed ?? here);
  };
}
