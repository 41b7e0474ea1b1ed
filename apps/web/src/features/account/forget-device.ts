import { purgeDoors } from "~/features/door/store/purge-doors";
import { forgetPages } from "~/features/offline/kept-pages";

/** Deletes what this browser keeps of whoever was signed in: tickets, and the names and tickets of doors. Doors with a key stay. Never rejects. */
export async function forgetDevice(): Promise<void> {
  await Promise.allSettled([forgetPages(), purgeDoors(async () => null)]);
}
