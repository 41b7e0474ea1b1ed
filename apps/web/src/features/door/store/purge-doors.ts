import { readDeviceClock } from "../device-clock";
import { hasDoors } from "./has-doors";

/** Deletes from this browser what doors left behind: long after their events, and of accounts that are not signed in. A door with a key stays. */
export async function purgeDoors(findHolder: () => Promise<string | null>): Promise<void> {
  // The only page of scripts that opens without a network is a door's own, which deletes what is over when it opens.
  if (!navigator.onLine || !(await hasDoors())) return;
  // Few visitors ever stand at a door.
  const { purgeDatabase } = await import("./open-door-store");
  await purgeDatabase(readDeviceClock(), findHolder);
}
