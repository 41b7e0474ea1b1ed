import { adoptBookings } from "../booking/adopt-bookings.ts";
import { getBooking } from "../booking/get-booking.ts";
import { listFound } from "../booking/list-found.ts";
import { sellAtCounter } from "../box-office/sell-at-counter.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { changeOrganization } from "../membership/change-organization.ts";
import { createOrganization } from "../membership/create-organization.ts";
import { invite } from "../membership/invite.ts";
import { makeSignInLink } from "../operator/make-sign-in-link.ts";
import { resumeAccount, suspendAccount } from "../operator/suspend-account.ts";
import { resumeOrganization, suspendOrganization } from "../operator/suspend-organization.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { changeEmail } from "../sign-in/change-email.ts";
import { requestSignIn } from "../sign-in/request-sign-in.ts";
import { hashEmail } from "../user/contact.table.ts";
import { createUser, startGuest } from "../user/create-user.ts";
import { setGuestEmail } from "../user/get-user.ts";
import type { Actor } from "../user/user.ts";
import { goToDoors } from "./go-to-doors.ts";
import { id } from "./id.ts";
import { readActor } from "./join-organization.ts";
import { buy } from "./known-sale.ts";
import { named } from "./open-box-office.ts";
import type { TestCore } from "./open-core.ts";
import { ask, openEvent, type Sale } from "./open-event.ts";
import { ownOrganization } from "./own-organization.ts";
import { anywhere, askToSignIn, signIn } from "./sign-in.ts";

const device = "Lynx on Plan 9";
const network = { near: "the-network-of-this-person", wide: null };

/**
 * Somebody of whom the table has all that it can have: they bought as a guest, signed up, changed their address, adopted what they had,
 * bought, cancelled, were refunded a part, hold seats, wait for mails, went in, were given a seat at the box office, work at a door, and the operator had
 * something to do with them.
 */
export async function openPerson(core: TestCore, name: string) {
  const sale = await openEvent(core, { rows: 1, perRow: 12 });
  const [former, email] = [`${name}@former.example.org`, `${name}@example.org`];
  const words = { name: `Zoe ${name}`, phone: `+49 30 ${name}` };
  const { user: guest } = await startGuest(core, { email: `${name}@typo.example.org` });
  await setGuestEmail(core, guest, { email: former });
  await buy(core, sale, { ...guest, network }, "A-1");
  const { user_id } = (
    await createUser(core, { email: former, role: "attendee", ...words }, null, { ...anywhere, proof: null, device })
  ).user;
  const signedIn = await signIn(core, former);
  const account: Actor = { ...signedIn.user, network };
  await adoptBookings(core, account, { user_id, booking_ids: await listFound(core, signedIn.user, null) }, null);
  const { token: _, ...byCode } = await askToSignIn(core, email, { purpose: "change-email" });
  const changed = await changeEmail(core, { actor: account, token: signedIn.token }, byCode, device);
  const { user: other } = await startGuest(core, { email: email.toUpperCase() });
  const { booking_id: namesakes, user_id: namesake } = await buy(core, sale, other, "A-2");
  const [kept, cancelled] = [await buy(core, sale, account, "A-3", "A-4"), await buy(core, sale, account, "A-5")];
  const reason = `${words.name} is ill`;
  await refundBooking(core, sale.organizer, { booking_id: cancelled.booking_id, seats: [id.seat("A-5")], reason });
  await refundBooking(core, sale.organizer, { booking_id: kept.booking_id, amount: 1, reason });
  await releaseHold(core, account, await placeHold(core, account, ask(sale.event_id, "A-6")));
  await placeHold(core, account, ask(sale.event_id, "A-7"));
  await requestSignIn(core, { email, purpose: "sign-in" }, { ...anywhere, device });
  await suspendAccount(core, { user_id, reason: `${words.name} sold fakes` });
  await resumeAccount(core, { user_id, reason: `${words.name} did not` });
  await makeSignInLink(core, { user_id });
  await goToDoors(core, { ...{ account, email, sale }, name: words.name, seat_pos: id.seat("A-1") });
  const holder = { name: `Zoe ${name} herself`, email };
  const { booking_id: atCounter, user_id: atCounterUser } = await sellAtCounter(core, sale.organizer, {
    ...{ event_id: sale.event_id, seats: named("A-8"), payment: "comp", holder },
  });
  const friend = `friend-of-${name}@example.org`;
  await openHouse(core, sale, { ...words, email, friend, account });
  await core.background.settled();
  const { link = "" } = await getBooking(core, account, kept);
  const addresses = [former, email, friend].flatMap((address) => [address, hashEmail(address)]);
  const traces = [...addresses, words.name, words.phone, network.near, holder.name];
  return {
    ...{ sale, guest, account, namesake, namesakes, atCounter, atCounterUser, holder, link, email, traces },
    token: changed.token,
  };
}

type Owner = { account: Actor; name: string; email: string; friend: string };

/** Their own organization, which says who they are, has invited a friend and met the operator; and another one invites them. */
async function openHouse(core: TestCore, { organizer }: Sale, { account, name, email, friend }: Owner): Promise<void> {
  const { organization_id } = await createOrganization(core, account, { name: `${name} Ltd` });
  const owner = await readActor(core, account);
  const identity = { name, legal_name: name, address: `${name}, 1 Main Street`, contact_email: email };
  await changeOrganization(core, owner, { organization_id, ...identity });
  await invite(core, owner, { organization_id, email: friend, role: "manager" });
  await suspendOrganization(core, { organization_id, reason: `${name} sold fakes` });
  await resumeOrganization(core, { organization_id, reason: `${name} did not` });
  await invite(core, organizer, { organization_id: ownOrganization(organizer), email, role: "viewer" });
}
