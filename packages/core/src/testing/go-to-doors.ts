import { checkInTicket, mergeScans } from "../door/check-in-tickets.ts";
import { endDoorKey } from "../door-key/end-door-key.ts";
import { findKeyHolder } from "../door-key/find-key-holder.ts";
import { makeDoorKey } from "../door-key/make-door-key.ts";
import type { SeatId } from "../ids.ts";
import { acceptInvitation } from "../membership/accept-invitation.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { readActor, sendInvitation } from "./join-organization.ts";
import { buy } from "./known-sale.ts";
import type { TestCore } from "./open-core.ts";
import { newGuest, openEvent, type Sale } from "./open-event.ts";
import { ownOrganization } from "./own-organization.ts";

type Person = { account: Actor; email: string; name: string; sale: Sale; seat_pos: SeatId };

/**
 * Somebody is let in by hand, for a reason that names them; and lets others in at another house, with a device that has their name, and
 * with two keys that they made and called by it, of which one has ended.
 */
export async function goToDoors(core: TestCore, { account, email, name, sale, seat_pos }: Person): Promise<void> {
  const byHand = { event_id: sale.event_id, seat_pos, reason: `${name} lost their phone` };
  await checkInTicket(core, sale.organizer, byHand);
  const house = await openEvent(core, { rows: 1, perRow: 2 });
  const wanted = { organization_id: ownOrganization(house.organizer), email, role: "manager" } as const;
  await acceptInvitation(core, account, await sendInvitation(core, house.organizer, wanted));
  const guest = await newGuest(core);
  for (const seat of ["A-1", "A-2"]) await buy(core, house, guest, seat);
  const scan = { event_id: house.event_id, seat_pos: "A-1" as SeatId, reason: `${name} knows them` };
  const manager = await readActor(core, account);
  await checkInTicket(core, manager, { ...scan, device: `${name}’s phone` });
  const { event_id } = house;
  const until = toInstant(core.clock() + 60);
  const make = (n: number) => makeDoorKey(core, manager, { event_id, name: `${name}’s key ${n}`, until });
  const { door_key_id } = await make(1);
  await endDoorKey(core, manager, { event_id, door_key_id });
  const keeper = await findKeyHolder(core, (await make(2)).key);
  if (!keeper) throw new Error("the key opens nothing");
  const other = { seat_pos: "A-2", reason: "No phone", at: toInstant(core.clock()) };
  await mergeScans(core, keeper, { event_id, scans: [{ ...other, device: `${name}’s tablet` }, other] });
}
