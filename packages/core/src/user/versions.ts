import type { Item } from "../table/transact.ts";

/** How often all sessions, and all links to bookings, of a person were ended at once: those of an earlier version are dead. */
export type Versions = { session_version: number; link_version: number };

/** Of a user's item; nobody's had ended in the version before. */
export const toVersions = (user: Item | null): Versions => ({
  session_version: Number(user?.session_version ?? 0),
  link_version: Number(user?.link_version ?? 0),
});
