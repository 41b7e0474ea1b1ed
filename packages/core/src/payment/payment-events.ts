import type { Wake } from "./wake.ts";

/** What the gateway itself keeps of what happened at its accounts, which has all that no webhook told. */
export type PaymentEvents = {
  /**
   * What happened at the account, null for the house's own, after the cursor, oldest first and a part of it at a time: read on until
   * there is nothing. A null cursor, and one that is too old, begin with all that the gateway keeps; `cursor` is where to read on, null
   * where nothing has happened yet. Throws what the gateway throws.
   */
  read(account: string | null, cursor: string | null): Promise<{ wakes: Wake[]; cursor: string | null }>;
};
