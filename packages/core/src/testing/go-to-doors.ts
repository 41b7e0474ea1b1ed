import { checkInTicket } from "../door/check-in-tickets.ts";
import type { SeatId } from "../ids.ts";
import { acceptInvitation } from "../membership/accept-invitation.ts";
import type { Actor } from "../user/user.ts";
import { readActor, sendInvitation } from "./join-organization.ts";
import { buy } from "./known-sale.ts";
import type { TestCore } from "./open-core.ts";
import { newGuest, openEvent, type Sale } from "./open-event.ts";
import { ownOrganization } from "./own-organization.ts";

type Person = { account: Actor; email: string; name: string; sale: Sale; seat_pos: SeatId };

/** Somebody is let in by hand, for a reason that names them; and lets others in at another house, with a device that has their name. */
export async function goToDoors(core: TestCore, { account, email, name, sale, seat_pos }: Person): Promise<void> {
  const byHand = { event_id: sale.event_id, seat_pos, reason: `${name} lost their phone` };
  await checkInTicket(core, sale.organizer, byHand);
  const house = await openEvent(core, { rows: 1, perRow: 2 });
  const wanted = { organization_id: ownOrganization(house.organizer), email, role: "door" } as const;
  await acceptInvitation(core, account, await sendInvitation(core, house.organizer, wanted));
  await buy(core, house, await newGuest(core), "A-1");
  const scan = { event_id: house.event_id, seat_pos: "A-1" as SeatId, reason: `${name} knows them` };
  await checkInTicket(core, await readActor(core, account), { ...scan, device: `${name}’s phone` });
}
