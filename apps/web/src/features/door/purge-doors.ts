import { readDeviceClock } from "./device-clock";
import { hasDoors } from "./has-doors";

/** Deletes from this browser what doors left behind: long after their events, and of accounts that are not signed in. A door with a key stays. */
export async function purgeDoors(findHolder: () => Promise<string | null>): Promise<void> {
  if (!(await hasDoors())) return;
  // Few visitors ever stand at a door.
  const { purgeDatabase } = await import("./open-door-store");
  await purgeDatabase(readDeviceClock(), findHolder);
}
