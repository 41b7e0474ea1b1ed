import { afterEach, beforeEach } from "vitest";
import { listEventJournal } from "../event/list-event-journal.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { Network } from "../network/network.ts";
import type { Actor } from "../user/user.ts";
import type { Open } from "./open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "./open-event.ts";
import { openTwoCores } from "./open-two-cores.ts";
import { expectCleanAudit, letTimePass } from "./settle-everything.ts";

export const office: Network = { near: "office-hash", wide: null };
export const home: Network = { near: "home-hash", wide: "provider-hash" };

/**
 * Two processes, and for each test of the file a new `sale` of 50 seats whose audit is clean after it. Await it at the top of
 * the file; `wrap` is around the table of the second process.
 */
export async function openHolders(second: Pick<Open, "wrap">) {
  const [core, other] = await openTwoCores({}, second);
  let sale: Sale;
  beforeEach(async () => {
    sale = await openEvent(core, { rows: 5, perRow: 10 });
  });
  afterEach(async () => {
    await letTimePass(core, 200);
    await expectCleanAudit(core, sale.event_id);
  });
  return {
    ...{ core, other },
    /** A new guest who asks from this network. */
    someone: async (network: Network | null = office): Promise<Actor> => ({ ...(await newGuest(core)), network }),
    hold: (actor: Actor, ...seats: string[]) => placeHold(core, actor, ask(sale.event_id, ...seats)),
    readJournal: async () =>
      (await listEventJournal(core, sale.organizer, { event_id: sale.event_id, limit: 200 })).items,
    get sale(): Sale {
      return sale;
    },
  };
}
