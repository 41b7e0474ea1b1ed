import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { isPaidByCard } from "./find-account.ts";
import type { Holding } from "./hold.ts";

/** Event and seller may be two seconds old. Throws INVALID_INPUT where the seller takes no cards. */
export async function requireCards(core: Core, holding: Holding): Promise<void> {
  if (await isPaidByCard(core, holding)) return;
  const message = "this seller takes no cards: reserve the seats on invoice";
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: "payment", message }] });
}
